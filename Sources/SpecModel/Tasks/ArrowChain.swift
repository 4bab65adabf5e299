/// Splits a line at its arrows.
enum ArrowChain {
  /// The spans between `→`, `->`, `-->`, `=>` and `──►`, without a bullet and a label before the
  /// first; one span when there is no arrow.
  static func links(_ bytes: ByteView, _ line: Range<Int>) -> [Range<Int>] {
    var cursor = Cursor(bytes, line)
    cursor.skipBlanks()
    _ = cursor.skipBullet()
    var start = afterLabel(cursor)
    cursor.position = start
    var links: [Range<Int>] = []
    while !cursor.isAtEnd {
      let position = cursor.position
      if skipArrow(&cursor) {
        links.append(start..<position)
        start = cursor.position
      } else {
        cursor.position += 1
      }
    }
    links.append(start..<line.upperBound)
    return links
  }

  /// Where the text goes on behind `Critical path:` or `**Phase 1**:`.
  private static func afterLabel(_ cursor: Cursor) -> Int {
    var label = cursor
    while !label.isAtEnd, label.position - cursor.position < 60 {
      if label.skipColon() { return label.position }
      if label.current == UInt8(ascii: "-") && label.peek(1) == UInt8(ascii: ">")
        || label.current == 0xE2
      {
        break
      }
      label.position += 1
    }
    return cursor.position
  }

  static func skipArrow(_ cursor: inout Cursor) -> Bool {
    if cursor.skip("→") || cursor.skip("⇒") || cursor.skip("➜") || cursor.skip("►") { return true }
    var attempt = cursor
    while attempt.skip("─") {}
    if attempt.position > cursor.position,
      attempt.skip("►") || attempt.skip("▶") || attempt.skip("→")
    {
      cursor = attempt
      return true
    }
    attempt = cursor
    var dashes = 0
    while attempt.skip(UInt8(ascii: "-")) || attempt.skip(UInt8(ascii: "=")) { dashes += 1 }
    guard (1...4).contains(dashes), attempt.skip(UInt8(ascii: ">")) else { return false }
    cursor = attempt
    return true
  }
}
