package import SpecModel

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
