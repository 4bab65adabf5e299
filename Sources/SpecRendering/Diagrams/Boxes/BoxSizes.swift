/// The measures of what stands in a diagram.
struct BoxSizes {
  static let lineLabelSize = 12
  static let loopReach = 22
  private static let lineLabelWidth = 170
  private static let titleWidth = 300

  private(set) var contents: [MeasuredContent]
  private(set) var titles: [WrappedLabel]
  /// The label of each line.
  private(set) var labels: [WrappedLabel]
  /// The room beside or below boxes for a line to themselves.
  private var loops: [Int: WrappedLabel] = [:]
  private(set) var gaps = LayerProblem.Gaps()

  private let diagram: BoxDiagram

  init(_ diagram: BoxDiagram) {
    self.diagram = diagram
    contents = diagram.boxes.map { MeasuredContent($0) }
    titles = diagram.groups.map {
      WrappedLabel($0.title, size: MeasuredContent.rowSize, width: Self.titleWidth)
    }
    labels = diagram.lines.map { line in
      line.label.isEmpty
        ? .empty
        : WrappedLabel(line.label, size: Self.lineLabelSize, width: Self.lineLabelWidth)
    }
    for (number, line) in diagram.lines.enumerated() {
      guard line.from == line.to, case .box(let box) = line.from else { continue }
      loops[box] = labels[number]
    }
    makeRoom()
    switch diagram.kind {
    case .classes, .entities:
      gaps.stub = 22
      gaps.ports = 34
      gaps.across = 40
    case .flowchart, .states, .sequence: break
    }
  }

  /// Widens boxes at which many lines start or end.
  private mutating func makeRoom() {
    var leaving = [Int](repeating: 0, count: diagram.boxes.count)
    var reaching = leaving
    for line in diagram.lines where line.from != line.to {
      if case .box(let box) = line.from { leaving[box] += 1 }
      if case .box(let box) = line.to { reaching[box] += 1 }
    }
    for box in diagram.boxes.indices {
      contents[box].makeRoom(
        for: max(leaving[box], reaching[box]), isVertical: diagram.direction.isVertical)
    }
  }

  /// What the title of a group takes above its boxes.
  func titleHeight(_ group: Int) -> Int { titles[group].isEmpty ? 0 : titles[group].height + 4 }

  /// What a line from a box to itself takes beside the box across the flow, and along the flow.
  func loopRoom(_ box: Int, isVertical: Bool) -> (across: Int, along: Int) {
    guard let label = loops[box] else { return (0, 0) }
    return isVertical
      ? (Self.loopReach + 12 + label.width, label.height)
      : (Self.loopReach + 10 + label.height, label.width + 8)
  }

  /// A group as it is laid out.
  func group(_ group: Int, parent: Int, direction: FlowDirection) -> LayerProblem.Group {
    let head = titleHeight(group)
    // Titles are bold.
    let title = titles[group].width * 107 / 100 + 24
    var given = LayerProblem.Group(parent: parent)
    if direction.isVertical {
      given.lead = direction == .down ? head + 12 : 12
      given.trail = direction == .down ? 12 : head + 12
      (given.low, given.high, given.breadth) = (16, 16, title)
    } else {
      let missing = max(title - 32 - deepest(in: group), 0)
      (given.lead, given.trail) = (16 + (missing + 1) / 2, 16 + (missing + 1) / 2)
      (given.low, given.high) = (head + 12, 12)
    }
    return given
  }

  /// The widest box directly in a group.
  private func deepest(in group: Int) -> Int {
    var widest = 0
    for (number, box) in diagram.boxes.enumerated() where box.group == group {
      widest = max(widest, contents[number].outline.width)
    }
    return widest
  }
}
