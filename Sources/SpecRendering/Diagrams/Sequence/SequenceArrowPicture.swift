/// Writes one message.
struct SequenceArrowPicture {
  var arrow: SequencePlaces.Arrow

  func write(to markup: inout MarkupWriter) {
    if arrow.message.from == arrow.message.to {
      writeLoop(to: &markup)
    } else {
      writeStraight(to: &markup)
    }
    markup.endLine()
  }

  private var lineName: String { arrow.message.isDotted ? "line dotted" : "line" }

  private func writeStraight(to markup: inout MarkupWriter) {
    let (from, to) = (arrow.from, arrow.to)
    let isRight = to.x > from.x
    let startSide: BoxOutline.Side = isRight ? .right : .left
    let endSide: BoxOutline.Side = isRight ? .left : .right
    let start = from.away(from: startSide, by: TipPicture.shortening(arrow.message.start))
    let end = to.away(from: endSide, by: TipPicture.shortening(arrow.message.end))
    markup.shape("path", ["class": lineName, "d": "M\(start.x) \(start.y)H\(end.x)"])
    TipPicture(tip: arrow.message.start, point: from, side: startSide).write(to: &markup)
    TipPicture(tip: arrow.message.end, point: to, side: endSide).write(to: &markup)
    if !arrow.text.isEmpty {
      markup.lines(
        arrow.text, class: "message",
        middle: DiagramPoint(x: (from.x + to.x) / 2, y: from.y - 4 - arrow.text.height / 2))
    }
  }

  private func writeLoop(to markup: inout MarkupWriter) {
    let (from, to) = (arrow.from, arrow.to)
    let far = from.x + SequenceColumns.loopWidth + 6
    let end = to.x + TipPicture.shortening(arrow.message.end)
    markup.shape(
      "path",
      [
        "class": lineName,
        "d": "M\(from.x) \(from.y)C\(far) \(from.y) \(far) \(to.y) \(end) \(to.y)",
      ])
    TipPicture(tip: arrow.message.end, point: to, side: .right).write(to: &markup)
    let top = (from.y + to.y) / 2 - arrow.text.height / 2
    for (line, words) in arrow.text.lines.enumerated() {
      markup.element(
        "text",
        [
          "class": "message start", "x": "\(from.x + SequenceColumns.loopWidth + 6)",
          "y": "\(top + line * WrappedLabel.lineHeight + 13)",
        ], words)
    }
  }
}
