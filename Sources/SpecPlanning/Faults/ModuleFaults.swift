package import Diagnostics
package import SpecModel

/// What is wrong with the dependencies of layers and modules.
///
/// Checks and plans both take these findings from here, so that they always agree.
package enum ModuleFaults {
  /// The findings of the rules `unknown-module`, `module-cycle` and `module-against-layers`, by place.
  ///
  /// Only cycles keep a plan from being made.
  package static func find(in workspace: Workspace) -> [Finding] {
    guard let system = workspace.layered else { return [] }
    return find(in: ModuleGraph(system), of: system)
  }

  static func find(in graph: ModuleGraph, of system: LayeredSystem) -> [Finding] {
    (unknown(graph, system) + unlisted(system) + cycles(graph) + layerCycles(graph, system)
      + outward(graph, system)).sorted(by: Finding.precedes)
  }

  /// The rule of the findings that keep a plan from being made.
  static let fatalRule = "module-cycle"

  // MARK: Names

  private static func unknown(_ graph: ModuleGraph, _ system: LayeredSystem) -> [Finding] {
    let modules = graph.unknown.enumerated().compactMap { number, fault -> Finding? in
      let module = graph.modules[fault.module]
      let help = help(for: fault.reference, number, among: graph.modules)
      // Libraries have modules too, so that only a name near to one of ours is wrong.
      guard fault.reference.form == .agent || help != nil else { return nil }
      return Finding(
        "module '\(module.name)' depends on '\(fault.reference.name)', which does not exist",
        in: module.path, at: fault.reference.range,
        help: help, rule: "unknown-module", severity: .warning)
    }
    let layers = graph.layers.unknown.compactMap { fault -> Finding? in
      let layer = system.layers[fault.layer]
      guard let document = layer.document else { return nil }
      return Finding(
        "layer '\(layer.name)' depends on '\(fault.reference.name)', which does not exist",
        in: document.path, at: fault.reference.range, rule: "unknown-module", severity: .warning)
    }
    return modules + layers
  }

  /// Modules that the document of a layer has a heading for, and that no layer has.
  private static func unlisted(_ system: LayeredSystem) -> [Finding] {
    let known = system.layers.flatMap(\.modules)
    let agents = Set(known.map(\.agent))
    var findings: [Finding] = []
    for layer in system.layers {
      guard let document = layer.document else { continue }
      for module in document.modules where !agents.contains(module.name) {
        findings.append(
          Finding(
            "layer '\(layer.name)' lists '\(module.name)', which does not exist", in: document.path,
            at: module.range, help: help(for: module, findings.count, among: known),
            rule: "unknown-module", severity: .warning))
      }
    }
    return findings
  }

  private static func help(
    for reference: ModuleReference, _ number: Int, among modules: [ModuleDocument]
  ) -> String? {
    // Near misses are looked for a limited number of times, for each look takes the whole list.
    guard number < 20 else { return nil }
    let names = reference.form == .agent ? modules.map(\.agent) : modules.map(\.name)
    return nearMiss(to: reference.name, among: names).map { "did you mean '\($0)'?" }
  }

  // MARK: Cycles

  private static func cycles(_ graph: ModuleGraph) -> [Finding] {
    let directed = graph.directed
    return ShortestCycles.find(in: directed).map { slots in
      let edges = slots.map { graph.edges[Int(directed.edges[$0])] }
      let path = edges.last.map { graph.modules[$0.after].path } ?? ""
      return Finding(
        "modules wait for one another: "
          + chain(edges.reversed().map { graph.modules[$0.after].name }),
        in: path, at: edges.last?.range, help: "remove one of these \(edges.count) dependencies",
        notes: edges.reversed().prefix(20).map { edge in
          let (before, after) = (graph.modules[edge.before], graph.modules[edge.after])
          return Finding.Note(
            "'\(after.name)' waits for '\(before.name)' (\(edge.reason.rawValue))", in: after.path,
            at: edge.range)
        }, rule: fatalRule)
    }
  }

  private static func layerCycles(_ graph: ModuleGraph, _ system: LayeredSystem) -> [Finding] {
    let edges = graph.layers.edges
    let directed = DirectedGraph(
      nodeCount: system.layers.count, from: edges.map { Int32(truncatingIfNeeded: $0.before) },
      to: edges.map { Int32(truncatingIfNeeded: $0.after) })
    return ShortestCycles.find(in: directed).map { slots in
      let round = slots.map { edges[Int(directed.edges[$0])] }
      func document(_ edge: LayerGraph.Edge) -> String {
        system.layers[edge.after].document?.path ?? system.layers[edge.after].directory
      }
      return Finding(
        "layers wait for one another: "
          + chain(round.reversed().map { system.layers[$0.after].name }),
        in: round.last.map(document) ?? "", at: round.last?.range,
        help: "remove one of these \(round.count) dependencies",
        notes: round.reversed().prefix(20).map { edge in
          Finding.Note(
            "'\(system.layers[edge.after].name)' waits for '\(system.layers[edge.before].name)'",
            in: document(edge), at: edge.range)
        }, rule: fatalRule)
    }
  }

  private static func chain(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    let shown = quoted.count > 8 ? Array(quoted.prefix(7)) + ["…"] : quoted
    return "\(shown.joined(separator: " → ")) → \(quoted.first ?? "")"
  }

  // MARK: Layers

  /// What is needed of layers that come later: one finding for each pair of layers.
  private static func outward(_ graph: ModuleGraph, _ system: LayeredSystem) -> [Finding] {
    var seen: Set<[Int]> = []
    return graph.outward.compactMap { need in
      let (own, other) = (graph.layerOf[need.module], graph.layerOf[need.on])
      guard seen.insert([own, other]).inserted else { return nil }
      let module = graph.modules[need.module]
      let later = system.layers[other].name
      let isLater = graph.layers.waits(other, for: own)
      return Finding(
        "module '\(module.name)' needs '\(graph.modules[need.on].name)' of layer '\(later)', which "
          + (isLater
            ? "comes after '\(system.layers[own].name)'"
            : "does not come before '\(system.layers[own].name)'"),
        in: module.path,
        at: need.range,
        help: "write 'Depends On: \(later)' in the document of layer '\(system.layers[own].name)' "
          + "if '\(later)' is to come first", rule: "module-against-layers", severity: .note)
    }
  }
}
