package import Diagnostics
package import SpecModel

/// What is wrong with the dependencies between features that the registry declares.
package enum FeatureDependencyFaults {
  /// The findings of the rules `unknown-feature-dependency` and `feature-cycle`, in the order of their places.
  ///
  /// A feature that waits for itself is the shortest `feature-cycle`.
  package static func find(in workspace: Workspace) -> [Finding] {
    guard let registry = workspace.registry else { return [] }
    let dependencies = FeatureDependencies(workspace)
    let path = registry.file.path
    let known = dependencies.features.map(\.name.value) + workspace.features.map(\.name)
    let unknown = dependencies.unknown.enumerated().map { number, fault in
      let near = number < 20 ? nearMiss(to: fault.name.value, among: known) : nil
      let feature = dependencies.features[fault.feature].name.value
      return Finding(
        "feature '\(feature)' depends on '\(fault.name.value)', which does not exist", in: path,
        at: fault.name.range, help: near.map { "did you mean '\($0)'?" },
        rule: "unknown-feature-dependency")
    }
    let selves = dependencies.selfDependencies.map { fault in
      Finding(
        "feature '\(fault.name.value)' depends on itself", in: path, at: fault.name.range,
        help: "remove the dependency", rule: "feature-cycle")
    }
    let directed = dependencies.directed
    let cycles = ShortestCycles.find(in: directed).map { slots in
      cycle(slots.map { dependencies.edges[Int(directed.edges[$0])] }, dependencies, path)
    }
    return (unknown + selves + cycles).sorted(by: Finding.precedes)
  }

  private static func cycle(
    _ edges: [(from: Int32, to: Int32, range: Range<Offset>)],
    _ dependencies: FeatureDependencies, _ path: String
  ) -> Finding {
    func name(_ number: Int32) -> String { dependencies.features[Int(number)].name.value }
    let chain = edges.reversed().map { "'\(name($0.to))'" }
    let shown = chain.count > 8 ? Array(chain.prefix(7)) + ["…"] : chain
    return Finding(
      "features wait for one another: \(shown.joined(separator: " → ")) → \(chain.first ?? "")",
      in: path, at: edges.last?.range, help: "remove one of these \(edges.count) dependencies",
      notes: edges.reversed().prefix(20).map { edge in
        Finding.Note(
          "'\(name(edge.to))' depends on '\(name(edge.from))'", in: path, at: edge.range)
      }, rule: "feature-cycle")
  }
}
