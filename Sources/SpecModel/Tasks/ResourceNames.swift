import Diagnostics

/// Reads the names in a line such as `_Resources: database, build_`.
enum ResourceNames {
  /// Longer names, and those of more words, are taken for sentences that are about something else.
  private static let longest = 64
  private static let mostWords = 4

  /// The names in the order written, between commas, without backticks and remarks in parentheses.
  static func find(in bytes: ByteView, _ range: Range<Offset>) -> [Located<String>] {
    var names: [Located<String>] = []
    var cursor = Cursor(bytes, range.indices)
    while !cursor.isAtEnd {
      let start = cursor.position
      var end: Int?
      var depth = 0
      while !cursor.isAtEnd, depth > 0 || !isSeparator(cursor) {
        if isRemark(cursor, 0x88, UInt8(ascii: "(")) {
          end = end ?? cursor.position
          depth += 1
        } else if isRemark(cursor, 0x89, UInt8(ascii: ")")) {
          depth = max(depth - 1, 0)
        }
        cursor.position += 1
      }
      if let name = name(bytes, start..<(end ?? cursor.position)) { names.append(name) }
      cursor.position += cursor.current < 0x80 ? 1 : 3
    }
    return names
  }

  private static func isRemark(_ cursor: Cursor, _ wide: UInt8, _ narrow: UInt8) -> Bool {
    cursor.current == narrow
      || cursor.current == 0xEF && cursor.peek(1) == 0xBC && cursor.peek(2) == wide
  }

  /// `,`, `;`, `，`, `；` and `、`.
  private static func isSeparator(_ cursor: Cursor) -> Bool {
    switch cursor.current {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\n"): true
    case 0xE3: cursor.peek(1) == 0x80 && cursor.peek(2) == 0x81
    case 0xEF: cursor.peek(1) == 0xBC && (cursor.peek(2) == 0x8C || cursor.peek(2) == 0x9B)
    default: false
    }
  }

  private static func name(_ bytes: ByteView, _ span: Range<Int>) -> Located<String>? {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper, isAround(bytes[lower]) { lower += 1 }
    while upper > lower, isAround(bytes[upper - 1]) { upper -= 1 }
    guard lower < upper, upper - lower <= longest, bytes[lower].isLetter || bytes[lower] >= 0x80,
      !bytes[lower..<upper].contains(UInt8(ascii: ":")),
      bytes[lower..<upper].split(whereSeparator: \.isBlank).count <= mostWords
    else { return nil }
    let place = Range<Offset>(lower, upper)
    if case (.nothing, _)? = FileValue.named(bytes, place) { return nil }
    return Located(String(decoding: bytes[lower..<upper], as: UTF8.self), at: place)
  }

  private static func isAround(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: ".")
  }
}
