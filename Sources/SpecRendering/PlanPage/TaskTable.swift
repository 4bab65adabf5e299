import SpecModel
import SpecPlanning

/// Tasks of a plan in words: all that the pictures show of them.
struct TaskTable {
  /// Of more tasks only the first are listed.
  static let taskLimit = 10_000
  /// Of what a task waits for more is only counted.
  static let waitLimit = 48

  let picture: PlanPicture
  /// The tasks that are listed.
  let tasks: [Int]
  /// What is said above the table.
  private let caption: String
  /// What addresses of other pages begin with, where the table stands on the page of a feature.
  private let base: String
  /// The row of each task that is listed.
  private let rows: [Int: Int]

  init(_ picture: PlanPicture, tasks: [Int], caption: String, base: String = "") {
    self.picture = picture
    self.tasks = tasks
    self.caption = caption
    self.base = base
    rows = Dictionary(tasks.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// One row for each task; its place is where links to it lead.
  func write(to markup: inout MarkupWriter) {
    markup.open("table", ["id": "task-table"])
    markup.element("caption", caption)
    markup.tableHead(
      ["Task", "Title", "Agent", "Priority", "Wave", "Start", "Finish", "Slack", "Waits for"])
    markup.open("tbody")
    markup.endLine()
    for task in tasks { writeRow(task, to: &markup) }
    markup.close("tbody")
    markup.close("table")
    markup.endLine()
  }

  private func writeRow(_ task: Int, to markup: inout MarkupWriter) {
    let item = picture.tasks[task]
    markup.open(
      "tr",
      [
        "id": PageAnchor.id(item.id), "data-task": rows[task].map { "\($0)" } ?? "",
        "data-feature": String(item.feature), "data-agent": item.agent ?? "",
        "class": item.time.isCritical ? "on-path" : "",
      ])
    markup.open("th", ["scope": "row"])
    markup.element(
      "a", ["href": picture.link(to: task)], base.isEmpty ? item.id : picture.shortID(task))
    markup.close("th")
    markup.open("td", ["class": "words"])
    if let address = picture.addresses[item.id] {
      markup.element("a", ["href": base + address], item.title)
    } else {
      markup.write(item.title)
    }
    markup.close("td")
    markup.element("td", ["class": "agent"], item.agent ?? "no agent")
    markup.element("td", item.priority.rawValue)
    markup.element("td", ["class": "number"], String(item.wave))
    markup.element("td", ["class": "number"], TimeSpan.text(item.time.start))
    markup.element("td", ["class": "number"], TimeSpan.text(item.time.finish))
    markup.element(
      "td", ["class": "number slack"],
      item.time.isCritical ? "critical" : TimeSpan.text(item.time.slack))
    markup.open("td", ["class": "waits"])
    writeWaits(task, to: &markup)
    markup.close("td")
    markup.close("tr")
    markup.endLine()
  }

  private func writeWaits(_ task: Int, to markup: inout MarkupWriter) {
    let item = picture.tasks[task]
    var groups: [(reason: EdgeReason, tasks: [Int])] = []
    for wait in item.waits.prefix(Self.waitLimit) {
      if let last = groups.last, last.reason == wait.reason {
        groups[groups.count - 1].tasks.append(wait.before)
      } else {
        groups.append((wait.reason, [wait.before]))
      }
    }
    for (place, group) in groups.enumerated() {
      if place > 0 { markup.write("; ") }
      for (place, before) in group.tasks.enumerated() {
        if place > 0 { markup.write(", ") }
        writeLink(to: before, from: task, to: &markup)
      }
      markup.element("span", ["class": "faint"], " \(group.reason.rawValue)")
    }
    let hidden = item.waits.count - min(item.waits.count, Self.waitLimit) + item.unlistedWaits
    if hidden > 0 { markup.write(", and more") }
    let feature = picture.features[item.feature]
    if item.waits.isEmpty, feature.waits.isEmpty {
      markup.element("span", ["class": "faint"], "nothing")
    } else if item.waits.isEmpty {
      let names = feature.waits.prefix(Self.waitLimit).map { picture.features[$0.before].name }
      markup.write("all of " + names.joined(separator: ", "))
    }
  }

  /// A task that another one waits for, here or on another page.
  private func writeLink(to before: Int, from task: Int, to markup: inout MarkupWriter) {
    let name = picture.name(of: before, from: task)
    if let row = rows[before] {
      markup.element("a", ["href": picture.link(to: before), "data-task": "\(row)"], name)
    } else if let address = picture.addresses[picture.tasks[before].id] {
      markup.element("a", ["href": base + address], name)
    } else {
      markup.write(name)
    }
  }
}
