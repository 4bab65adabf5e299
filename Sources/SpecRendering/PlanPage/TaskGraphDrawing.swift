import SpecModel
import SpecPlanning

/// The graph of all tasks: a column for each wave, a band of rows for each feature.
struct TaskGraphDrawing {
  /// Of more tasks no graph is drawn, but one of their features.
  static let taskLimit = 800
  /// From more tasks on the boxes hold nothing but ids.
  static let cardLimit = 160

  let picture: PlanPicture
  let shape: GraphShape
  let isLinked: Bool
  private let edges: [DrawnEdges.Edge]
  private let places: TaskGraphPlaces

  init(_ picture: PlanPicture, isLinked: Bool, minimumWidth: Int) {
    self.picture = picture
    self.isLinked = isLinked
    shape = picture.tasks.count > Self.cardLimit ? GraphShape.chips : GraphShape.cards
    edges = DrawnEdges(picture).edges
    places = TaskGraphPlaces(picture, shape, edges: edges, minimumWidth: minimumWidth)
  }

  var width: Int { places.width }
  var height: Int { places.height }

  /// The numbers of the waves, for above the drawing.
  func writeWaves(to markup: inout MarkupWriter) {
    markup.open("g", ["class": "waves"])
    for wave in 0..<picture.waveCount {
      let x = shape.x(ofColumn: wave)
      markup.element(
        "text", ["x": "\(x + shape.boxWidth / 2)", "y": "19", "text-anchor": "middle"],
        "wave \(wave)")
    }
    markup.close("g")
    markup.endLine()
  }

  /// The drawing without the names of the bands.
  func write(to markup: inout MarkupWriter) {
    var inside = [[DrawnEdges.Edge]](repeating: [], count: picture.features.count)
    for edge in edges where edge.isInside { inside[picture.tasks[edge.to].feature].append(edge) }
    let awaited = Set(picture.features.flatMap { $0.waits.map(\.before) })
    for feature in picture.features.indices {
      TaskBand(
        places: places, isLinked: isLinked, edges: inside[feature],
        isAwaited: awaited.contains(feature)
      ).write(feature, to: &markup)
    }
    markup.open("g", ["class": "between"])
    for edge in edges where !edge.isInside {
      markup.shape(
        "path",
        [
          "class": edge.kind, "data-from": String(edge.from),
          "data-to": String(edge.to),
          "d": shape.route(
            from: places.exit(edge.from, top: places.tops[picture.tasks[edge.from].feature]),
            to: places.entry(edge.to, top: places.tops[picture.tasks[edge.to].feature])),
        ])
    }
    for feature in picture.features.indices {
      for wait in picture.features[feature].waits { write(wait, of: feature, to: &markup) }
    }
    markup.close("g")
    markup.endLine()
  }

  /// The names of the bands, which stay in sight when the drawing is scrolled.
  func writeNames(to markup: inout MarkupWriter) {
    for (feature, item) in picture.features.enumerated() {
      markup.open(
        "g",
        [
          "class": "band-name", "data-feature": String(feature),
          "transform": "translate(0 \(places.tops[feature]))",
        ])
      let waves = places.spans[feature]
      let range =
        waves.lowerBound == waves.upperBound
        ? "wave \(waves.lowerBound)" : "waves \(waves.lowerBound)–\(waves.upperBound)"
      writeKnob(item, to: &markup)
      markup.open("text", ["x": "\(shape.margin + 14)", "y": "20"])
      markup.element("tspan", ["class": "name"], item.name)
      markup.element(
        "tspan", ["class": "faint", "dx": "8"],
        "\(PlanWords.count(item.tasks.count, "task")), \(range)")
      markup.close("text")
      markup.close("g")
      markup.endLine()
    }
  }

  // MARK: Parts

  /// What is pressed to close a band; shown when the page has its script.
  private func writeKnob(_ feature: PlanPicture.Feature, to markup: inout MarkupWriter) {
    guard isLinked else { return }
    let words = TextMeasure.width(feature.name, size: 14) + 180
    markup.shape(
      "rect", ["class": "knob", "x": "8", "y": "4", "width": "\(words)", "height": "24", "rx": "6"])
    markup.shape("path", ["class": "twist", "d": "M13 13h10l-5 7z"])
  }

  private func write(
    _ wait: PlanPicture.FeatureWait, of feature: Int, to markup: inout MarkupWriter
  ) {
    let from = places.end(of: wait.before, top: places.tops[wait.before])
    let to = places.start(of: feature, top: places.tops[feature])
    markup.open(
      "path",
      [
        "class": wait.isCritical ? "edge whole on-path" : "edge whole",
        "data-from-feature": String(wait.before),
        "data-to-feature": String(feature), "d": shape.route(from: from, to: to, lane: to.y),
      ])
    markup.element(
      "title",
      "\(picture.features[feature].name) waits for \(picture.features[wait.before].name): "
        + wait.reason.rawValue)
    markup.close("path")
  }
}
