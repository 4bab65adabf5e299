/// The part of a page that shows when what runs.
struct ScheduleSection {
  /// Schedules of more tasks show their features only.
  private static let rowLimit = 5_000
  /// Of more features the schedule shows the first.
  private static let featureLimit = 2_000
  /// From more tasks on the schedules of features are closed until they are asked for.
  private static let openLimit = 160
  private static let width = 1_200

  let picture: PlanPicture
  /// Whether other pages tell of the tasks.
  var isOverview = false

  func write(to markup: inout MarkupWriter) {
    if !picture.remarks.isEmpty {
      markup.open("ul", ["class": "remarks"])
      for remark in picture.remarks { markup.element("li", remark) }
      markup.close("ul")
      markup.endLine()
    }
    let drawing = ScheduleDrawing(picture, width: Self.width, isLinked: true)
    let hasRows = !isOverview && picture.tasks.count <= Self.rowLimit
    if !hasRows {
      markup.note(
        "The schedule shows features in place of tasks, since there are "
          + "\(PlanWords.grouped(picture.tasks.count)) of them; "
          + (isOverview ? "the pages of the features have the times." : "the table has the times."))
    }
    if picture.features.count > Self.featureLimit {
      markup.note(
        "The schedule shows the first \(PlanWords.grouped(Self.featureLimit)) features.")
    }
    markup.scrolling("Schedule") { markup in
      markup.open("div", ["class": "schedule"])
      markup.openPicture("axis-line", width: Self.width, height: ScheduleDrawing.axisHeight)
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
    markup.openPicture("span-line", width: drawing.width, height: ScheduleDrawing.rowHeight)
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
}
