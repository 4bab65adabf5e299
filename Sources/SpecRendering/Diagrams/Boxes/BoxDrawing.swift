/// Writes a diagram of boxes as SVG.
struct BoxDrawing {
  private static let margin = 12
  private static let titleSize = 15

  private let diagram: BoxDiagram
  private let sizes: BoxSizes
  private let placement: BoxPlacement
  private let title: WrappedLabel
  /// What notes beside ends and lines beside boxes need at the borders.
  private let width: Int
  private let top: Int

  init(_ diagram: BoxDiagram) throws(DiagramFault) {
    guard !diagram.boxes.isEmpty else { throw DiagramFault(reason: "the diagram is empty") }
    self.diagram = diagram
    sizes = BoxSizes(diagram)
    placement = try BoxPlacement(diagram, sizes: sizes)
    title = WrappedLabel(
      diagram.title.map { [$0] } ?? [], size: Self.titleSize, width: max(placement.width, 300))
    width = max(placement.width, title.width * 107 / 100) + 2 * Self.margin
    top = title.isEmpty ? Self.margin : Self.margin + title.height + 14
  }

  func write(to markup: inout MarkupWriter, id: String, source: DiagramSource) {
    let height = top + placement.height + Self.margin
    markup.openDiagram(
      id: id, kind: diagram.kind, title: diagram.spokenTitle ?? diagram.title,
      summary: DiagramWords(diagram).summary, description: DiagramWords(diagram).description,
      width: width, height: height)
    for (line, text) in title.lines.enumerated() {
      markup.element(
        "text",
        ["class": "title", "x": "\(width / 2)", "y": "\(Self.margin + 14 + line * 17)"], text)
    }
    markup.open(
      "g", ["transform": "translate(\((width - placement.width) / 2) \(top))"])
    markup.endLine()
    for group in diagram.groups.indices { write(group: group, to: &markup) }
    for line in diagram.lines.indices { write(line: line, to: &markup) }
    for box in diagram.boxes.indices {
      BoxPicture(
        content: sizes.contents[box], shape: diagram.boxes[box].shape, frame: placement.boxes[box]
      ).write(to: &markup)
    }
    for line in diagram.lines.indices { write(labelOf: line, to: &markup) }
    for group in diagram.groups.indices { write(titleOf: group, to: &markup) }
    markup.close("g")
    markup.close("svg")
    markup.endLine()
  }

  // MARK: - Groups

  private func write(group: Int, to markup: inout MarkupWriter) {
    let frame = placement.groups[group]
    markup.shape(
      "rect",
      [
        "class": "group", "x": "\(frame.x)", "y": "\(frame.y)", "width": "\(frame.width)",
        "height": "\(frame.height)", "rx": "6",
      ])
    markup.endLine()
  }

  private func write(titleOf group: Int, to markup: inout MarkupWriter) {
    let frame = placement.groups[group]
    let start = titlePlace(group)
    for (line, text) in sizes.titles[group].lines.enumerated() where !text.isEmpty {
      markup.element(
        "text",
        ["class": "group-title", "x": "\(start)", "y": "\(frame.y + 18 + line * 17)"], text)
      markup.endLine()
    }
  }

  /// The first place from the left at which no line passes the title of a group, if there is one.
  private func titlePlace(_ group: Int) -> Int {
    let frame = placement.groups[group]
    // Titles are bold.
    let width = sizes.titles[group].width * 107 / 100 + 8
    let first = frame.x + 12
    let passed = placement.routes.flatMap { route in
      route?.places(between: frame.y + 4, and: frame.y + sizes.titleHeight(group)) ?? []
    }.filter { $0 > frame.x && $0 < frame.right }.sorted()
    var start = first
    for place in passed where place < start + width { start = max(start, place + 8) }
    return start + width <= frame.right ? start : first
  }

  // MARK: - Lines

  private func write(line number: Int, to markup: inout MarkupWriter) {
    let line = diagram.lines[number]
    guard line.stroke != .unseen, let route = route(number) else { return }
    markup.shape(
      "path",
      [
        "class": line.stroke == .solid ? "line" : "line \(line.stroke.rawValue)",
        "d": route.path(
          shorterAtStart: TipPicture.shortening(line.start),
          shorterAtEnd: TipPicture.shortening(line.end)),
      ])
    TipPicture(tip: line.start, point: route.start, side: route.startSide).write(to: &markup)
    TipPicture(tip: line.end, point: route.end, side: route.endSide).write(to: &markup)
    markup.endLine()
  }

  /// The way of a line from outline to outline.
  private func route(_ number: Int) -> DiagramRoute? {
    guard var route = placement.routes[number] else { return nil }
    let line = diagram.lines[number]
    route.start = onOutline(route.start, route.startSide, of: line.from)
    route.end = onOutline(route.end, route.endSide, of: line.to)
    return route
  }

  private func onOutline(
    _ point: DiagramPoint, _ side: BoxOutline.Side, of end: BoxDiagram.End
  ) -> DiagramPoint {
    guard case .box(let box) = end else { return point }
    let middle = placement.boxes[box].middle
    let offset = side == .top || side == .bottom ? point.x - middle.x : point.y - middle.y
    return point.away(from: side, by: -sizes.contents[box].outline.inset(side, at: offset))
  }

  private func write(labelOf number: Int, to markup: inout MarkupWriter) {
    let line = diagram.lines[number]
    guard line.stroke != .unseen else { return }
    if let middle = placement.labels[number], !sizes.labels[number].isEmpty {
      let label = sizes.labels[number]
      markup.shape(
        "rect",
        [
          "class": "label-ground", "x": "\(middle.x - label.width / 2 - 4)",
          "y": "\(middle.y - label.height / 2 - 1)", "width": "\(label.width + 8)",
          "height": "\(label.height + 2)", "rx": "3",
        ])
      markup.lines(label, class: "label", middle: middle)
      markup.endLine()
    }
    guard let route = placement.routes[number] else { return }
    write(note: line.startNote, at: route.start, route.startSide, to: &markup)
    write(note: line.endNote, at: route.end, route.endSide, to: &markup)
  }

  /// What stands beside the end of a line.
  private func write(
    note: String, at point: DiagramPoint, _ side: BoxOutline.Side, to markup: inout MarkupWriter
  ) {
    guard !note.isEmpty else { return }
    let (x, y, anchor): (Int, Int, String) =
      switch side {
      case .top: (point.x + 10, point.y - 8, "start")
      case .bottom: (point.x + 10, point.y + 17, "start")
      case .left: (point.x - 6, point.y - 9, "end")
      case .right: (point.x + 6, point.y - 9, "start")
      }
    markup.element(
      "text", ["class": "end-note \(anchor)", "x": "\(x)", "y": "\(y)"],
      TextMeasure.fitted(note, size: 11, width: 60))
    markup.endLine()
  }
}
