/// Says in words what a diagram of boxes shows.
struct DiagramWords {
  /// Lines beyond these are not said.
  private static let lineLimit = 60

  let diagram: BoxDiagram

  init(_ diagram: BoxDiagram) {
    self.diagram = diagram
  }

  /// How much there is.
  var summary: String {
    let lines = diagram.lines.count { $0.stroke != .unseen }
    return "\(Self.count(diagram.boxes.count, "box", "boxes")), "
      + Self.count(lines, "connection", "connections")
  }

  /// What leads where.
  var description: String {
    let shown = diagram.lines.filter { $0.stroke != .unseen }
    var sentences: [String] = []
    for line in shown.prefix(Self.lineLimit) {
      let label = line.label.joined(separator: " ")
      sentences.append(
        "\(name(line.from)) to \(name(line.to))" + (label.isEmpty ? "." : ": \(label)."))
    }
    if shown.count > Self.lineLimit {
      sentences.append("And \(shown.count - Self.lineLimit) more.")
    }
    return sentences.joined(separator: " ")
  }

  private func name(_ end: BoxDiagram.End) -> String {
    switch end {
    case .box(let box):
      switch diagram.boxes[box].shape {
      case .start: "start"
      case .stop: "end"
      default: diagram.boxes[box].content.name
      }
    case .group(let group): diagram.groups[group].title.joined(separator: " ")
    }
  }

  static func count(_ number: Int, _ one: String, _ many: String) -> String {
    number == 1 ? "1 \(one)" : "\(number) \(many)"
  }
}
