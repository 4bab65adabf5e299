package import Diagnostics
package import SpecModel

/// What is to be done by whom in which order.
///
/// A plan holds no time, no absolute path and no random value: the same documents give the same plan.
/// Nodes are the assignments, then the milestones.
package struct Plan: Sendable {
  /// The name and version of the machine form.
  package static let version = "specctl.plan/1"

  package let order: PlanningOrder
  /// Which tasks were asked for.
  package let selection: TaskSelection
  /// The least confidence of inferred waits.
  package internal(set) var leastConfidence = Confidence.medium
  /// In an order that keeps the dependencies between them; those that were not asked for are among them.
  package let features: [PlannedFeature]
  /// Each behind all that it waits for.
  package let assignments: Assignments
  /// Points without work that many waits pass through.
  package let milestones: [Milestone]
  /// For each wave the indices of its tasks in ``assignments``, in the order of features and documents.
  package let waves: [[Int]]
  /// How many steps of each priority may run at once.
  package let limits: [Priority: Int]
  /// The files that the plan was made from, by path.
  package let inputs: [SourceFile]
  /// What is worth knowing about the plan; nothing here keeps it from being carried out.
  package let findings: [Finding]

  /// Edges from each node to what it waits for.
  let waits: DirectedGraph
  /// By the numbers in ``DirectedGraph/edges`` of ``waits``; `nil` where the kind of the steps says enough.
  let origins: [EdgeOrigin?]
  let registryPath: String?
  /// `nil` in workspaces without rules for models.
  let models: ModelChooser?
  /// What the selected features wait for outside of the selection, where it is not done: the names of
  /// features, modules and layers, each once, in the order of the plan.
  package let assumed: [String]

  /// The number of assignments that are tasks.
  package var taskCount: Int { features.reduce(0) { $0 + $1.taskCount } }
}

/// A feature as a plan sees it.
package struct PlannedFeature: Sendable {
  /// The folder's name; the folder's path where two features have one name.
  package var name: String
  /// Relative to the root.
  package var directory: String
  /// The paths of its documents.
  package var documents: [String]
  /// `nil` for what has no task list.
  package var tasksPath: String?
  /// Tasks that are planned.
  package var taskCount: Int
  /// The ids of the tasks that are done or dropped, in the order written.
  package var settledTasks: [String]
  /// Whether the task list says anything about the order of its tasks.
  package var declaresOrder: Bool
  /// The names of the features that must be done first.
  package var dependsOn: [String]
  package var kind = Kind.feature

  package var settledCount: Int { settledTasks.count }

  /// What has the place of a feature.
  package enum Kind: String, Sendable, Hashable {
    case feature, module
    /// A layer of modules, or all layers: without tasks of its own.
    case layer, system
  }
}

/// A point that is reached when all that it waits for is done.
package struct Milestone: Sendable, Hashable {
  /// Stable and unique in the plan: `dashboard/@implemented`.
  package var id: String
  /// The index of its feature in ``Plan/features``; `nil` where it is that of several.
  package var feature: Int?
}

/// One thing that a step waits for.
package struct PlanEdge: Sendable, Hashable {
  /// The id of the assignment or milestone that comes first.
  package var before: String
  /// The id of the assignment or milestone that waits.
  package var after: String
  /// Why; `nil` where the kinds of the two steps say it: gates come first, verification last.
  package var reason: EdgeReason?
  /// Where that is written.
  package var path: String?
  /// Where in that file; `nil` where there is no path.
  package var range: Range<Offset>?
  /// The name of what only one of the two may use at a time.
  package var resource: String?
}

extension Plan {
  /// The id of a node.
  package func id(ofNode node: Int) -> String {
    node < assignments.count ? assignments.id(node) : milestones[node - assignments.count].id
  }

  /// The nodes that a node waits for.
  package func predecessors(of node: Int) -> ArraySlice<Int32> {
    waits.successors(of: node)
  }

  /// What a node waits for, each with its reason and place.
  package func edges(into node: Int) -> [PlanEdge] {
    waits.row(node).map { slot in
      let origin = origins[Int(waits.edges[slot])]
      let path = origin.flatMap { self.path(of: $0, into: node) }
      return PlanEdge(
        before: id(ofNode: Int(waits.targets[slot])), after: id(ofNode: node),
        reason: origin?.reason, path: path, range: path == nil ? nil : origin?.range,
        resource: origin?.resource.map { assignments.graph.resources[$0] })
    }
  }

  /// The reasons that documents or the registry give for what a node waits for.
  package func reasons(into node: Int) -> some Sequence<EdgeReason> {
    waits.row(node).lazy.compactMap { [self] in origins[Int(waits.edges[$0])]?.reason }
  }

  func path(of origin: EdgeOrigin, into node: Int) -> String? {
    switch origin.reason {
    case .featureDependency, .layerOrder: return origin.range.isEmpty ? nil : registryPath
    case .layerDependency: return node < 0 ? nil : layerPath(into: node)
    default:
      let feature =
        node < assignments.count
        ? Int(assignments.steps[node].feature) : milestones[node - assignments.count].feature
      return origin.range.isEmpty ? nil : feature.flatMap { features[$0].tasksPath }
    }
  }
}
