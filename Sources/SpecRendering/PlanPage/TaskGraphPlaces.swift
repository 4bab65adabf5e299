/// Where everything in a graph of tasks stands.
struct TaskGraphPlaces {
  let picture: PlanPicture
  let shape: GraphShape
  let layout: LayeredLayout
  /// For each feature its first and last wave.
  let spans: [ClosedRange<Int>]
  /// For each feature where its band begins.
  let tops: [Int]
  let width: Int
  let height: Int

  init(
    _ picture: PlanPicture, _ shape: GraphShape, edges: [DrawnEdges.Edge], minimumWidth: Int
  ) {
    self.picture = picture
    self.shape = shape
    spans = picture.features.map { feature in
      let waves = feature.tasks.map { picture.tasks[$0].wave }
      return (waves.min() ?? 0)...(waves.max() ?? 0)
    }
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

  func bandHeight(_ feature: Int) -> Int { shape.bandHeight(rows: layout.rowCounts[feature]) }

  /// The place of a task in its band.
  func corner(_ task: Int) -> GraphShape.Point {
    .init(
      x: shape.x(ofColumn: picture.tasks[task].wave), y: shape.y(ofRow: layout.rows[task]))
  }

  /// Where waits for a task begin, in a band that begins at some height.
  func exit(_ task: Int, top: Int) -> GraphShape.Point {
    let corner = corner(task)
    return .init(x: corner.x + shape.boxWidth, y: top + corner.y + shape.boxHeight / 2)
  }

  /// Where waits of a task end.
  func entry(_ task: Int, top: Int) -> GraphShape.Point {
    let corner = corner(task)
    return .init(x: corner.x, y: top + corner.y + shape.boxHeight / 2)
  }

  /// The point that must be reached before any task of a feature starts.
  func start(of feature: Int, top: Int) -> GraphShape.Point {
    .init(x: shape.x(ofColumn: spans[feature].lowerBound) - 10, y: top + 28)
  }

  /// The point that is reached when all tasks of a feature are done.
  func end(of feature: Int, top: Int) -> GraphShape.Point {
    .init(
      x: shape.x(ofColumn: spans[feature].upperBound) + shape.boxWidth + 10, y: top + 28)
  }
}
