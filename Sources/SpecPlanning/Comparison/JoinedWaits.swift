/// The waits of a plan between its steps and the points that features begin and end with.
///
/// All other milestones are numbered by their place in the documents: a change in one place would show
/// in many. What leads through them is joined unless that made many waits of few. What waits for the
/// reviews of a task waits for the task.
enum JoinedWaits {
  /// Milestones that fewer waits lead through are always joined.
  private static let fewWaits = 16

  /// The waits that have a reason, in the order of what waits.
  ///
  /// The ids are those of the nodes, steps with the given kinds first; the edges of the graph lead from
  /// each node to what it waits for, without a cycle; the reasons go by the numbers in
  /// ``DirectedGraph/edges``.
  static func find(
    _ ids: [String], _ kinds: [StepKind], _ graph: DirectedGraph, reasons: [EdgeReason?]
  ) -> [PlanSummary.Wait] {
    let outgoing = graph.incomingCounts()
    var isKept = ids.indices.map { node in
      kinds.indices.contains(node) ? kinds[node] != .review : isPointOfFeature(ids[node])
    }
    var stands = [[Stand]](repeating: [], count: ids.count)
    var found = [[Stand]](repeating: [], count: ids.count)
    for node in GraphLevels(graph).order.reversed().lazy.map(Int.init) {
      let waits = joined(node, graph, reasons, stands)
      let product = waits.count * Int(outgoing[node])
      isKept[node] = isKept[node] || product > max(fewWaits, waits.count + Int(outgoing[node]))
      stands[node] = isKept[node] ? [Stand(node: node)] : waits
      if isKept[node] { found[node] = waits }
    }
    return found.indices.flatMap { node in
      // That a feature is done when its tasks are is no wait of its own.
      guard !isEndOfFeature(ids[node]) else { return [PlanSummary.Wait]() }
      return found[node].compactMap { stand in
        stand.reason.map {
          PlanSummary.Wait(before: ids[stand.node], after: ids[node], reason: $0)
        }
      }
    }
  }

  /// What is waited for in the place of a node.
  private struct Stand {
    var node: Int
    var reason: EdgeReason?
  }

  /// What a node waits for, each once, with the reason nearest to the node.
  private static func joined(
    _ node: Int, _ graph: DirectedGraph, _ reasons: [EdgeReason?], _ stands: [[Stand]]
  ) -> [Stand] {
    var found: [Stand] = []
    var places: [Int: Int] = [:]
    for slot in graph.row(node) {
      let written = reasons[Int(graph.edges[slot])]
      let own = written == .membership ? nil : written
      for stand in stands[Int(graph.targets[slot])] {
        let reason = own ?? stand.reason
        if let place = places[stand.node] {
          if found[place].reason == nil { found[place].reason = reason }
        } else {
          places[stand.node] = found.count
          found.append(Stand(node: stand.node, reason: reason))
        }
      }
    }
    return found
  }

  private static func isPointOfFeature(_ id: String) -> Bool {
    id.hasSuffix("/@start") || isEndOfFeature(id) || id.hasPrefix("@layer-")
  }

  private static func isEndOfFeature(_ id: String) -> Bool {
    id.hasSuffix("/@implemented") || id.hasSuffix("/@verified")
  }
}
