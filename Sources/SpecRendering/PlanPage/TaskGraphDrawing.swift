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
  private let layout: LayeredLayout
  private let edges: [DrawnEdges.Edge]
  /// For each feature the edges between its own tasks.
  private let inside: [[DrawnEdges.Edge]]
  /// For each feature its first and last wave.
  private let spans: [ClosedRange<Int>]
  /// The features that others wait for as a whole.
  private let awaited: Set<Int>
  /// For each feature where its band begins.
  private let tops: [Int]
  let width: Int
  let height: Int

  init(_ picture: PlanPicture, isLinked: Bool, minimumWidth: Int) {
    self.picture = picture
    self.isLinked = isLinked
    let shape =
      picture.tasks.count > Self.cardLimit ? GraphShape.chips : GraphShape.cards
    self.shape = shape
    let edges = DrawnEdges(picture).edges
    var inside = [[DrawnEdges.Edge]](repeating: [], count: picture.features.count)
    for edge in edges where edge.isInside { inside[picture.tasks[edge.to].feature].append(edge) }
    self.edges = edges
    self.inside = inside
    spans = picture.features.map { feature in
      let waves = feature.tasks.map { picture.tasks[$0].wave }
      return (waves.min() ?? 0)...(waves.max() ?? 0)
    }
    awaited = Set(picture.features.flatMap { $0.waits.map(\.before) })
    layout = LayeredLayout(
      boxes: picture.tasks.map { .init(group: $0.feature, column: $0.wave) },
      groupCount: picture.features.count, edges: edges.map { ($0.from, $0.to) })
    var tops: [Int] = []
    var top = 0
    for rows in layout.rowCounts {
      tops.append(top)
      top += shape.bandHeight(rows: rows)
    }
    self.tops = tops
    width = max(shape.width(columns: picture.waveCount), minimumWidth)
    height = top + shape.margin
  }

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
    for feature in picture.features.indices { writeBand(feature, to: &markup) }
    markup.open("g", ["class": "between"])
    for edge in edges where !edge.isInside {
      markup.shape(
        "path",
        [
          "class": edge.kind, "data-from": String(edge.from),
          "data-to": String(edge.to),
          "d": shape.route(
            from: exit(edge.from, top: tops[picture.tasks[edge.from].feature]),
            to: entry(edge.to, top: tops[picture.tasks[edge.to].feature])),
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
          "transform": "translate(0 \(tops[feature]))",
        ])
      let waves = spans[feature]
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

  private func writeBand(_ feature: Int, to markup: inout MarkupWriter) {
    let item = picture.features[feature]
    let height = shape.bandHeight(rows: layout.rowCounts[feature])
    markup.open(
      "g",
      [
        "class": feature % 2 == 0 ? "band" : "band odd", "data-feature": String(feature),
        "transform": "translate(0 \(tops[feature]))",
      ])
    markup.shape("rect", ["class": "back", "width": "\(width)", "height": "\(height)"])
    writeEnds(feature, to: &markup)
    markup.open("g", ["class": "detail"])
    for edge in inside[feature] {
      markup.shape(
        "path",
        [
          "class": edge.kind, "data-from": String(edge.from),
          "data-to": String(edge.to),
          "d": shape.route(from: exit(edge.from, top: 0), to: entry(edge.to, top: 0)),
        ])
    }
    markup.endLine()
    for task in item.tasks {
      TaskBox(picture: picture, shape: shape, isLinked: isLinked)
        .write(task, x: x(task), y: shape.y(ofRow: layout.rows[task]), to: &markup)
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
    let first = shape.x(ofColumn: spans[feature].lowerBound) + shape.boxWidth / 2
    let last = shape.x(ofColumn: spans[feature].upperBound) + shape.boxWidth / 2
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
    let item = picture.features[feature]
    if !item.waits.isEmpty {
      let point = start(of: feature, top: 0)
      markup.shape("circle", ["class": "start", "cx": "\(point.x)", "cy": "\(point.y)", "r": "4"])
    }
    if awaited.contains(feature) {
      let point = end(of: feature, top: 0)
      markup.shape("circle", ["class": "end", "cx": "\(point.x)", "cy": "\(point.y)", "r": "4"])
    }
  }

  private func write(
    _ wait: PlanPicture.FeatureWait, of feature: Int, to markup: inout MarkupWriter
  ) {
    let from = end(of: wait.before, top: tops[wait.before])
    let to = start(of: feature, top: tops[feature])
    markup.open(
      "path",
      [
        "class": "edge whole", "data-from-feature": String(wait.before),
        "data-to-feature": String(feature), "d": shape.route(from: from, to: to, lane: to.y),
      ])
    markup.element(
      "title",
      "\(picture.features[feature].name) waits for \(picture.features[wait.before].name): "
        + wait.reason.rawValue)
    markup.close("path")
  }

  // MARK: Places

  private func x(_ task: Int) -> Int { shape.x(ofColumn: picture.tasks[task].wave) }

  private func middle(_ task: Int, top: Int) -> Int {
    top + shape.y(ofRow: layout.rows[task]) + shape.boxHeight / 2
  }

  private func exit(_ task: Int, top: Int) -> GraphShape.Point {
    .init(x: x(task) + shape.boxWidth, y: middle(task, top: top))
  }

  private func entry(_ task: Int, top: Int) -> GraphShape.Point {
    .init(x: x(task), y: middle(task, top: top))
  }

  private func start(of feature: Int, top: Int) -> GraphShape.Point {
    .init(x: shape.x(ofColumn: spans[feature].lowerBound) - 10, y: top + 28)
  }

  private func end(of feature: Int, top: Int) -> GraphShape.Point {
    .init(
      x: shape.x(ofColumn: spans[feature].upperBound) + shape.boxWidth + 10, y: top + 28)
  }
}
