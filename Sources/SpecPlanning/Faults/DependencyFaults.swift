package import Diagnostics
package import SpecModel

/// What is wrong with the dependencies that one task list declares.
///
/// Checks and plans both take these findings from here, so that they always agree.
package enum DependencyFaults {
  /// The findings of the rules `unknown-dependency`, `self-dependency` and `dependency-cycle`, in the order of their places.
  ///
  /// Tasks that are done count like others. For tasks that wait for one another a shortest way round
  /// is reported, with the place of each step as a note.
  package static func find(in feature: Feature) -> [Finding] {
    guard let document = feature.tasks, document.declaresAnyDependency else { return [] }
    return find(
      in: FeatureGraph(document, order: .declared, selection: TaskSelection(includesDone: true)))
  }

  static func find(in graph: FeatureGraph) -> [Finding] {
    (unknown(graph) + selfDependencies(graph) + cycles(graph)).sorted(by: Finding.precedes)
  }

  // MARK: Single edges

  private static func unknown(_ graph: FeatureGraph) -> [Finding] {
    graph.unknown.enumerated().map { number, fault in
      // Near misses are looked for a limited number of times, for each look takes the whole list.
      let near =
        number < 20 ? nearMiss(to: fault.id, among: graph.tasks.lazy.map(\.id)) : nil
      let message =
        graph.tasks.indices.contains(fault.task)
        ? "task '\(graph.tasks[fault.task].id)' depends on '\(fault.id)', which does not exist"
        : "the declared waves name '\(fault.id)', which does not exist"
      return Finding(
        message, in: graph.outline.document.path, at: fault.range,
        help: near.map { "did you mean '\($0)'?" }, rule: "unknown-dependency")
    }
  }

  private static func selfDependencies(_ graph: FeatureGraph) -> [Finding] {
    graph.selfDependencies.map { fault in
      let task = graph.tasks[fault.task].id
      let other = graph.tasks[fault.on].id
      let message =
        if fault.task == fault.on {
          "task '\(task)' depends on itself"
        } else if graph.outline.contains(fault.on, fault.task) {
          "task '\(task)' depends on '\(other)', which it is part of"
        } else {
          "task '\(task)' depends on '\(other)', which is part of it"
        }
      return Finding(
        message, in: graph.outline.document.path, at: fault.range,
        help: "remove the dependency, or name the task that was meant", rule: "self-dependency")
    }
  }

  // MARK: Cycles

  private static func cycles(_ graph: FeatureGraph) -> [Finding] {
    // Without an order of the leaves there is a cycle, and only then.
    guard graph.order == nil else { return [] }
    let directed = graph.directed
    return ShortestCycles.find(in: directed).map { cycle(graph, directed, $0) }
  }

  private static func cycle(_ graph: FeatureGraph, _ directed: DirectedGraph, _ slots: [Int])
    -> Finding
  {
    let path = graph.outline.document.path
    // A step leads from one task to the next, over the junctions between them.
    var steps: [(from: Int, to: Int, origin: EdgeOrigin)] = []
    let sources = slots.map { Int(graph.sources[Int(directed.edges[$0])]) }
    guard let first = sources.firstIndex(where: { $0 < graph.leafCount }) else {
      return Finding("tasks wait for one another", in: path, at: nil, rule: "dependency-cycle")
    }
    var from = sources[first]
    var origin: EdgeOrigin?
    for slot in slots[first...] + slots[..<first] {
      let edge = graph.origins[Int(directed.edges[slot])]
      if origin == nil || edge.reason != .membership { origin = edge }
      let target = Int(directed.targets[slot])
      guard target < graph.leafCount, let reached = origin else { continue }
      steps.append((from, target, reached))
      (from, origin) = (target, nil)
    }
    let ids = steps.map { "'\(graph.tasks[graph.outline.leaves[$0.to]].id)'" }
    // Read backwards, for people say that a task waits for what comes before it.
    let chain = Array(ids.reversed())
    let shown = chain.count > 8 ? Array(chain.prefix(7)) + ["…"] : chain
    let notes = steps.reversed().prefix(20).map { step in
      let waiting = graph.tasks[graph.outline.leaves[step.to]].id
      let earlier = graph.tasks[graph.outline.leaves[step.from]].id
      return Finding.Note(
        "'\(waiting)' waits for '\(earlier)' (\(step.origin.reason.rawValue))", in: path,
        at: step.origin.range)
    }
    let last = chain.first ?? ""
    return Finding(
      "tasks wait for one another: \(shown.joined(separator: " → ")) → \(last)", in: path,
      at: steps.last?.origin.range,
      help: "remove one of these \(steps.count) dependencies", notes: notes,
      rule: "dependency-cycle")
  }
}
