package import Diagnostics
package import SpecModel

/// What came of planning.
package struct PlanOutcome: Sendable {
  /// `nil` when the documents say something that cannot be planned.
  package var plan: Plan?
  /// What keeps the plan from being made; else what the plan itself has to say.
  package var findings: [Finding]
}

/// Makes plans of workspaces.
package struct Planner: Sendable {
  package var order: PlanningOrder
  package var selection: TaskSelection
  /// Waits that are inferred with less are left out.
  package var leastConfidence: Confidence
  /// Whether paths that differ in letter case alone are one file; `nil` for what the configuration says.
  package var ignoresCase: Bool?

  package init(
    order: PlanningOrder = .document, selection: TaskSelection = TaskSelection(),
    leastConfidence: Confidence = .medium, ignoresCase: Bool? = nil
  ) {
    self.order = order
    self.selection = selection
    self.leastConfidence = leastConfidence
    self.ignoresCase = ignoresCase
  }

  /// The plan of a workspace; near linear in tasks plus edges.
  ///
  /// The order in which the workspace holds its features does not matter.
  package func plan(_ workspace: Workspace) -> PlanOutcome {
    switch graph(workspace) {
    case .failure(let faults): PlanOutcome(plan: nil, findings: faults.findings)
    case .success(let graph): plan(workspace, graph)
    }
  }

  /// What keeps a plan from being made.
  struct Faults: Error {
    var findings: [Finding]
  }

  /// The graph of all tasks, or the faults of the dependencies.
  private func graph(_ workspace: Workspace) -> Result<TaskGraph, Faults> {
    var findings = FeatureDependencyFaults.find(in: workspace)
    let moduleFaults = ModuleFaults.find(in: workspace).filter { $0.rule == ModuleFaults.fatalRule }
    guard moduleFaults.isEmpty else { return .failure(Faults(findings: findings + moduleFaults)) }
    guard let order = FeatureOrder(workspace, hierarchy: Hierarchy(workspace)) else {
      return .failure(Faults(findings: findings))
    }
    for feature in order.features where selection.contains(feature) {
      if let fault = feature.tasks.flatMap(TaskListFaults.tooManyTasks) { findings.append(fault) }
    }
    guard !findings.contains(where: { $0.rule == "too-many-tasks" }) else {
      return .failure(Faults(findings: findings.sorted(by: Finding.precedes)))
    }
    let graphs = order.features.map { feature -> FeatureGraph? in
      guard selection.contains(feature), let tasks = feature.tasks else { return nil }
      return FeatureGraph(
        tasks, order: self.order, selection: selection, leastConfidence: leastConfidence)
    }
    for graph in graphs {
      guard let graph else { continue }
      if graph.order == nil || !graph.unknown.isEmpty || !graph.selfDependencies.isEmpty {
        findings += DependencyFaults.find(in: graph)
      }
    }
    guard findings.isEmpty else {
      return .failure(Faults(findings: findings.sorted(by: Finding.precedes)))
    }
    var conflicts = workspace.configuration.map { ConflictSettings($0.planning) } ?? .init()
    if let ignoresCase { conflicts.ignoresCase = ignoresCase }
    return .success(
      TaskGraph(
        order, graphs: graphs, conflicts: conflicts, registryPath: workspace.registry?.file.path,
        layered: workspace.layered))
  }

  private func plan(_ workspace: Workspace, _ graph: TaskGraph) -> PlanOutcome {
    var builder = PlanBuilder(workspace, graph, order: order, selection: selection)
    for feature in graph.features where selection.contains(feature) {
      guard let tasks = feature.tasks else { continue }
      builder.findings += TaskListFaults.unreadableEstimates(in: tasks)
    }
    var plan = builder.build()
    plan.leastConfidence = leastConfidence
    return PlanOutcome(plan: plan, findings: plan.findings)
  }
}
