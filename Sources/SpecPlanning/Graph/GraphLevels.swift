/// The lowest level of every node that puts it above all nodes that it waits for.
///
/// Levels count from 0. A node without weight takes no level of its own: what waits for it may share
/// the level of what it waits for plus one, as if its edges were drawn through it. Linear in nodes plus edges.
package struct GraphLevels: Sendable {
  /// The level of each node; that of a node without weight is the first level behind it.
  package let levels: [Int32]
  /// The nodes so that each comes behind all that it waits for; shorter than the graph when the graph has a cycle.
  package let order: [Int32]

  /// Whether every node has a level, which means that the graph has no cycle.
  package var isComplete: Bool { order.count == levels.count }

  /// Nodes from `weightless` on have no weight; `nil` gives every node weight.
  package init(_ graph: DirectedGraph, weightless: Int? = nil) {
    let weightless = weightless ?? graph.nodeCount
    var waiting = graph.incomingCounts()
    var levels = [Int32](repeating: 0, count: graph.nodeCount)
    var order: [Int32] = []
    order.reserveCapacity(graph.nodeCount)
    for node in 0..<graph.nodeCount where waiting[node] == 0 {
      order.append(Int32(truncatingIfNeeded: node))
    }
    var position = 0
    while position < order.count {
      let node = Int(order[position])
      position += 1
      let level = levels[node] + (node < weightless ? 1 : 0)
      for slot in graph.row(node) {
        let target = Int(graph.targets[slot])
        if levels[target] < level { levels[target] = level }
        waiting[target] -= 1
        if waiting[target] == 0 { order.append(graph.targets[slot]) }
      }
    }
    self.levels = levels
    self.order = order
  }
}
