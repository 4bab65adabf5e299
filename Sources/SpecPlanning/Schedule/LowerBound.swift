/// The shortest time in which any schedule could be done.
package enum LowerBound {
  /// What keeps a schedule from being shorter.
  package enum Cause: Sendable, Hashable {
    /// The longest way through the edges.
    case longestPath
    /// The work that has to go through the slots of one limit.
    case limit(Int)
  }

  /// The greatest of the bounds that edges and single limits give, in seconds; the edges win ties.
  ///
  /// For a limit: of the nodes that take a slot of it and cannot start before a moment, all work has to
  /// pass its slots from that moment on, and the shortest way behind them is still to come. Time grows
  /// with n log n.
  package static func find(_ network: WorkNetwork, _ lengths: PathLengths)
    -> (seconds: Int, cause: Cause)
  {
    var best = (seconds: lengths.longest, cause: Cause.longestPath)
    var nodesByLimit = [[Int32]](repeating: [], count: network.capacities.count)
    for node in 0..<network.nodeCount where network.durations[node] > 0 {
      for limit in network.demands[Int(network.demandOfNode[node])] {
        nodesByLimit[Int(limit)].append(Int32(truncatingIfNeeded: node))
      }
    }
    for (limit, nodes) in nodesByLimit.enumerated()
    // A limit with a slot for everything binds nothing.
    where nodes.count > network.capacities[limit] {
      let bound = self.bound(nodes, network.capacities[limit], network, lengths)
      if bound > best.seconds { best = (bound, .limit(limit)) }
    }
    return best
  }

  private static func bound(
    _ nodes: [Int32], _ capacity: Int, _ network: WorkNetwork, _ lengths: PathLengths
  ) -> Int {
    let latestFirst = nodes.sorted {
      lengths.earliestStarts[Int($0)] > lengths.earliestStarts[Int($1)]
    }
    var work = 0
    var shortestBehind = Int.max
    var best = 0
    for node in latestFirst.lazy.map(Int.init) {
      work += Int(network.durations[node])
      shortestBehind = min(shortestBehind, lengths.tails[node] - Int(network.durations[node]))
      let rounded = (work + capacity - 1) / capacity
      best = max(best, lengths.earliestStarts[node] + rounded + shortestBehind)
    }
    return best
  }
}
