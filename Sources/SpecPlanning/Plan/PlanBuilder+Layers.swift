import SpecModel

extension PlanBuilder {
  /// Lets the orchestrators of layers check these when their modules are done, that of the system all
  /// layers, and the documentation follow.
  mutating func addLayerChecks() {
    guard let layered = graph.layered else { return }
    let planned = Set(
      graph.features.indices.compactMap { feature -> Int? in
        guard case .module(let layer)? = graph.parts[feature] else { return nil }
        return graph.nodesByFeature[feature].isEmpty ? nil : layer
      })
    for feature in graph.features.indices where selection.contains(graph.features[feature]) {
      switch graph.parts[feature] {
      case .layer(let layer) where planned.contains(layer):
        if let agent = layered.layers[layer].document?.agent {
          _ = addCheck(by: agent, .verification, feature, after: graph.ends[feature])
        }
      case .system where !planned.isEmpty:
        guard let agent = layered.coordinator?.agent else { continue }
        let check = addCheck(by: agent, .verification, feature, after: graph.ends[feature])
        if let writer = layered.documenter?.agent {
          _ = addCheck(by: writer, .documentation, feature, after: check)
        }
      case .layer, .system, .module, nil: continue
      }
    }
  }

  /// Adds a step of a layer or the system, which what waits for that waits for.
  private mutating func addCheck(
    by agent: String, _ kind: StepKind, _ feature: Int, after before: Int
  ) -> Int {
    let priority: Priority = kind == .documentation ? .low : .high
    let node = addNode()
    let number = roster.number(of: agent)
    add(
      PlannedStep(
        feature: Int32(truncatingIfNeeded: feature), node: -1,
        agent: Int32(truncatingIfNeeded: number), kind: kind, role: .qa,
        priority: roster.agents[number].priority ?? priority, isBlocking: priority.isBlocking,
        choice: .placed), node: node)
    connect(before, to: node)
    if kind == .verification { exits[graph.ends[feature]] = Int32(truncatingIfNeeded: node) }
    return node
  }
}
