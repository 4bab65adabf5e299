/// The shortest ways round in a graph.
package enum ShortestCycles {
  /// How many edges are looked at for one part before the shortest cycle found so far is taken.
  static let effortLimit = 4_000_000

  /// For each set of nodes that reach one another one shortest cycle, as positions in the graph's
  /// ``DirectedGraph/targets``, one for each edge, beginning with the edge that leaves its smallest node.
  ///
  /// Edges from a node to itself are not looked at. Of cycles of one length that of the smallest node
  /// wins. In parts so large that looking from every node takes more than `effortLimit` steps the
  /// cycle is real, and the shortest through the nodes that were looked at.
  package static func find(in graph: DirectedGraph) -> [[Int]] {
    var sources = [Int32](repeating: 0, count: graph.targets.count)
    for node in 0..<graph.nodeCount {
      for slot in graph.row(node) { sources[slot] = Int32(truncatingIfNeeded: node) }
    }
    var search = Search(graph: graph, sources: sources)
    return StronglyConnectedParts.find(in: graph).enumerated().map { number, part in
      search.shortest(in: part, number: Int32(truncatingIfNeeded: number))
    }
  }

  private struct Search {
    let graph: DirectedGraph
    let sources: [Int32]
    /// For each node the part that it belongs to.
    private var partOf: [Int32]
    /// For each node the start of the search that reached it last.
    private var reachedFrom: [Int32]
    private var distance: [Int32]
    private var slotInto: [Int]

    init(graph: DirectedGraph, sources: [Int32]) {
      self.graph = graph
      self.sources = sources
      partOf = [Int32](repeating: -1, count: graph.nodeCount)
      reachedFrom = partOf
      distance = partOf
      slotInto = [Int](repeating: 0, count: graph.nodeCount)
    }

    mutating func shortest(in part: [Int32], number: Int32) -> [Int] {
      for node in part { partOf[Int(node)] = number }
      var best: [Int] = []
      var effort = 0
      for start in part {
        let limit = best.isEmpty ? part.count : best.count - 1
        if let found = cycle(from: start, number: number, limit: limit, effort: &effort) {
          best = found
        }
        if best.count == 2 || effort > effortLimit && !best.isEmpty { break }
      }
      return rotated(best)
    }

    /// The shortest cycle through a node of at most `limit` edges, by breadth first.
    private mutating func cycle(from start: Int32, number: Int32, limit: Int, effort: inout Int)
      -> [Int]?
    {
      var queue = [start]
      reachedFrom[Int(start)] = start
      distance[Int(start)] = 0
      var position = 0
      while position < queue.count {
        let node = Int(queue[position])
        position += 1
        guard distance[node] < limit else { return nil }
        for slot in graph.row(node) {
          effort += 1
          let target = Int(graph.targets[slot])
          guard partOf[target] == number, target != node else { continue }
          if target == Int(start) { return path(to: node, from: Int(start)) + [slot] }
          guard reachedFrom[target] != start else { continue }
          reachedFrom[target] = start
          distance[target] = distance[node] + 1
          slotInto[target] = slot
          queue.append(graph.targets[slot])
        }
      }
      return nil
    }

    private func path(to end: Int, from start: Int) -> [Int] {
      var slots: [Int] = []
      var node = end
      while node != start {
        slots.append(slotInto[node])
        node = Int(sources[slotInto[node]])
      }
      return slots.reversed()
    }

    private func rotated(_ slots: [Int]) -> [Int] {
      guard let first = slots.indices.min(by: { sources[slots[$0]] < sources[slots[$1]] }) else {
        return slots
      }
      return Array(slots[first...] + slots[..<first])
    }
  }
}
