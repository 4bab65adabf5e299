import Diagnostics

/// A task's naming of something that it must not share.
struct Mention {
  /// The task's place in an order that keeps every edge there is.
  var position: Int
  var task: Int32
  var range: Range<Offset>

  static func precedes(_ left: Mention, _ right: Mention) -> Bool {
    (left.position, left.range.lowerBound.utf8) < (right.position, right.range.lowerBound.utf8)
  }
}
