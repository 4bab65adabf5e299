import SpecPlanning

/// The graph of the features, for plans with more tasks than can be looked at.
///
/// A column holds features that wait for none of the same column; waits between single tasks of two
/// features are drawn thin.
struct FeatureGraphDrawing {
  /// Of more features only the first are drawn.
  static let featureLimit = 400

  let picture: PlanPicture
  let isLinked: Bool
  private let shape = GraphShape.features
  private let layout: LayeredLayout
  private let columns: [Int]
  private let whole: [(from: Int, to: Int)]
  private let single: [(from: Int, to: Int)]
  let width: Int
  let height: Int

  init(_ picture: PlanPicture, isLinked: Bool, minimumWidth: Int) {
    self.picture = picture
    self.isLinked = isLinked
    let count = min(picture.features.count, Self.featureLimit)
    var columns = [Int](repeating: 0, count: count)
    var whole: [(from: Int, to: Int)] = []
    // Features stand behind those that they wait for.
    for feature in 0..<count {
      for wait in picture.features[feature].waits where wait.before < feature {
        columns[feature] = max(columns[feature], columns[wait.before] + 1)
        whole.append((wait.before, feature))
      }
    }
    var seen = Set(whole.map { $0.from * count + $0.to })
    var single: [(from: Int, to: Int)] = []
    for task in picture.tasks where task.feature < count {
      for wait in task.waits {
        let before = picture.tasks[wait.before].feature
        guard before < count, columns[before] < columns[task.feature],
          seen.insert(before * count + task.feature).inserted
        else { continue }
        single.append((before, task.feature))
      }
    }
    self.columns = columns
    self.whole = whole
    self.single = single
    layout = LayeredLayout(
      boxes: columns.map { .init(group: 0, column: $0) }, groupCount: 1, edges: whole)
    width = max(shape.width(columns: (columns.max() ?? 0) + 1), minimumWidth)
    height = shape.bandHeight(rows: layout.rowCounts[0]) + shape.margin
  }

  func write(to markup: inout MarkupWriter) {
    for (edges, kind) in [(single, "edge"), (whole, "edge whole")] {
      for edge in edges {
        let from = place(edge.from)
        let to = place(edge.to)
        markup.shape(
          "path",
          [
            "class": kind,
            "d": shape.route(
              from: .init(x: from.x + shape.boxWidth, y: from.y + shape.boxHeight / 2),
              to: .init(x: to.x, y: to.y + shape.boxHeight / 2)),
          ])
      }
    }
    markup.endLine()
    for feature in columns.indices { writeBox(feature, to: &markup) }
  }

  private func writeBox(_ feature: Int, to markup: inout MarkupWriter) {
    let item = picture.features[feature]
    let isCritical = item.tasks.contains { picture.tasks[$0].time.isCritical }
    let place = place(feature)
    let name: StaticString = isLinked ? "a" : "g"
    let words = PlanWords.count(item.tasks.count, "task")
    markup.open(
      name,
      [
        "class": isCritical ? "task on-path" : "task",
        "transform": "translate(\(place.x) \(place.y))",
        "href": isLinked ? "#" + PageAnchor.fragment(PageAnchor.id(ofFeature: item.name)) : "",
        "aria-label": isLinked
          ? "\(item.name), \(words)" + (isCritical ? ", on the critical path" : "") : "",
      ])
    markup.element("title", item.name)
    markup.shape(
      "rect",
      ["class": "box", "width": "\(shape.boxWidth)", "height": "\(shape.boxHeight)", "rx": "7"])
    if isCritical { markup.shape("path", ["class": "mark", "d": "M12 19l4 -4l4 4l-4 4z"]) }
    let indent = isCritical ? 26 : 12
    markup.element(
      "text", ["class": "id", "x": "\(indent)", "y": "23"],
      TextMeasure.fitted(item.name, size: 12, width: shape.boxWidth - indent - 10))
    markup.element("text", ["class": "who", "x": "12", "y": "42"], words)
    markup.close(name)
    markup.endLine()
  }

  private func place(_ feature: Int) -> GraphShape.Point {
    .init(
      x: shape.x(ofColumn: columns[feature]), y: shape.y(ofRow: layout.rows[feature]))
  }
}
