import Diagnostics
import SpecModel

/// What the registry says about the order of features, by its own numbering of them.
struct FeatureDependencies {
  let features: [RegistryFeature]
  /// A feature and the one it waits for, with the place that says so.
  private(set) var edges: [(from: Int32, to: Int32, range: Range<Offset>)] = []
  /// Names that neither the registry nor the workspace knows.
  private(set) var unknown: [(feature: Int, name: Located<String>)] = []
  private(set) var selfDependencies: [(feature: Int, name: Located<String>)] = []

  init(_ workspace: Workspace) {
    features = workspace.registry?.features ?? []
    guard features.contains(where: { !$0.dependsOn.isEmpty }) else { return }
    let numbers = Dictionary(features.indices.map { (features[$0].name.value, $0) }) { first, _ in
      first
    }
    let folders = Set(workspace.features.map(\.name))
    for (number, feature) in features.enumerated() {
      for name in feature.dependsOn {
        if name.value == feature.name.value {
          selfDependencies.append((number, name))
        } else if let other = numbers[name.value] {
          edges.append(
            (Int32(truncatingIfNeeded: other), Int32(truncatingIfNeeded: number), name.range))
        } else if !folders.contains(name.value) {
          unknown.append((number, name))
        }
      }
    }
  }

  /// Edges lead from what comes first to what waits for it.
  var directed: DirectedGraph {
    DirectedGraph(nodeCount: features.count, from: edges.map(\.from), to: edges.map(\.to))
  }
}
