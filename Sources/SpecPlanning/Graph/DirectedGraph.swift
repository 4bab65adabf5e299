/// A directed graph over dense node numbers, its edges in compressed sparse rows.
///
/// Of edges that join the same two nodes in the same direction the first given is kept. Building is
/// linear in nodes plus edges, in time and memory.
package struct DirectedGraph: Sendable {
  package let nodeCount: Int
  /// For each node where its row begins in ``targets``; one more entry than there are nodes.
  package let offsets: [Int32]
  /// The nodes that the edges lead to, row after row, each row in the order in which its edges were given.
  package let targets: [Int32]
  /// For each entry of ``targets`` which of the given edges it is.
  package let edges: [Int32]

  /// Edges lead from `sources[i]` to `destinations[i]`; every number must be below `nodeCount`.
  package init(nodeCount: Int, from sources: [Int32], to destinations: [Int32]) {
    let given = min(sources.count, destinations.count)
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for index in 0..<given { starts[Int(sources[index]) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var sorted = [Int32](repeating: 0, count: given)
    var next = starts
    for index in 0..<given {
      let source = Int(sources[index])
      sorted[Int(next[source])] = Int32(truncatingIfNeeded: index)
      next[source] += 1
    }
    // A target marked with the row being written has its edge already.
    var lastRow = [Int32](repeating: -1, count: nodeCount)
    var targets: [Int32] = []
    targets.reserveCapacity(given)
    var kept = 0
    for node in 0..<nodeCount {
      let row = Int(starts[node])..<Int(starts[node + 1])
      starts[node] = Int32(truncatingIfNeeded: kept)
      for position in row {
        let edge = sorted[position]
        let target = destinations[Int(edge)]
        guard lastRow[Int(target)] != Int32(truncatingIfNeeded: node) else { continue }
        lastRow[Int(target)] = Int32(truncatingIfNeeded: node)
        targets.append(target)
        sorted[kept] = edge
        kept += 1
      }
    }
    starts[nodeCount] = Int32(truncatingIfNeeded: kept)
    sorted.removeLast(given - kept)
    self.nodeCount = nodeCount
    self.offsets = starts
    self.targets = targets
    self.edges = sorted
  }

  /// The positions in ``targets`` and ``edges`` of the edges that leave a node.
  package func row(_ node: Int) -> Range<Int> {
    Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// The nodes that the edges of a node lead to.
  package func successors(of node: Int) -> ArraySlice<Int32> {
    targets[row(node)]
  }

  /// How many edges lead to each node.
  package func incomingCounts() -> [Int32] {
    var counts = [Int32](repeating: 0, count: nodeCount)
    for target in targets { counts[Int(target)] += 1 }
    return counts
  }

  /// The graph with every edge turned round; ``edges`` number the rows of this graph.
  package func reversed() -> DirectedGraph {
    var sources = [Int32](repeating: 0, count: targets.count)
    for node in 0..<nodeCount {
      for slot in row(node) { sources[slot] = Int32(truncatingIfNeeded: node) }
    }
    return DirectedGraph(nodeCount: nodeCount, from: targets, to: sources)
  }
}
