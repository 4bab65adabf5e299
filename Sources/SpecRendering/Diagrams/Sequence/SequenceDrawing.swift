/// Writes a sequence diagram as SVG.
struct SequenceDrawing {
  private static let margin = 14
  /// In longer pictures the participants are named at the bottom as well.
  private static let longHeight = 520

  private let diagram: SequenceDiagram
  private let columns: SequenceColumns
  private let blocks: SequenceBlocks
  private let places: SequencePlaces
  private let headTop: Int
  private let headHeight: Int

  init(_ diagram: SequenceDiagram) {
    self.diagram = diagram
    columns = SequenceColumns(diagram)
    blocks = SequenceBlocks(diagram, columns)
    let names = columns.heads.map(\.height).max() ?? 0
    headHeight = names + (diagram.participants.contains(where: \.isPerson) ? 40 : 18)
    headTop = (diagram.title == nil ? 0 : 30) + (diagram.groups.isEmpty ? 0 : 26)
    places = SequencePlaces(diagram, columns, blocks, top: headTop + headHeight)
  }

  private var isLong: Bool { places.bottom > Self.longHeight }

  private var bottom: Int { places.bottom + (isLong ? headHeight : 0) }

  private var titleWidth: Int {
    diagram.title.map { TextMeasure.width($0, size: 15) * 107 / 100 } ?? 0
  }

  func write(to markup: inout MarkupWriter, id: String, source: DiagramSource) {
    let reach = max(blocks.right - blocks.left, titleWidth)
    let width = reach + 2 * Self.margin
    let height = bottom + 2 * Self.margin + (diagram.groups.isEmpty ? 0 : 8)
    let words = SequenceWords(diagram)
    markup.openDiagram(
      id: id, kind: .sequence, title: diagram.spokenTitle ?? diagram.title, summary: words.summary,
      description: words.description, width: width, height: height)
    let left = Self.margin - blocks.left + (reach - (blocks.right - blocks.left)) / 2
    markup.open("g", ["transform": "translate(\(left) \(Self.margin))"])
    markup.endLine()
    if let title = diagram.title {
      markup.element(
        "text", ["class": "title", "x": "\((blocks.left + blocks.right) / 2)", "y": "14"], title)
    }
    writeGroups(to: &markup)
    for frame in places.frames { writeGround(of: frame, to: &markup) }
    for participant in diagram.participants.indices {
      markup.shape(
        "path",
        [
          "class": "life",
          "d": "M\(columns.middles[participant]) \(headTop + headHeight)V\(places.bottom)",
        ])
    }
    markup.endLine()
    for frame in places.activations {
      rectangle(frame, "activation", radius: 1, to: &markup)
    }
    for participant in diagram.participants.indices {
      write(head: participant, top: headTop, to: &markup)
      if isLong { write(head: participant, top: places.bottom, to: &markup) }
    }
    for frame in places.frames { write(frame: frame, to: &markup) }
    for note in places.notes {
      markup.open("g", ["class": "node note"])
      rectangle(note.frame, "shape", radius: 2, to: &markup)
      markup.lines(note.text, class: "label", middle: note.frame.middle)
      markup.close("g")
      markup.endLine()
    }
    for arrow in places.arrows { SequenceArrowPicture(arrow: arrow).write(to: &markup) }
    markup.close("g")
    markup.close("svg")
    markup.endLine()
  }

  private func rectangle(
    _ frame: DiagramFrame, _ name: String, radius: Int, to markup: inout MarkupWriter
  ) {
    markup.shape(
      "rect",
      [
        "class": name, "x": "\(frame.x)", "y": "\(frame.y)", "width": "\(frame.width)",
        "height": "\(frame.height)", "rx": "\(radius)",
      ])
    markup.endLine()
  }

  // MARK: - Participants

  private func write(head participant: Int, top: Int, to markup: inout MarkupWriter) {
    let middle = columns.middles[participant]
    let label = columns.heads[participant]
    let width = columns.headWidth(participant)
    markup.open("g", ["class": "node"])
    if diagram.participants[participant].isPerson {
      markup.shape(
        "circle", ["class": "shape", "cx": "\(middle)", "cy": "\(top + 8)", "r": "7"])
      markup.shape(
        "path",
        [
          "class": "shape",
          "d": "M\(middle - 13) \(top + 33)c0 -22 26 -22 26 0z",
        ])
      markup.lines(
        label, class: "",
        middle: DiagramPoint(x: middle, y: top + 37 + label.height / 2))
    } else {
      let frame = DiagramFrame(x: middle - width / 2, y: top, width: width, height: headHeight)
      rectangle(frame, "shape", radius: 3, to: &markup)
      markup.lines(label, class: "", middle: frame.middle)
    }
    markup.close("g")
    markup.endLine()
  }

  /// Frames around the participants of each group that stand beside each other.
  private func writeGroups(to markup: inout MarkupWriter) {
    for (group, title) in diagram.groups.enumerated() {
      let members = diagram.participants.indices.filter {
        diagram.participants[$0].group == group
      }
      guard let first = members.first, let last = members.last else { continue }
      let left = columns.middles[first] - columns.headWidth(first) / 2 - 8
      let right = columns.middles[last] + columns.headWidth(last) / 2 + 8
      rectangle(
        DiagramFrame(x: left, y: headTop - 26, width: right - left, height: bottom - headTop + 34),
        "group", radius: 6, to: &markup)
      markup.element(
        "text", ["class": "group-title", "x": "\(left + 10)", "y": "\(headTop - 9)"],
        TextMeasure.fitted(title.joined(separator: " "), size: 12, width: right - left - 16))
      markup.endLine()
    }
  }

  // MARK: - Blocks

  private func writeGround(of frame: SequencePlaces.Frame, to markup: inout MarkupWriter) {
    rectangle(frame.frame, frame.kind == "rect" ? "band" : "block", radius: 3, to: &markup)
  }

  private func write(frame: SequencePlaces.Frame, to markup: inout MarkupWriter) {
    guard frame.kind != "rect" else { return }
    let (x, y) = (frame.frame.x, frame.frame.y)
    let tab = SequenceBlocks.tabWidth(frame.kind)
    markup.shape(
      "path",
      ["class": "tab", "d": "M\(x) \(y)h\(tab)v12l-7 7h\(7 - tab)z"])
    markup.element(
      "text", ["class": "tab-name", "x": "\(x + 7)", "y": "\(y + 14)"], frame.kind)
    write(text: frame.text, x: x + tab + 8, y: y + 3, to: &markup)
    for part in frame.parts {
      markup.shape("path", ["class": "divider", "d": "M\(x) \(part.y)H\(frame.frame.right)"])
      write(text: part.text, x: x + tab + 8, y: part.y + 3, to: &markup)
    }
    markup.endLine()
  }

  private func write(text: WrappedLabel, x: Int, y: Int, to markup: inout MarkupWriter) {
    for (line, words) in text.lines.enumerated() {
      markup.element(
        "text", ["class": "condition", "x": "\(x)", "y": "\(y + 12 + line * 17)"], words)
    }
  }
}
