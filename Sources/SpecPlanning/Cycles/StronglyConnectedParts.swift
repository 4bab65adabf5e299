/// The sets of nodes that can all reach one another.
enum StronglyConnectedParts {
  /// The parts with more than one node, each in the order of its nodes' numbers, by their smallest node.
  ///
  /// Linear in nodes plus edges; no recursion, for the depth would be that of the input.
  static func find(in graph: DirectedGraph) -> [[Int32]] {
    var search = Search(graph)
    for node in 0..<graph.nodeCount { search.visit(node) }
    return search.parts.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// Tarjan's algorithm with a stack of its own.
  private struct Search {
    let graph: DirectedGraph
    var parts: [[Int32]] = []
    private var number: [Int32]
    private var lowest: [Int32]
    private var isOpen: [Bool]
    private var open: [Int32] = []
    private var path: [(node: Int, slot: Int)] = []
    private var nextNumber: Int32 = 0

    init(_ graph: DirectedGraph) {
      self.graph = graph
      number = [Int32](repeating: -1, count: graph.nodeCount)
      lowest = number
      isOpen = [Bool](repeating: false, count: graph.nodeCount)
    }

    mutating func visit(_ root: Int) {
      guard number[root] < 0 else { return }
      enter(root)
      while let (node, slot) = path.last {
        if slot < graph.row(node).upperBound {
          path[path.count - 1].slot += 1
          let target = Int(graph.targets[slot])
          if number[target] < 0 {
            enter(target)
          } else if isOpen[target] {
            lowest[node] = min(lowest[node], number[target])
          }
        } else {
          path.removeLast()
          if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
          if lowest[node] == number[node] { close(node) }
        }
      }
    }

    private mutating func enter(_ node: Int) {
      number[node] = nextNumber
      lowest[node] = nextNumber
      nextNumber += 1
      open.append(Int32(truncatingIfNeeded: node))
      isOpen[node] = true
      path.append((node, graph.row(node).lowerBound))
    }

    private mutating func close(_ root: Int) {
      var part: [Int32] = []
      while let node = open.popLast() {
        isOpen[Int(node)] = false
        part.append(node)
        if Int(node) == root { break }
      }
      if part.count > 1 { parts.append(part.sorted()) }
    }
  }
}
