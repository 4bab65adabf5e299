/// A graph whose edges are turned where they would close a cycle.
///
/// Linear.
struct AcyclicGraph {
  struct Arc {
    var to: Int
    var length: Int
  }

  /// All vertices, each behind those that lead to it.
  private(set) var order: [Int] = []
  /// How many arcs lead to each vertex.
  private(set) var incoming: [Int]

  private var starts: [Int]
  private var arcs: [Arc]

  /// Edges from a vertex to itself are left out.
  init(count: Int, edges: [(from: Int, to: Int)], lengths: [Int]) {
    let turned = Self.closing(count: count, edges: edges)
    starts = [Int](repeating: 0, count: count + 1)
    incoming = [Int](repeating: 0, count: count)
    for (index, edge) in edges.enumerated() where edge.from != edge.to {
      starts[(turned[index] ? edge.to : edge.from) + 1] += 1
      incoming[turned[index] ? edge.from : edge.to] += 1
    }
    for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
    var next = starts
    arcs = [Arc](repeating: Arc(to: 0, length: 0), count: starts[count])
    for (index, edge) in edges.enumerated() where edge.from != edge.to {
      let from = turned[index] ? edge.to : edge.from
      arcs[next[from]] = Arc(to: turned[index] ? edge.from : edge.to, length: lengths[index])
      next[from] += 1
    }
    sort(count: count)
  }

  func arcs(from vertex: Int) -> ArraySlice<Arc> { arcs[starts[vertex]..<starts[vertex + 1]] }

  private mutating func sort(count: Int) {
    var left = incoming
    order = (0..<count).filter { left[$0] == 0 }
    var place = 0
    while place < order.count {
      for arc in arcs(from: order[place]) {
        left[arc.to] -= 1
        if left[arc.to] == 0 { order.append(arc.to) }
      }
      place += 1
    }
  }

  /// Which edges lead back to a vertex that is being visited, in a walk that starts at vertices to which
  /// nothing leads, then at the first ones.
  private static func closing(count: Int, edges: [(from: Int, to: Int)]) -> [Bool] {
    var starts = [Int](repeating: 0, count: count + 1)
    var isTarget = [Bool](repeating: false, count: count)
    for edge in edges where edge.from != edge.to {
      starts[edge.from + 1] += 1
      isTarget[edge.to] = true
    }
    for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
    var next = starts
    var outgoing = [Int](repeating: 0, count: starts[count])
    for (index, edge) in edges.enumerated() where edge.from != edge.to {
      outgoing[next[edge.from]] = index
      next[edge.from] += 1
    }
    next = starts
    var closes = [Bool](repeating: false, count: edges.count)
    // 0 unseen, 1 being visited, 2 done.
    var states = [UInt8](repeating: 0, count: count)
    var path: [Int] = []
    for root in (0..<count).filter({ !isTarget[$0] }) + (0..<count) where states[root] == 0 {
      states[root] = 1
      path.append(root)
      while let vertex = path.last {
        guard next[vertex] < starts[vertex + 1] else {
          states[vertex] = 2
          path.removeLast()
          continue
        }
        let edge = outgoing[next[vertex]]
        next[vertex] += 1
        let target = edges[edge].to
        if states[target] == 1 {
          closes[edge] = true
        } else if states[target] == 0 {
          states[target] = 1
          path.append(target)
        }
      }
    }
    return closes
  }
}
