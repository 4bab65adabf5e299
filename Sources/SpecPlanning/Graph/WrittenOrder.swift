/// An order of nodes that keeps every edge and otherwise the order in which the nodes are numbered.
enum WrittenOrder {
  /// The nodes below `count`, each behind all that it waits for, of those free to come the lowest number
  /// first; `nil` when the graph has a cycle.
  ///
  /// Nodes from `count` on only carry edges; they are passed at once and left out. Time grows with
  /// n log n.
  static func nodes(below count: Int, of graph: DirectedGraph) -> [Int32]? {
    var waiting = graph.incomingCounts()
    var free = NodeHeap()
    var carriers: [Int32] = []
    var order: [Int32] = []
    order.reserveCapacity(count)
    var passed = 0
    for node in 0..<graph.nodeCount where waiting[node] == 0 {
      let node = Int32(truncatingIfNeeded: node)
      if node < count { free.insert(node) } else { carriers.append(node) }
    }
    while let node = carriers.popLast() ?? free.removeSmallest() {
      passed += 1
      if node < count { order.append(node) }
      for target in graph.successors(of: Int(node)) {
        waiting[Int(target)] -= 1
        guard waiting[Int(target)] == 0 else { continue }
        if target < count { free.insert(target) } else { carriers.append(target) }
      }
    }
    return passed == graph.nodeCount ? order : nil
  }
}

/// Numbers of which the smallest can be taken in logarithmic time.
private struct NodeHeap {
  private var nodes: [Int32] = []

  mutating func insert(_ node: Int32) {
    nodes.append(node)
    var child = nodes.count - 1
    while child > 0, nodes[(child - 1) / 2] > nodes[child] {
      nodes.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeSmallest() -> Int32? {
    guard let smallest = nodes.first, let last = nodes.popLast() else { return nil }
    guard !nodes.isEmpty else { return smallest }
    nodes[0] = last
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < nodes.count else { return smallest }
      if child + 1 < nodes.count, nodes[child + 1] < nodes[child] { child += 1 }
      guard nodes[child] < nodes[parent] else { return smallest }
      nodes.swapAt(parent, child)
      parent = child
    }
  }
}
