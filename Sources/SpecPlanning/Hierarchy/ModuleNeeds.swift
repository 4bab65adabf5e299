package import SpecModel

extension Workspace {
  /// The workspace with its modules behind the features, layer by layer from the inside to the
  /// outside, for what looks at nothing but features.
  package var withModulesAsFeatures: Workspace {
    guard let layered else { return self }
    var whole = self
    whole.features += moduleFeatures(inLayers: layered.layerOrder)
    return whole
  }
}

/// What each module of a workspace waits for in its layer.
package enum ModuleNeeds {
  /// For each of ``Workspace/moduleFeatures`` the numbers of those that come before it.
  package static func find(in workspace: Workspace) -> [[Int]] {
    guard let layered = workspace.layered else { return [] }
    let graph = ModuleGraph(layered)
    var needs = [[Int]](repeating: [], count: graph.modules.count)
    for edge in graph.edges { needs[edge.after].append(edge.before) }
    return needs
  }
}
