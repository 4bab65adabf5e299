/// Places for parts of a picture beside each other, in rows.
struct PackedShelves {
  private static let gap = 34
  /// Rows are not longer, unless a part is.
  private static let rowWidth = 920

  private(set) var width = 0
  private(set) var height = 0
  private var rowTop = 0
  private var next = 0

  /// The place of the next part.
  mutating func add(width partWidth: Int, height partHeight: Int) -> DiagramPoint {
    if next > 0, next + partWidth > Self.rowWidth {
      rowTop = height + Self.gap
      next = 0
    }
    let place = DiagramPoint(x: next, y: rowTop)
    next += partWidth + Self.gap
    width = max(width, place.x + partWidth)
    height = max(height, place.y + partHeight)
    return place
  }
}
