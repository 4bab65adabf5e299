/// The measures of a drawn graph, in pixels.
struct GraphShape {
  var boxWidth: Int
  var boxHeight: Int
  var columnGap: Int
  var rowGap: Int
  /// The line with the name of a group, above its rows.
  var bandHead: Int
  var margin = 14

  /// Boxes with the title of each task.
  static let cards = GraphShape(
    boxWidth: 158, boxHeight: 56, columnGap: 46, rowGap: 14, bandHead: 34)
  /// Boxes with nothing but ids, for hundreds of tasks.
  static let chips = GraphShape(
    boxWidth: 62, boxHeight: 24, columnGap: 30, rowGap: 10, bandHead: 32)
  /// A box for each feature.
  static let features = GraphShape(
    boxWidth: 178, boxHeight: 56, columnGap: 52, rowGap: 14, bandHead: 12)

  var columnStep: Int { boxWidth + columnGap }
  var rowStep: Int { boxHeight + rowGap }

  func x(ofColumn column: Int) -> Int { margin + columnGap / 2 + column * columnStep }

  /// From the top of its band.
  func y(ofRow row: Int) -> Int { bandHead + row * rowStep }

  func bandHeight(rows: Int) -> Int { bandHead + max(rows, 1) * rowStep }

  func width(columns: Int) -> Int { 2 * margin + max(columns, 1) * columnStep }

  /// The way of an edge from the right side of one box to the left side of another.
  ///
  /// It goes up and down only between columns, and passes columns only between rows, so that it never
  /// hides behind a box. The lane that it passes in is that next to the target if none is given.
  func route(from: Point, to: Point, lane: Int? = nil) -> String {
    let gap = columnGap
    if to.x - from.x <= gap + boxWidth {
      let bend = (to.x - from.x) / 2
      return
        "M\(from.x) \(from.y)C\(from.x + bend) \(from.y) \(to.x - bend) \(to.y) \(to.x) \(to.y)"
    }
    // On the side of the target that the edge comes from.
    let lane = lane ?? to.y + (from.y < to.y ? -1 : 1) * (rowStep / 2)
    let leave = from.x + gap
    let enter = to.x - gap
    return "M\(from.x) \(from.y)C\(from.x + gap / 2) \(from.y) \(from.x + gap / 2) \(lane) "
      + "\(leave) \(lane)H\(enter)C\(to.x - gap / 2) \(lane) \(to.x - gap / 2) \(to.y) "
      + "\(to.x) \(to.y)"
  }

  struct Point {
    var x: Int
    var y: Int
  }
}
