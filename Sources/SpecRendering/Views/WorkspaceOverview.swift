import Diagnostics
package import SpecModel
import SpecPlanning

/// The features of a workspace with what a list or a progress report says of each.
package struct WorkspaceOverview: Sendable {
  /// One feature, from its folder, from the registry, or from both.
  package struct Entry: Sendable {
    /// The folder's name, or that of the registry where there is no folder.
    package var name: String
    /// The folder relative to the root; `nil` for a feature that is only registered.
    package var directory: String?
    /// `nil` for a feature that is only registered.
    package var layout: Feature.Layout?
    /// The profile that the rules hold the feature to.
    package var profile: Profile?
    /// Their kinds, such as `requirements`, in the order in which they are written.
    package var documents: [String]
    /// How many a person would count; see `Feature.countedRequirements`.
    package var requirementCount: Int
    package var taskCounts: TaskCounts
    /// Of the registry's entry of its name or its folder.
    package var primaryAgent: String?
    /// Whether the registry has an entry of its name or its folder.
    package var isRegistered: Bool
  }

  /// One module of a layer.
  package struct Module: Sendable {
    /// As `Workspace.moduleFeatures` has it: with the layer before it where it would not be unique.
    package var name: String
    /// The name of the layer's folder.
    package var layer: String
    /// The path of its document, relative to the root.
    package var path: String
    /// What it is for, as its document says it first; `nil` where that says nothing.
    package var responsibility: String?
    /// The name of its document without `.md`.
    package var agent: String
    package var taskCounts: TaskCounts
  }

  /// In the order of names.
  package var features: [Entry]
  /// Layer by layer, the innermost layer first.
  package var modules: [Module]

  /// Of several registry entries with one name the first counts.
  package init(_ workspace: Workspace) {
    let registry = workspace.registry?.features ?? []
    let numbers = registry.entries(of: workspace.features)
    let forced = workspace.configuration?.validation.profile?.value
    var entries = zip(workspace.features, numbers).map { feature, number in
      Entry(
        name: feature.name, directory: feature.directory, layout: feature.layout,
        profile: feature.profile(preferring: forced), documents: feature.documentNames,
        requirementCount: feature.countedRequirements.count,
        taskCounts: TaskCounts(feature.tasks),
        primaryAgent: number.flatMap { registry[$0].primaryAgent?.value },
        isRegistered: number != nil)
    }
    var found = Set(entries.map(\.name)).union(
      numbers.compactMap { $0.map { registry[$0].name.value } })
    for feature in registry where found.insert(feature.name.value).inserted {
      entries.append(
        Entry(
          name: feature.name.value, directory: nil, layout: nil, profile: nil, documents: [],
          requirementCount: 0, taskCounts: TaskCounts(nil),
          primaryAgent: feature.primaryAgent?.value, isRegistered: true))
    }
    modules = Self.modules(of: workspace)
    features = entries.sorted { ($0.name, $0.directory ?? "") < ($1.name, $1.directory ?? "") }
  }
}

extension WorkspaceOverview {
  private static func modules(of workspace: Workspace) -> [Module] {
    guard let layered = workspace.layered else { return [] }
    let order = layered.layerOrder
    let modules = order.flatMap { layered.layers[$0].modules }
    return zip(workspace.moduleFeatures(inLayers: order), modules).map { feature, module in
      Module(
        name: feature.name, layer: module.layer, path: module.path,
        responsibility: module.responsibility?.value, agent: module.agent,
        taskCounts: TaskCounts(module.tasks))
    }
  }
}

/// How many leaf tasks are in which state.
package struct TaskCounts: Sendable, Hashable {
  package var total = 0
  /// Done or skipped.
  package var settled = 0
  package var inProgress = 0
  /// Whatever their state.
  package var optional = 0

  /// Without a task list all numbers are 0.
  package init(_ document: TasksDocument?) {
    for task in document?.tasks ?? [] where task.isLeaf {
      total += 1
      if task.state.isSettled { settled += 1 }
      if task.state == .inProgress { inProgress += 1 }
      if task.isOptional { optional += 1 }
    }
  }

  package static func + (left: TaskCounts, right: TaskCounts) -> TaskCounts {
    var sum = left
    sum.total += right.total
    sum.settled += right.settled
    sum.inProgress += right.inProgress
    sum.optional += right.optional
    return sum
  }
}

extension Feature {
  /// The kinds of documents that there are.
  package var documentNames: [String] {
    [
      requirements == nil ? nil : "requirements", design == nil ? nil : "design",
      tasks == nil ? nil : "tasks",
    ].compactMap { $0 }
  }
}

extension Feature {
  /// The indices of the requirements that a person would count: not those below another, and of the
  /// families that only count where tasks cite them, those that tasks cite.
  package var countedRequirements: [Int] {
    guard let document = requirements else { return [] }
    let trace = tasks.map { Traceability($0, document, RequirementIndex(document)) }
    return document.requirements.indices.filter { index in
      let requirement = document.requirements[index]
      guard requirement.parent == nil else { return false }
      return !requirement.isSecondary || trace?.covers(requirement: index) ?? false
    }
  }
}
