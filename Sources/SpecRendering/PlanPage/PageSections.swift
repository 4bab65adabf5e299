import SpecPlanning

/// The parts of a page between its head and its foot.
struct PageSections {
  /// Schedules of more tasks show their features only.
  private static let rowLimit = 5_000
  /// Of more features the schedule shows the first.
  private static let featureLimit = 2_000
  /// From more tasks on the schedules of features are closed until they are asked for.
  private static let openLimit = 160

  private let picture: PlanPicture
  private let graph: GraphOfPlan

  init(_ picture: PlanPicture) {
    self.picture = picture
    graph = GraphOfPlan(picture, isLinked: true)
  }

  func write(to markup: inout MarkupWriter) {
    PageFilter.write(picture, to: &markup)
    section("graph", "What waits for what", to: &markup, writeGraph)
    section("schedule", "When what runs", to: &markup, writeSchedule)
    section("tasks", "Tasks", to: &markup) { markup in
      if picture.tasks.count > TaskTable.taskLimit {
        note(
          "The table lists the first \(PlanWords.grouped(TaskTable.taskLimit)) of "
            + "\(PlanWords.grouped(picture.tasks.count)) tasks.", to: &markup)
      }
      scrolling("Table of the tasks", to: &markup) {
        TaskTable(picture: picture).writeTasks(to: &$0)
      }
      markup.element("p", ["class": "none", "hidden": "hidden"], "No task is like that.")
    }
    section("features", "Features", to: &markup) { markup in
      scrolling("Table of the features", to: &markup) {
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

  private func note(_ words: String, to markup: inout MarkupWriter) {
    markup.element("p", ["class": "note"], words)
    markup.endLine()
  }

  /// A part that may be wider than the window; who has no mouse moves it by the keys.
  private func scrolling(
    _ name: String, to markup: inout MarkupWriter, _ body: (inout MarkupWriter) -> Void
  ) {
    markup.open(
      "div", ["class": "scroll", "role": "region", "aria-label": name, "tabindex": "0"])
    markup.endLine()
    body(&markup)
    markup.close("div")
    markup.endLine()
  }

  private func writeLegend(to markup: inout MarkupWriter) {
    markup.open("ul", ["class": "legend"])
    for entry in PictureLegend.entries(picture) {
      markup.open("li")
      markup.open(
        "svg",
        [
          "class": "picture", "width": "17", "height": "22", "viewBox": "0 0 17 22",
          "aria-hidden": "true",
        ])
      entry.write(x: 0, to: &markup)
      markup.close("svg")
      markup.write(entry.words)
      markup.close("li")
    }
    markup.close("ul")
    markup.endLine()
  }

  private func writeGraph(to markup: inout MarkupWriter) {
    if let text = graph.note { note(text, to: &markup) }
    writeLegend(to: &markup)
    PageFilter.writeTools(to: &markup)
    scrolling("Graph of what waits for what", to: &markup) { markup in
      if graph.shape != nil {
        markup.open(
          "svg", size("heads", width: graph.width, height: GraphOfPlan.headHeight, hidden: true))
        graph.writeWaves(to: &markup)
        markup.close("svg")
        markup.endLine()
      }
      markup.open("div", ["class": "graph"])
      markup.open("svg", size("names", width: 1, height: graph.height, hidden: false))
      graph.writeNames(to: &markup)
      markup.close("svg")
      let shape = graph.shape
      markup.open(
        "svg",
        [
          "class": "picture drawing", "width": "\(graph.width)", "height": "\(graph.height)",
          "viewBox": "0 0 \(graph.width) \(graph.height)", "role": "group",
          "aria-labelledby": "graph-title",
          "data-band-head": shape.map { "\($0.bandHead)" } ?? "",
          "data-row-step": shape.map { "\($0.rowStep)" } ?? "",
          "data-gap": shape.map { "\($0.columnGap)" } ?? "",
          "data-box-width": shape.map { "\($0.boxWidth)" } ?? "",
          "data-box-height": shape.map { "\($0.boxHeight)" } ?? "",
        ])
      markup.endLine()
      graph.write(to: &markup)
      markup.close("svg")
      markup.close("div")
    }
  }

  private func writeSchedule(to markup: inout MarkupWriter) {
    if !picture.remarks.isEmpty {
      markup.open("ul", ["class": "remarks"])
      for remark in picture.remarks { markup.element("li", remark) }
      markup.close("ul")
      markup.endLine()
    }
    let width = 1_200
    let drawing = ScheduleDrawing(picture, width: width, isLinked: true)
    let hasRows = picture.tasks.count <= Self.rowLimit
    if !hasRows {
      note(
        "The schedule shows features in place of tasks, since there are "
          + "\(PlanWords.grouped(picture.tasks.count)) of them; the table has the times.",
        to: &markup)
    }
    if picture.features.count > Self.featureLimit {
      note(
        "The schedule shows the first \(PlanWords.grouped(Self.featureLimit)) features.",
        to: &markup)
    }
    scrolling("Schedule", to: &markup) { markup in
      markup.open("div", ["class": "schedule"])
      markup.open(
        "svg", size("axis-line", width: width, height: ScheduleDrawing.axisHeight, hidden: true))
      drawing.writeAxis(to: &markup)
      markup.close("svg")
      markup.endLine()
      for feature in picture.features.indices.prefix(Self.featureLimit) {
        writeFeature(feature, drawing, hasRows: hasRows, to: &markup)
      }
      markup.close("div")
    }
  }

  private func writeFeature(
    _ feature: Int, _ drawing: ScheduleDrawing, hasRows: Bool, to markup: inout MarkupWriter
  ) {
    let item = picture.features[feature]
    let isOpen = picture.tasks.count <= Self.openLimit
    if hasRows {
      markup.open(
        "details",
        isOpen ? ["open": "open", "data-feature": "\(feature)"] : ["data-feature": "\(feature)"])
      markup.open("summary")
    } else {
      markup.open("div", ["class": "summary"])
    }
    markup.open("span", ["class": "label"])
    markup.element("span", ["class": "name"], item.name)
    markup.element("span", ["class": "faint"], " \(PlanWords.count(item.tasks.count, "task"))")
    markup.close("span")
    markup.open(
      "svg",
      size("span-line", width: drawing.width, height: ScheduleDrawing.rowHeight, hidden: true))
    drawing.writeSpan(of: feature, to: &markup)
    markup.close("svg")
    if hasRows {
      markup.close("summary")
      markup.endLine()
      let height = drawing.height(of: feature)
      markup.open(
        "svg",
        [
          "class": "picture rows", "width": "\(drawing.width)", "height": "\(height)",
          "viewBox": "0 0 \(drawing.width) \(height)", "role": "group", "aria-label": item.name,
        ])
      drawing.writeRows(of: feature, to: &markup)
      markup.close("svg")
      markup.close("details")
    } else {
      markup.close("div")
    }
    markup.endLine()
  }

  private func size(
    _ kind: String, width: Int, height: Int, hidden: Bool
  ) -> KeyValuePairs<StaticString, String> {
    [
      "class": "picture \(kind)", "width": "\(width)", "height": "\(height)",
      "viewBox": "0 0 \(width) \(height)", "aria-hidden": hidden ? "true" : "",
    ]
  }
}
