package import SpecModel

extension Hierarchy.Part {
  /// What an orchestrator of the part coordinates; `nil` for a module, which has none of its own.
  var coordinated: String? {
    switch self {
    case .module: nil
    case .layer: "the layer"
    case .system: "the system"
    }
  }

  var kind: PlannedFeature.Kind {
    switch self {
    case .module: .module
    case .layer: .layer
    case .system: .system
    }
  }
}

extension LayeredSystem {
  /// The numbers of the layers so that each stands behind those that it waits for.
  package var layerOrder: [Int] { LayerGraph(layers).order }

  /// The agents that the documents are those of.
  var agents: [String] {
    layers.flatMap { $0.modules.map(\.agent) + [$0.document?.agent].compactMap { $0 } }
      + orchestrators.map(\.agent)
  }
}

extension TaskGraph {
  /// For each feature of the hierarchy those that come before it: of a module other modules of its
  /// layer, of a layer with planned modules other layers.
  var hierarchyDependencies: [Int: [Int]] {
    var layerFeatures: [Int: Int] = [:]
    for (feature, part) in parts.enumerated() {
      if case .layer(let layer)? = part { layerFeatures[layer] = feature }
    }
    var found: [Int: [Int]] = [:]
    for wait in waits {
      guard case .feature(let before) = wait.before, case .feature(let after) = wait.after,
        let first = parts[before], let second = parts[after]
      else { continue }
      switch (first, second) {
      case (.module, .module): found[after, default: []].append(before)
      case (.layer, .module(let layer)) where !nodesByFeature[after].isEmpty:
        guard let own = layerFeatures[layer], !(found[own] ?? []).contains(before) else { continue }
        found[own, default: []].append(before)
      default: continue
      }
    }
    return found
  }

  /// What coordinates a layer or the system that a feature stands for.
  func coordinator(of feature: Int) -> LayerDocument? {
    switch parts[feature] {
    case .layer(let layer): layered?.layers[layer].document
    case .system: layered?.coordinator
    case .module, nil: nil
    }
  }

  /// The features outside of a selection that are not done and that those inside wait for.
  func assumed(_ selection: TaskSelection) -> [Int] {
    guard selection.features != nil else { return [] }
    var outside: Set<Int> = []
    for case .feature(let before) in waits.lazy.map(\.before)
    where !outside.contains(before) && !selection.contains(features[before]) && isOpen(before) {
      outside.insert(before)
    }
    var byLayer: [Int: [Int]] = [:]
    for wait in waits {
      if case .feature(let before) = wait.before, case .layer(let rank) = wait.after,
        outside.contains(before)
      {
        byLayer[rank, default: []].append(before)
      }
    }
    var found: Set<Int> = []
    for wait in waits {
      guard case .feature(let after) = wait.after, !nodesByFeature[after].isEmpty else { continue }
      switch wait.before {
      case .feature(let before): if outside.contains(before) { found.insert(before) }
      case .layer(let rank): found.formUnion(byLayer[rank] ?? [])
      }
    }
    return found.sorted()
  }

  /// Whether anything of a feature, or of a layer's modules, is left to do.
  private func isOpen(_ feature: Int) -> Bool {
    if case .layer(let layer)? = parts[feature] {
      return layered?.layers[layer].modules.contains { $0.tasks.isOpen } ?? false
    }
    return features[feature].tasks?.isOpen ?? false
  }
}

extension TasksDocument {
  fileprivate var isOpen: Bool { tasks.contains { $0.isLeaf && !$0.state.isSettled } }
}

extension Plan {
  /// The document that says what the layer of a node waits for.
  func layerPath(into node: Int) -> String? {
    let feature =
      node < assignments.count
      ? assignments.feature(node) : milestones[node - assignments.count].feature
    guard let feature, let part = assignments.graph.parts[feature],
      let layers = assignments.graph.layered?.layers
    else { return nil }
    switch part {
    case .module(let layer), .layer(let layer): return layers[layer].document?.path
    case .system: return nil
    }
  }
}
