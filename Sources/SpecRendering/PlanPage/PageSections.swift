/// The parts of a page between its head and its foot.
struct PageSections {
  let picture: PlanPicture
  /// Whether other pages tell of the tasks, so that this one can keep to the features.
  var isOverview = false

  func write(to markup: inout MarkupWriter) {
    if !isOverview { PageFilter.write(picture, to: &markup) }
    section(
      "graph", "What waits for what", to: &markup,
      GraphSection(picture: picture, isOverview: isOverview).write)
    section(
      "schedule", "When what runs", to: &markup,
      ScheduleSection(picture: picture, isOverview: isOverview).write)
    if isOverview { writeCriticalPath(to: &markup) } else { writeTasks(to: &markup) }
    section("features", "Features", to: &markup) { markup in
      markup.scrolling("Table of the features") {
        FeatureTable(picture: picture).write(to: &$0)
      }
    }
    PageDetail.write(to: &markup)
  }

  private func writeTasks(to markup: inout MarkupWriter) {
    section("tasks", "Tasks", to: &markup) { markup in
      if picture.tasks.count > TaskTable.taskLimit {
        markup.note(
          "The table lists the first \(PlanWords.grouped(TaskTable.taskLimit)) of "
            + "\(PlanWords.grouped(picture.tasks.count)) tasks.")
      }
      markup.scrolling("Table of the tasks") {
        TaskTable(
          picture, tasks: Array(picture.tasks.indices.prefix(TaskTable.taskLimit)),
          caption:
            "The tasks of each feature in the order of its document; times count from the start"
        ).write(to: &$0)
      }
      markup.element("p", ["class": "none", "hidden": "hidden"], "No task is like that.")
    }
  }

  private func writeCriticalPath(to markup: inout MarkupWriter) {
    let critical = picture.tasks.indices.filter { picture.tasks[$0].time.isCritical }
      .sorted { (picture.tasks[$0].time.start, $0) < (picture.tasks[$1].time.start, $1) }
    section("tasks", "Tasks on the critical path", to: &markup) { markup in
      markup.note(
        "Each of the \(PlanWords.grouped(picture.tasks.count)) tasks stands on the page of its feature, "
          + "with its times and what it waits for; listed here are those that the end of the plan hangs on"
          + (critical.count > Self.criticalLimit
            ? ", the first \(Self.criticalLimit) of \(PlanWords.grouped(critical.count))." : "."))
      markup.scrolling("Table of the tasks on the critical path") {
        TaskTable(
          picture, tasks: Array(critical.prefix(Self.criticalLimit)),
          caption: "In the order in which they run; times count from the start"
        ).write(to: &$0)
      }
    }
  }

  /// Of a longer critical path the beginning is listed.
  private static let criticalLimit = 500

  // MARK: Parts

  private func section(
    _ id: String, _ title: String, to markup: inout MarkupWriter,
    _ body: (inout MarkupWriter) -> Void
  ) {
    markup.open("section", ["id": id, "aria-labelledby": "\(id)-title"])
    markup.element("h2", ["id": "\(id)-title"], title)
    markup.endLine()
    body(&markup)
    markup.close("section")
    markup.endLine()
  }
}
