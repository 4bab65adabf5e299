import Diagnostics
package import SpecModel

/// A workflow for some features, with the agent of each step in each of them.
package struct WorkflowPlan: Sendable {
  /// The steps of one feature.
  package struct FeatureSteps: Sendable {
    /// The name of its folder.
    package var feature: String
    /// For each state of the machine who does it.
    package var workers: [AssignedWorker]
  }

  package let courses: WorkflowCourses
  package let length: WorkflowLength
  /// Whether the workspace has the workflow without declaring it.
  package let isBuiltIn: Bool
  /// In the order of the features given.
  package let features: [FeatureSteps]

  package var machine: WorkflowMachine { courses.machine }
  package var workflow: Workflow { machine.workflow }

  /// The plan for the features of a workspace with the given names, in the workspace's order.
  package init(
    _ entry: WorkflowCatalogue.Entry, for names: Set<String>, in workspace: Workspace
  ) {
    let machine = WorkflowMachine(entry.workflow)
    courses = WorkflowCourses(machine)
    length = WorkflowLength(courses)
    isBuiltIn = entry.isBuiltIn
    let known = WorkerCandidates(workspace)
    let registry = workspace.registry?.features ?? []
    features = zip(workspace.features, registry.entries(of: workspace.features)).filter {
      names.contains($0.0.name)
    }
    .map { feature, entry in
      let registered = entry.map { registry[$0] }
      var search = WorkerSearch(known, feature: feature.name, entry: registered)
      search.moduleAgent = feature.moduleAgent
      search.layerAgent = feature.moduleLayer.flatMap { layer in
        workspace.layered?.layers.first { $0.name == layer }?.document?.agent
      }
      return FeatureSteps(feature: feature.name, workers: search.workers(of: machine))
    }
  }
}

/// Who does a step of a workflow, and why.
package struct AssignedWorker: Sendable, Hashable {
  /// `nil` when nobody could be found.
  package var agent: String?
  /// What the step asks for; `generic` where it names no known kind.
  package var kind: WorkerKind
  /// A phrase.
  package var reason: String
}
