/// The layer of each box.
///
/// Groups are ranked like boxes that span many layers, so that a group stands behind what leads to it and
/// before what it leads to; then boxes are ranked in their groups. Edges that close a cycle are turned
/// round for this. Linear in elements plus edges.
struct LayerRanks {
  /// The first and the last layer of each element, from 0.
  private(set) var first: [Int]
  private(set) var last: [Int]
  /// Which edges lead from a later to an earlier layer.
  private(set) var isTurned: [Bool]

  private let problem: LayerProblem
  /// Layers from a box to the next: 2 where there are layers for labels between.
  private let step: Int

  init(_ problem: LayerProblem, joins: [LayerJoins.Join?]) {
    self.problem = problem
    step = problem.edges.contains { $0.labelBreadth > 0 } ? 2 : 1
    first = [Int](repeating: 0, count: problem.elementCount)
    last = first
    isTurned = [Bool](repeating: false, count: problem.edges.count)
    var members = [[Int]](repeating: [], count: problem.groups.count + 1)
    for element in 0..<problem.elementCount {
      members[problem.parent(of: element) + 1].append(element)
    }
    var edges = [[Int]](repeating: [], count: problem.groups.count + 1)
    for (edge, join) in joins.enumerated() {
      if let join { edges[join.group + 1].append(edge) }
    }
    let order = firstMentions
    // Inner groups first: their spans are needed.
    for group in stride(from: problem.groups.count - 1, through: -1, by: -1) {
      rank(
        members[group + 1].sorted { (order[$0], $0) < (order[$1], $1) },
        edges[group + 1].compactMap { edge in joins[edge].map { (edge, $0) } })
      if group >= 0 {
        let element = problem.boxes.count + group
        last[element] = members[group + 1].reduce(0) { max($0, last[$1]) }
      }
    }
    // Outer groups first: what is in them moves with them.
    for group in problem.groups.indices {
      let start = first[problem.boxes.count + group]
      for member in members[group + 1] {
        first[member] += start
        last[member] += start
      }
    }
    for (edge, join) in joins.enumerated() {
      if let join { isTurned[edge] = first[join.from] > first[join.to] }
    }
  }

  /// For each element the first box in it.
  private var firstMentions: [Int] {
    var order = [Int](repeating: Int.max, count: problem.elementCount)
    for box in problem.boxes.indices { order[box] = box }
    for element in (0..<problem.elementCount) where problem.parent(of: element) >= 0 {
      if element < problem.boxes.count {
        let group = problem.boxes.count + problem.boxes[element].group
        order[group] = min(order[group], element)
      }
    }
    for group in problem.groups.indices.reversed() where problem.groups[group].parent >= 0 {
      let parent = problem.boxes.count + problem.groups[group].parent
      order[parent] = min(order[parent], order[problem.boxes.count + group])
    }
    return order
  }

  /// Ranks what is directly in one group, from 0.
  private mutating func rank(_ members: [Int], _ edges: [(edge: Int, join: LayerJoins.Join)]) {
    var places = [Int](repeating: -1, count: problem.elementCount)
    for (place, member) in members.enumerated() { places[member] = place }
    let graph = AcyclicGraph(
      count: members.count,
      edges: edges.map { (places[$0.join.from], places[$0.join.to]) },
      lengths: edges.map { problem.edges[$0.edge].length })
    func span(_ place: Int) -> Int { last[members[place]] - first[members[place]] }
    var ranks = [Int](repeating: 0, count: members.count)
    for place in graph.order {
      for arc in graph.arcs(from: place) {
        ranks[arc.to] = max(ranks[arc.to], ranks[place] + span(place) + arc.length * step)
      }
    }
    // What has more ahead than behind moves on, so that edges are short.
    for place in graph.order.reversed() {
      let arcs = graph.arcs(from: place)
      guard arcs.count > graph.incoming[place] else { continue }
      let latest = arcs.reduce(Int.max) { min($0, ranks[$1.to] - $1.length * step) } - span(place)
      ranks[place] = max(ranks[place], latest)
    }
    spread(
      members.indices.filter { graph.arcs(from: $0).isEmpty && graph.incoming[$0] == 0 }, &ranks,
      span)
    for (place, member) in members.enumerated() {
      let length = span(place)
      first[member] = ranks[place]
      last[member] = ranks[place] + length
    }
  }

  /// Puts what nothing leads to in rows that are about as long as there are rows.
  private func spread(_ places: [Int], _ ranks: inout [Int], _ span: (Int) -> Int) {
    guard places.count > problem.rowLength else { return }
    var inRow = problem.rowLength - 1
    while inRow * inRow < places.count { inRow += 1 }
    var start = 0
    var next = 0
    for (index, place) in places.enumerated() {
      if index > 0, index % inRow == 0 { start = next }
      ranks[place] = start
      next = max(next, start + span(place) + step)
    }
  }
}
