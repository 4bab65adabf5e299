/// The parts of a page between its head and its foot.
struct PageSections {
  let picture: PlanPicture

  func write(to markup: inout MarkupWriter) {
    PageFilter.write(picture, to: &markup)
    section("graph", "What waits for what", to: &markup, GraphSection(picture: picture).write)
    section("schedule", "When what runs", to: &markup, ScheduleSection(picture: picture).write)
    section("tasks", "Tasks", to: &markup) { markup in
      if picture.tasks.count > TaskTable.taskLimit {
        markup.note(
          "The table lists the first \(PlanWords.grouped(TaskTable.taskLimit)) of "
            + "\(PlanWords.grouped(picture.tasks.count)) tasks.")
      }
      markup.scrolling("Table of the tasks") {
        TaskTable(picture: picture).writeTasks(to: &$0)
      }
      markup.element("p", ["class": "none", "hidden": "hidden"], "No task is like that.")
    }
    section("features", "Features", to: &markup) { markup in
      markup.scrolling("Table of the features") {
        TaskTable(picture: picture).writeFeatures(to: &$0)
      }
    }
    PageDetail.write(to: &markup)
  }

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
