/// Rows for the boxes of a graph whose columns and groups are given.
///
/// Each group has as many rows as its fullest column has boxes. Boxes are put near what they are joined
/// with by sweeps over the columns (barycentres), which straightens edges and takes crossings out. Time
/// is near linear in boxes plus edges.
struct LayeredLayout {
  struct Box {
    var group: Int
    var column: Int
  }

  /// For each box its row in its group.
  private(set) var rows: [Int]
  /// For each group how many rows it has.
  private(set) var rowCounts: [Int]

  private let boxes: [Box]
  /// The boxes of one column of one group, next to each other.
  private var stacks: [[Int]] = []
  private var before: [[Int]]
  private var after: [[Int]]

  /// Edges lead from boxes of lower to boxes of higher columns; those between groups move nothing.
  init(boxes: [Box], groupCount: Int, edges: [(from: Int, to: Int)], sweeps: Int = 3) {
    self.boxes = boxes
    rows = [Int](repeating: 0, count: boxes.count)
    rowCounts = [Int](repeating: 0, count: groupCount)
    before = [[Int]](repeating: [], count: boxes.count)
    after = before
    for edge in edges where boxes[edge.from].group == boxes[edge.to].group {
      before[edge.to].append(edge.from)
      after[edge.from].append(edge.to)
    }
    stack()
    for _ in 0..<sweeps {
      for index in stacks.indices.reversed() { place(index, beside: after) }
      for index in stacks.indices { place(index, beside: before) }
    }
  }

  /// Groups, in each of them its columns, in the order given.
  private mutating func stack() {
    let order = boxes.indices.sorted {
      (boxes[$0].group, boxes[$0].column, $0) < (boxes[$1].group, boxes[$1].column, $1)
    }
    for box in order {
      if let last = stacks.last?.first, boxes[last].group == boxes[box].group,
        boxes[last].column == boxes[box].column
      {
        stacks[stacks.count - 1].append(box)
      } else {
        stacks.append([box])
      }
    }
    for stack in stacks {
      for (row, box) in stack.enumerated() { rows[box] = row }
      if let group = stack.first.map({ boxes[$0].group }) {
        rowCounts[group] = max(rowCounts[group], stack.count)
      }
    }
  }

  /// Puts the boxes of a column as near to the mean row of their neighbours as their order allows.
  private mutating func place(_ index: Int, beside neighbours: [[Int]]) {
    guard let first = stacks[index].first else { return }
    // Twice the mean, so that halves count.
    var wishes: [Int: Int] = [:]
    for box in stacks[index] {
      let rows = neighbours[box].map { self.rows[$0] }
      wishes[box] = rows.isEmpty ? self.rows[box] * 2 : rows.reduce(0, +) * 2 / rows.count
    }
    let sorted = stacks[index].enumerated().sorted {
      (wishes[$0.element] ?? 0, rows[$0.element], $0.offset)
        < (wishes[$1.element] ?? 0, rows[$1.element], $1.offset)
    }.map(\.element)
    stacks[index] = sorted
    let last = rowCounts[boxes[first].group] - 1
    var next = 0
    for (place, box) in sorted.enumerated() {
      // Room stays for those that follow.
      let row = min(max((wishes[box] ?? 0) / 2, next), last - (sorted.count - 1 - place))
      rows[box] = row
      next = row + 1
    }
  }
}
