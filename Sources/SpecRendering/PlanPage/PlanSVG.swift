/// The graph and the schedule of a plan as one picture, without a script.
package enum PlanSVG {
  /// The picture, a file of SVG; the same bytes for the same plan.
  ///
  /// Near linear in tasks plus waits. Where there are too many tasks to be looked at it shows features.
  package static func text(_ picture: PlanPicture) -> String {
    var markup = MarkupWriter()
    PictureSheet(picture).write(to: &markup)
    return markup.text
  }
}

/// A picture with everything on it at its place.
private struct PictureSheet {
  private static let margin = 24
  private static let graphTop = 128
  /// The name of a feature and its line above the rows of its tasks.
  private static let bandHead = 52
  /// From more tasks on the schedule has one line for each feature.
  private static let rowLimit = 400
  /// Of more features the schedule shows the first.
  private static let featureLimit = 1_000

  private let picture: PlanPicture
  private let graph: GraphOfPlan
  private let schedule: ScheduleDrawing
  private let features: Range<Int>
  private let hasRows: Bool

  init(_ picture: PlanPicture) {
    self.picture = picture
    graph = GraphOfPlan(picture, isLinked: false, minimumWidth: 960)
    schedule = ScheduleDrawing(picture, width: graph.width, isLinked: false)
    features = 0..<min(picture.features.count, Self.featureLimit)
    hasRows = picture.tasks.count <= Self.rowLimit
  }

  func write(to markup: inout MarkupWriter) {
    let width = graph.width + 2 * Self.margin
    let scheduleTop = Self.graphTop + GraphOfPlan.headHeight + graph.height + 40
    let height =
      scheduleTop + ScheduleDrawing.axisHeight + features.reduce(0) { $0 + self.height(of: $1) }
      + 2 * Self.margin
    markup.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)",
        "width": "\(width)", "height": "\(height)", "role": "img", "class": "picture",
      ])
    markup.endLine()
    markup.element("title", "Plan: \(picture.headline)")
    markup.open("style")
    markup.verbatim(PageParts.pictureStyle)
    markup.close("style")
    markup.endLine()
    markup.shape("rect", ["class": "ground", "width": "\(width)", "height": "\(height)"])
    writeHead(to: &markup)
    place("graph", Self.margin, Self.graphTop, to: &markup, writeGraph)
    place("schedule", Self.margin, scheduleTop, to: &markup, writeSchedule)
    markup.close("svg")
    markup.endLine()
  }

  // MARK: Parts

  private func height(of feature: Int) -> Int {
    Self.bandHead + (hasRows ? schedule.height(of: feature) : 0)
  }

  private func writeHead(to markup: inout MarkupWriter) {
    let left = "\(Self.margin)"
    markup.element("text", ["class": "heading", "x": left, "y": "40"], picture.headline)
    markup.element("text", ["class": "faint", "x": left, "y": "64"], picture.numbers)
    var x = Self.margin
    for entry in PictureLegend.entries(picture) {
      place("legend", x, 80, to: &markup) { markup in
        entry.write(x: 0, to: &markup)
        markup.element("text", ["x": "22", "y": "15"], entry.words)
      }
      x += 22 + TextMeasure.width(entry.words, size: 12) + 16
    }
    let isCut = features.count < picture.features.count
    let note = [graph.note, isCut ? "The schedule shows the first \(features.count)." : nil]
      .compactMap { $0 }
    if !note.isEmpty {
      let words = note.joined(separator: " ")
      markup.element("text", ["class": "faint", "x": left, "y": "122"], words)
    }
  }

  private func writeGraph(to markup: inout MarkupWriter) {
    graph.writeWaves(to: &markup)
    place("bands", 0, GraphOfPlan.headHeight, to: &markup) { markup in
      graph.write(to: &markup)
      graph.writeNames(to: &markup)
    }
  }

  private func writeSchedule(to markup: inout MarkupWriter) {
    schedule.writeAxis(to: &markup)
    var top = ScheduleDrawing.axisHeight
    for feature in features {
      place("feature", 0, top, to: &markup) { markup in
        markup.element(
          "text", ["class": "band-title", "x": "10", "y": "20"], picture.features[feature].name)
        place("around-tasks", 0, 26, to: &markup) { schedule.writeSpan(of: feature, to: &$0) }
        if hasRows {
          place("rows", 0, Self.bandHead, to: &markup) {
            schedule.writeRows(of: feature, to: &$0)
          }
        }
      }
      top += height(of: feature)
    }
  }

  private func place(
    _ kind: String, _ x: Int, _ y: Int, to markup: inout MarkupWriter,
    _ body: (inout MarkupWriter) -> Void
  ) {
    markup.open("g", ["class": kind, "transform": "translate(\(x) \(y))"])
    body(&markup)
    markup.close("g")
    markup.endLine()
  }
}
