/// How large a diagram may be that is drawn; nobody can read a larger one.
enum DiagramLimits {
  /// Of the source, in bytes.
  static let bytes = 100_000
  /// Boxes, participants or states.
  static let boxes = 500
  /// Lines between boxes, messages or rows of a record.
  static let lines = 2_000
  /// Groups around boxes, and blocks around messages.
  static let groups = 200
  /// Groups or blocks in one another.
  static let depth = 24
  /// Places at which lines pass a layer of boxes.
  static let passages = 20_000
}
