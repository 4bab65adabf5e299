/// A label at the start of a line: `**Depends On**: …`, `**Depends On:** …` or `Depends On: …`.
struct SpecificationLabel {
  var words: Range<Int>
  /// What stands behind the colon.
  var rest: Range<Int>

  /// The label at the position of a cursor.
  init?(_ cursor: Cursor) {
    var cursor = cursor
    guard cursor.skip("**") else {
      let start = cursor.position
      guard cursor.skipWord("depends on") else { return nil }
      words = start..<cursor.position
      guard cursor.skipColon() else { return nil }
      rest = cursor.rest
      return
    }
    let start = cursor.position
    let limit = min(cursor.end, start + 80)
    while cursor.position < limit, cursor.current != UInt8(ascii: "*") { cursor.position += 1 }
    var end = cursor.position
    guard cursor.skip("**") else { return nil }
    var hasColon = false
    if end > start, cursor.bytes[end - 1] == UInt8(ascii: ":") {
      end -= 1
      hasColon = true
    }
    // A remark may stand between the words and the colon.
    var attempt = cursor
    attempt.skipBlanks()
    if attempt.skip(UInt8(ascii: "(")) {
      while !attempt.isAtEnd, attempt.current != UInt8(ascii: ")") { attempt.position += 1 }
      _ = attempt.skip(UInt8(ascii: ")"))
      if attempt.current == UInt8(ascii: ":") { cursor = attempt }
    }
    if !hasColon { hasColon = cursor.skipColon() }
    guard hasColon, end > start else { return nil }
    words = start..<end
    rest = cursor.rest
  }
}
