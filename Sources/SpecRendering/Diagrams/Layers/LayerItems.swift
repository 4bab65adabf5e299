/// The boxes of each layer and, between them, what passes through it: edges, labels and empty parts of
/// groups.
struct LayerItems {
  struct Item {
    var rank: Int
    /// The innermost group, or -1.
    var group: Int
    var low: Int
    var high: Int
    var depth: Int
    var kind: Kind
  }

  enum Kind {
    case box, passage, label, filler

    var isBox: Bool { self == .box }
  }

  /// Boxes first, in their order.
  private(set) var items: [Item] = []
  /// For each edge its items from the earlier to the later layer; nothing for those that are not drawn
  /// through layers.
  private(set) var chains: [[Int]]
  /// For each edge the item of its label.
  private(set) var labels: [Int?]
  private(set) var layerCount = 0

  private let problem: LayerProblem
  private let ranks: LayerRanks

  init(
    _ problem: LayerProblem, joins: [LayerJoins.Join?], ranks: LayerRanks
  ) throws(DiagramFault) {
    self.problem = problem
    self.ranks = ranks
    chains = [[Int]](repeating: [], count: problem.edges.count)
    labels = [Int?](repeating: nil, count: problem.edges.count)
    for (number, box) in problem.boxes.enumerated() {
      items.append(
        Item(
          rank: ranks.first[number], group: box.group, low: box.low, high: box.high,
          depth: max(box.depth, box.room), kind: .box))
      layerCount = max(layerCount, ranks.first[number] + 1)
    }
    let anchors = self.anchors
    for (edge, join) in joins.enumerated() {
      guard let join else { continue }
      try addChain(edge, join, anchors)
    }
    try addFillers()
  }

  /// For each group a box in its first and one in its last layer, at which edges of the group end.
  private var anchors: (first: [Int], last: [Int]) {
    var first = [Int](repeating: -1, count: problem.groups.count)
    var last = first
    for box in problem.boxes.indices {
      var group = problem.boxes[box].group
      while group >= 0 {
        let element = problem.boxes.count + group
        if first[group] < 0, ranks.first[box] == ranks.first[element] { first[group] = box }
        if last[group] < 0, ranks.first[box] == ranks.last[element] { last[group] = box }
        group = problem.groups[group].parent
      }
    }
    return (first, last)
  }

  private mutating func addChain(
    _ edge: Int, _ join: LayerJoins.Join, _ anchors: (first: [Int], last: [Int])
  ) throws(DiagramFault) {
    let given = problem.edges[edge]
    let isTurned = ranks.isTurned[edge]
    let count = problem.boxes.count
    let upper = isTurned ? given.to : given.from
    let lower = isTurned ? given.from : given.to
    let start = upper < count ? upper : anchors.last[upper - count]
    let end = lower < count ? lower : anchors.first[lower - count]
    // Groups have boxes in them.
    guard start >= 0, end >= 0 else { return }
    var chain = [start]
    let between = (items[start].rank + 1)..<items[end].rank
    var labelled: Int?
    if given.labelBreadth > 0 {
      let free = between.filter {
        ($0 - items[start].rank) % 2 == 1 && group(at: $0, start, end, join.group) == join.group
      }
      labelled = isTurned ? free.last : free.first
    }
    for rank in between {
      let isLabel = rank == labelled
      if isLabel { labels[edge] = items.count }
      chain.append(items.count)
      items.append(
        Item(
          rank: rank, group: group(at: rank, start, end, join.group),
          low: isLabel ? (given.labelBreadth + 1) / 2 : 0,
          high: isLabel ? (given.labelBreadth + 1) / 2 : 0,
          depth: isLabel ? given.labelDepth : 0, kind: isLabel ? .label : .passage))
    }
    guard items.count - count <= DiagramLimits.passages else {
      throw DiagramFault(reason: "the lines of the diagram pass too many boxes")
    }
    chains[edge] = chain + [end]
  }

  /// The group that an edge is in where it passes a layer: that of its start as long as that lasts.
  private func group(at rank: Int, _ start: Int, _ end: Int, _ common: Int) -> Int {
    let count = problem.boxes.count
    var group = problem.boxes[start].group
    while group != common, group >= 0 {
      if ranks.last[count + group] >= rank { return group }
      group = problem.groups[group].parent
    }
    group = problem.boxes[end].group
    while group != common, group >= 0 {
      if ranks.first[count + group] <= rank { return group }
      group = problem.groups[group].parent
    }
    return common
  }

  /// Gives each group something in each of its layers.
  private mutating func addFillers() throws(DiagramFault) {
    guard !problem.groups.isEmpty else { return }
    var present = [Bool](repeating: false, count: problem.groups.count * layerCount)
    for item in items {
      var group = item.group
      while group >= 0, !present[group * layerCount + item.rank] {
        present[group * layerCount + item.rank] = true
        group = problem.groups[group].parent
      }
    }
    for group in problem.groups.indices.reversed() {
      let element = problem.boxes.count + group
      for rank in ranks.first[element]...max(ranks.first[element], ranks.last[element])
      where !present[group * layerCount + rank] {
        items.append(Item(rank: rank, group: group, low: 0, high: 0, depth: 0, kind: .filler))
        var outer = group
        while outer >= 0, !present[outer * layerCount + rank] {
          present[outer * layerCount + rank] = true
          outer = problem.groups[outer].parent
        }
      }
    }
    guard items.count - problem.boxes.count <= 2 * DiagramLimits.passages else {
      throw DiagramFault(reason: "the groups of the diagram are too long")
    }
  }
}
