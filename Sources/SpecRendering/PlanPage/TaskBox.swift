import SpecModel

/// The box of one task in a graph.
struct TaskBox {
  let picture: PlanPicture
  let shape: GraphShape
  let isLinked: Bool

  func write(_ task: Int, at place: GraphShape.Point, to markup: inout MarkupWriter) {
    let item = picture.tasks[task]
    let isCritical = item.time.isCritical
    let name: StaticString = isLinked ? "a" : "g"
    markup.open(
      name,
      [
        "class": "task priority-\(item.priority.rawValue)" + (isCritical ? " on-path" : ""),
        "transform": "translate(\(place.x) \(place.y))",
        "href": isLinked ? picture.link(to: task) : "",
        "data-task": isLinked ? String(task) : "",
        "aria-label": isLinked ? label(task) : "",
      ])
    markup.element("title", "\(item.id): \(item.title)")
    markup.shape(
      "rect",
      ["class": "box", "width": "\(shape.boxWidth)", "height": "\(shape.boxHeight)", "rx": "7"])
    if shape.boxHeight > 40 { writeCard(task, to: &markup) } else { writeChip(task, to: &markup) }
    markup.close(name)
    markup.endLine()
  }

  private func writeCard(_ task: Int, to markup: inout MarkupWriter) {
    let item = picture.tasks[task]
    let inner = shape.boxWidth - 14 - 10
    writeStrip(height: shape.boxHeight - 16, to: &markup)
    let mark = item.time.isCritical ? 12 : 0
    if mark > 0 { markup.shape("path", ["class": "mark", "d": "M14 13l4 -4l4 4l-4 4z"]) }
    let id = TextMeasure.fitted(picture.shortID(task), size: 12, width: inner / 2)
    markup.element("text", ["class": "id", "x": "\(14 + mark)", "y": "17"], id)
    let room = inner - mark - TextMeasure.width(id, size: 14) - 10
    markup.element(
      "text",
      ["class": "who", "x": "\(shape.boxWidth - 10)", "y": "17", "text-anchor": "end"],
      TextMeasure.fitted(item.agent ?? "no agent", size: 10, width: room))
    for (line, words) in TextMeasure.lines(item.title, size: 12, width: inner).enumerated() {
      markup.element("text", ["class": "title", "x": "14", "y": "\(33 + line * 15)"], words)
    }
  }

  private func writeChip(_ task: Int, to markup: inout MarkupWriter) {
    writeStrip(height: shape.boxHeight - 10, to: &markup)
    let mark = picture.tasks[task].time.isCritical ? 10 : 0
    if mark > 0 {
      markup.shape("path", ["class": "mark", "d": "M12 12l3.5 -3.5l3.5 3.5l-3.5 3.5z"])
    }
    markup.element(
      "text", ["class": "id", "x": "\(13 + mark)", "y": "16"],
      TextMeasure.fitted(
        picture.shortID(task), size: 12, width: shape.boxWidth - 17 - mark))
  }

  private func writeStrip(height: Int, to markup: inout MarkupWriter) {
    markup.shape(
      "rect",
      [
        "class": "strip", "x": "6", "y": "\((shape.boxHeight - height) / 2)", "width": "3",
        "height": "\(height)", "rx": "1.5",
      ])
  }

  /// What a screen reader says.
  private func label(_ task: Int) -> String {
    let item = picture.tasks[task]
    return "\(item.id): \(item.title), \(item.agent ?? "no agent"), wave \(item.wave)"
      + (item.time.isCritical ? ", on the critical path" : "")
  }
}
