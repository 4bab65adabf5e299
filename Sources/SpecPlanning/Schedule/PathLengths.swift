/// How much work stands before and behind each node on the longest way through the edges alone.
///
/// The source of the method is the critical path method (Kelley and Walker, 1959). Linear in nodes plus
/// edges.
package struct PathLengths: Sendable {
  /// The earliest second at which each node can start when no limit holds it.
  package private(set) var earliestStarts: [Int]
  /// Seconds from the start of each node to the end of all that waits for it, its own included.
  package private(set) var tails: [Int]
  /// Seconds of the longest way of all.
  package private(set) var longest: Int

  package init(_ network: WorkNetwork) {
    let count = network.nodeCount
    let order = GraphLevels(network.graph).order
    var starts = [Int](repeating: 0, count: count)
    for node in order.lazy.map(Int.init) {
      let end = starts[node] + Int(network.durations[node])
      for target in network.graph.successors(of: node) where starts[Int(target)] < end {
        starts[Int(target)] = end
      }
    }
    var tails = [Int](repeating: 0, count: count)
    var longest = 0
    for node in order.reversed().lazy.map(Int.init) {
      var behind = 0
      for target in network.graph.successors(of: node) where tails[Int(target)] > behind {
        behind = tails[Int(target)]
      }
      tails[node] = behind + Int(network.durations[node])
      longest = max(longest, starts[node] + tails[node])
    }
    earliestStarts = starts
    self.tails = tails
    self.longest = longest
  }

  /// How many seconds a node can be late without moving the end of the longest way.
  package func slack(_ node: Int) -> Int { longest - earliestStarts[node] - tails[node] }
}
