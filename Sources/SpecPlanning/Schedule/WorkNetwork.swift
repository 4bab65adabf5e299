/// Work that waits for other work and takes slots of limits, by numbers.
///
/// Numbers of nodes say nothing but which comes first among equals.
package struct WorkNetwork: Sendable {
  /// Edges lead from what comes first to what waits for it; there is no cycle.
  package var graph: DirectedGraph
  /// Seconds of each node; nodes of 0 seconds take no slots.
  package var durations: [Int32]
  /// Of the nodes that could start at one time those of the lowest rank do; 0 to 3.
  package var ranks: [UInt8]
  /// How many slots each limit has; at least 1.
  package var capacities: [Int]
  /// The sets of limits of which work takes a slot each, without repetition.
  package var demands: [[Int32]]
  /// For each node the number of its set in ``demands``.
  package var demandOfNode: [Int32]

  package init(
    graph: DirectedGraph, durations: [Int32], ranks: [UInt8], capacities: [Int],
    demands: [[Int32]], demandOfNode: [Int32]
  ) {
    self.graph = graph
    self.durations = durations
    self.ranks = ranks
    self.capacities = capacities
    self.demands = demands
    self.demandOfNode = demandOfNode
  }

  package var nodeCount: Int { graph.nodeCount }
}
