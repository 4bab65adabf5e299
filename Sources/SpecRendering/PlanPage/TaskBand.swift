/// One feature in a graph of tasks: its boxes and the waits between them.
struct TaskBand {
  let places: TaskGraphPlaces
  let isLinked: Bool
  /// The edges between the tasks of the feature.
  let edges: [DrawnEdges.Edge]
  /// Whether another feature waits for all of this one.
  let isAwaited: Bool

  private var picture: PlanPicture { places.picture }
  private var shape: GraphShape { places.shape }

  func write(_ feature: Int, to markup: inout MarkupWriter) {
    markup.open(
      "g",
      [
        "class": feature % 2 == 0 ? "band" : "band odd", "data-feature": String(feature),
        "transform": "translate(0 \(places.tops[feature]))",
      ])
    markup.shape(
      "rect",
      ["class": "back", "width": "\(places.width)", "height": "\(places.bandHeight(feature))"])
    writeEnds(feature, to: &markup)
    markup.open("g", ["class": "detail"])
    for edge in edges {
      markup.shape(
        "path",
        [
          "class": edge.kind, "data-from": String(edge.from),
          "data-to": String(edge.to),
          "d": shape.route(from: places.exit(edge.from, top: 0), to: places.entry(edge.to, top: 0)),
        ])
    }
    markup.endLine()
    let box = TaskBox(picture: picture, shape: shape, isLinked: isLinked)
    for task in picture.features[feature].tasks {
      box.write(task, at: places.corner(task), to: &markup)
    }
    markup.close("g")
    if isLinked { writeDigest(feature, to: &markup) }
    markup.close("g")
    markup.endLine()
  }

  /// What is shown in place of the tasks when the band is closed: how many there are in each wave.
  private func writeDigest(_ feature: Int, to markup: inout MarkupWriter) {
    var counts: [Int: (tasks: Int, isCritical: Bool)] = [:]
    for task in picture.features[feature].tasks {
      let item = picture.tasks[task]
      let known = counts[item.wave] ?? (0, false)
      counts[item.wave] = (known.tasks + 1, known.isCritical || item.time.isCritical)
    }
    markup.open("g", ["class": "digest", "aria-hidden": "true"])
    let first = shape.x(ofColumn: places.spans[feature].lowerBound) + shape.boxWidth / 2
    let last = shape.x(ofColumn: places.spans[feature].upperBound) + shape.boxWidth / 2
    markup.shape("path", ["class": "edge", "d": "M\(first) \(shape.bandHead + 11)H\(last)"])
    for (wave, count) in counts.sorted(by: { $0.key < $1.key }) {
      let middle = shape.x(ofColumn: wave) + shape.boxWidth / 2
      markup.shape(
        "rect",
        [
          "class": count.isCritical ? "on-path" : "", "x": "\(middle - 17)",
          "y": "\(shape.bandHead)", "width": "34", "height": "22", "rx": "11",
        ])
      markup.element(
        "text",
        ["x": "\(middle)", "y": "\(shape.bandHead + 15)", "text-anchor": "middle"],
        String(count.tasks))
    }
    markup.close("g")
  }

  /// The points at which all tasks of a feature may start and are done, where features wait for features.
  private func writeEnds(_ feature: Int, to markup: inout MarkupWriter) {
    if !picture.features[feature].waits.isEmpty {
      let point = places.start(of: feature, top: 0)
      markup.shape("circle", ["class": "start", "cx": "\(point.x)", "cy": "\(point.y)", "r": "4"])
    }
    if isAwaited {
      let point = places.end(of: feature, top: 0)
      markup.shape("circle", ["class": "end", "cx": "\(point.x)", "cy": "\(point.y)", "r": "4"])
    }
  }
}
