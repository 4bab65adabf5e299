import SpecModel
import SpecPlanning

/// The schedule as bars over time, a row for each task, feature by feature.
///
/// Beside each bar stands what it is, so that no column of names is needed.
struct ScheduleDrawing {
  static let rowHeight = 26
  static let axisHeight = 28

  let picture: PlanPicture
  let width: Int
  let isLinked: Bool
  private let margin = 10
  private let marks: [Int]
  /// For each task the steps that review it.
  private let reviews: [Int: [Int]]

  init(_ picture: PlanPicture, width: Int, isLinked: Bool) {
    self.picture = picture
    self.width = width
    self.isLinked = isLinked
    let step = TimeAxis.step(of: picture.makespan, marks: 12)
    marks = Array(stride(from: 0, through: picture.makespan, by: step))
    var reviews: [Int: [Int]] = [:]
    for (number, step) in picture.steps.enumerated() {
      if let task = step.task { reviews[task, default: []].append(number) }
    }
    self.reviews = reviews
  }

  func height(of feature: Int) -> Int { picture.features[feature].tasks.count * Self.rowHeight }

  /// The times, above all rows.
  func writeAxis(to markup: inout MarkupWriter) {
    markup.open("g", ["class": "axis"])
    for mark in marks {
      let place = x(mark)
      markup.shape("path", ["class": "grid", "d": "M\(place) 20V\(Self.axisHeight)"])
      let anchor = mark == 0 ? "start" : place > width - 50 ? "end" : "middle"
      markup.element(
        "text", ["x": "\(place)", "y": "14", "text-anchor": anchor], TimeSpan.text(mark))
    }
    markup.close("g")
  }

  /// One line for a feature: what stands around its tasks, and from when to when they run.
  func writeSpan(of feature: Int, to markup: inout MarkupWriter) {
    let item = picture.features[feature]
    let times = item.tasks.map { picture.tasks[$0].time }
    let start = times.map(\.start).min() ?? 0
    let finish = times.map(\.finish).max() ?? 0
    writeGrid(height: Self.rowHeight, to: &markup)
    writeBar("span", from: start, to: finish, y: 11, height: 4, to: &markup)
    for time in times where time.isCritical {
      writeBar("span on-path", from: time.start, to: time.finish, y: 11, height: 4, to: &markup)
    }
    for number in item.steps {
      let step = picture.steps[number]
      let isBefore = step.kind == .gate
      let words =
        "\(step.kind.rawValue): \(step.agent ?? "no agent"), "
        + "\(TimeSpan.text(step.time.start)) to \(TimeSpan.text(step.time.finish))"
      writeBar(
        "around \(isBefore ? "gate" : "after")" + (step.time.isCritical ? " on-path" : ""),
        from: step.time.start, to: step.time.finish, y: 6, height: 14, title: words, to: &markup)
    }
  }

  /// The rows of a feature's tasks.
  func writeRows(of feature: Int, to markup: inout MarkupWriter) {
    writeGrid(height: height(of: feature), to: &markup)
    for (row, task) in picture.features[feature].tasks.enumerated() {
      writeRow(task, y: row * Self.rowHeight, to: &markup)
    }
  }

  // MARK: Parts

  private func writeGrid(height: Int, to markup: inout MarkupWriter) {
    let path = marks.map { "M\(x($0)) 0v\(height)" }.joined()
    markup.shape("path", ["class": "grid", "d": path])
    markup.endLine()
  }

  private func writeRow(_ task: Int, y: Int, to markup: inout MarkupWriter) {
    let item = picture.tasks[task]
    let name: StaticString = isLinked ? "a" : "g"
    let end = (reviews[task] ?? []).map { picture.steps[$0].time.finish }.max() ?? 0
    let isCritical = item.time.isCritical
    markup.open(
      name,
      [
        "class": "row priority-\(item.priority.rawValue)" + (isCritical ? " on-path" : ""),
        "transform": "translate(0 \(y))",
        "href": isLinked ? picture.link(to: task) : "",
        "data-task": isLinked ? String(task) : "",
        "aria-label": isLinked ? label(task) : "",
      ])
    markup.shape(
      "rect",
      ["class": "hit", "width": "\(width)", "height": "\(Self.rowHeight)"])
    if item.time.slack > 0 {
      let last = min(item.time.finish + item.time.slack, picture.makespan)
      writeBar("slack", from: item.time.finish, to: last, y: 6, height: 14, to: &markup)
    }
    for review in reviews[task] ?? [] {
      let time = picture.steps[review].time
      writeBar("review", from: time.start, to: time.finish, y: 10, height: 6, to: &markup)
    }
    writeBar("bar", from: item.time.start, to: item.time.finish, y: 6, height: 14, to: &markup)
    writeWords(task, right: x(max(end, item.time.finish)), to: &markup)
    markup.close(name)
    markup.endLine()
  }

  /// What the bar is, on the side where there is more room.
  private func writeWords(_ task: Int, right: Int, to markup: inout MarkupWriter) {
    let item = picture.tasks[task]
    let left = x(item.time.start)
    let isRight = width - right >= left
    let room = (isRight ? width - right : left) - margin - 12
    let id = picture.shortID(task)
    let who = TextMeasure.fitted(item.agent ?? "no agent", size: 12, width: room / 3)
    let rest = room - TextMeasure.width(id, size: 13) - TextMeasure.width(who, size: 12) - 14
    markup.open(
      "text",
      [
        "x": "\(isRight ? right + 6 : left - 6)", "y": "17",
        "text-anchor": isRight ? "" : "end",
      ])
    markup.element("tspan", ["class": "id"], id)
    markup.write(" " + TextMeasure.fitted(item.title, size: 12, width: max(rest, 0)) + " ")
    markup.element("tspan", ["class": "who"], who)
    markup.close("text")
  }

  private func writeBar(
    _ kind: String, from start: Int, to end: Int, y: Int, height: Int, title: String? = nil,
    to markup: inout MarkupWriter
  ) {
    let left = x(start)
    // What takes no time is seen all the same.
    let attributes: KeyValuePairs<StaticString, String> = [
      "class": kind, "x": "\(left)", "y": "\(y)", "width": "\(max(x(end) - left - 1, 2))",
      "height": "\(height)", "rx": "\(min(height / 2, 3))",
    ]
    guard let title else {
      markup.shape("rect", attributes)
      return
    }
    markup.element("rect", attributes) { $0.element("title", title) }
  }

  private func x(_ time: Int) -> Int {
    margin + (width - 2 * margin) * time / max(picture.makespan, 1)
  }

  /// What a screen reader says.
  private func label(_ task: Int) -> String {
    let item = picture.tasks[task]
    let slack = item.time.slack
    return "\(item.id): \(item.title), \(item.agent ?? "no agent"), "
      + "\(TimeSpan.text(item.time.start)) to \(TimeSpan.text(item.time.finish)), "
      + (item.time.isCritical
        ? "on the critical path"
        : slack == 0 ? "no slack" : "\(TimeSpan.text(slack)) of slack")
  }
}
