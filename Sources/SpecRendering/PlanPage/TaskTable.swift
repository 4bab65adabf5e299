import SpecModel
import SpecPlanning

/// The tables of a page: all that the pictures show, in words.
struct TaskTable {
  /// Of more tasks only the first are listed.
  static let taskLimit = 10_000
  /// Of what a task waits for more is only counted.
  static let waitLimit = 48

  let picture: PlanPicture

  /// One row for each task; its place is where links to it lead.
  func writeTasks(to markup: inout MarkupWriter) {
    markup.open("table", ["id": "task-table"])
    markup.element(
      "caption",
      "The tasks of each feature in the order of its document; times count from the start")
    writeHead(
      ["Task", "Title", "Agent", "Priority", "Wave", "Start", "Finish", "Slack", "Waits for"],
      to: &markup)
    markup.open("tbody")
    markup.endLine()
    for task in picture.tasks.indices.prefix(Self.taskLimit) { writeRow(task, to: &markup) }
    markup.close("tbody")
    markup.close("table")
    markup.endLine()
  }

  /// One row for each feature.
  func writeFeatures(to markup: inout MarkupWriter) {
    markup.open("table", ["id": "feature-table"])
    markup.element("caption", "What stands around the tasks of each feature")
    writeHead(
      ["Feature", "Tasks", "Start", "Finish", "Waits for", "Before its tasks", "After its tasks"],
      to: &markup)
    markup.open("tbody")
    markup.endLine()
    for feature in picture.features.indices { writeFeature(feature, to: &markup) }
    markup.close("tbody")
    markup.close("table")
    markup.endLine()
  }

  // MARK: Parts

  private func writeHead(_ names: [String], to markup: inout MarkupWriter) {
    markup.open("thead")
    markup.open("tr")
    for name in names { markup.element("th", ["scope": "col"], name) }
    markup.close("tr")
    markup.close("thead")
    markup.endLine()
  }

  private func writeRow(_ task: Int, to markup: inout MarkupWriter) {
    let item = picture.tasks[task]
    markup.open(
      "tr",
      [
        "id": PageAnchor.id(item.id), "data-task": String(task),
        "data-feature": String(item.feature), "data-agent": item.agent ?? "",
        "class": item.time.isCritical ? "on-path" : "",
      ])
    markup.open("th", ["scope": "row"])
    markup.element("a", ["href": picture.link(to: task)], item.id)
    markup.close("th")
    markup.open("td", ["class": "words"])
    if let address = picture.addresses[item.id] {
      markup.element("a", ["href": address], item.title)
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
        markup.element(
          "a", ["href": picture.link(to: before), "data-task": String(before)],
          picture.name(of: before, from: task))
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

  private func writeFeature(_ feature: Int, to markup: inout MarkupWriter) {
    let item = picture.features[feature]
    let times = item.tasks.map { picture.tasks[$0].time }
    markup.open("tr", ["id": PageAnchor.id(ofFeature: item.name)])
    markup.element("th", ["scope": "row"], item.name)
    let settled = item.settledCount > 0 ? ", \(item.settledCount) settled" : ""
    markup.element("td", ["class": "number"], "\(item.tasks.count)\(settled)")
    markup.element(
      "td", ["class": "number"], TimeSpan.text(times.map(\.start).min() ?? 0))
    markup.element(
      "td", ["class": "number"], TimeSpan.text(times.map(\.finish).max() ?? 0))
    let waits = item.waits.map { "\(picture.features[$0.before].name) (\($0.reason.rawValue))" }
    markup.element("td", waits.isEmpty ? "nothing" : waits.joined(separator: ", "))
    for isBefore in [true, false] {
      let words = StepKind.allCases.filter { ($0 == .gate) == isBefore }.compactMap { kind in
        let agents = item.steps.map { picture.steps[$0] }.filter { $0.kind == kind }
          .map { $0.agent ?? "no agent" }
        return agents.isEmpty ? nil : "\(kind.rawValue): \(agents.joined(separator: ", "))"
      }
      markup.element("td", words.isEmpty ? "nothing" : words.joined(separator: "; "))
    }
    markup.close("tr")
    markup.endLine()
  }
}
