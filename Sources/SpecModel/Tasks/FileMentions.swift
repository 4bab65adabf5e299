import Diagnostics

/// Reads the paths of a `File:` or `_Leverage:_` line.
enum FileMentions {
  /// The paths in the order written; words that are no path are left out.
  ///
  /// A path contains a `/` or ends in an extension. In a list, a name without a folder belongs to
  /// the folder of the path before it only if the author wrote it so; it is taken as written.
  static func find(in bytes: ByteView, _ range: Range<Offset>) -> [FileMention] {
    var mentions: [FileMention] = []
    var cursor = Cursor(bytes, range.indices)
    while !cursor.isAtEnd {
      cursor.skipBlanks()
      let isQuoted = cursor.skip(UInt8(ascii: "`"))
      let start = cursor.position
      while !cursor.isAtEnd, isQuoted ? cursor.current != UInt8(ascii: "`") : !endsPath(cursor) {
        cursor.position += 1
      }
      var end = cursor.position
      if isQuoted { _ = cursor.skip(UInt8(ascii: "`")) }
      while !isQuoted, end > start, isPunctuation(bytes[end - 1]),
        !endsInGlob(bytes, start..<end)
      {
        end -= 1
      }
      let remark = scanRemark(&cursor)
      if end > start, let path = path(bytes, start..<end) {
        mentions.append(FileMention(path: path, remark: remark, at: Range(start, end)))
      }
      if cursor.position == start {
        cursor.position += 1
        while cursor.current & 0xC0 == 0x80 { cursor.position += 1 }
      }
    }
    return mentions
  }

  /// Whether the stars at the end of a span belong to a pattern: `src/*`, `src/**`, `a.*`.
  static func endsInGlob(_ bytes: ByteView, _ span: Range<Int>) -> Bool {
    var end = span.upperBound
    while end > span.lowerBound, bytes[end - 1] == UInt8(ascii: "*") { end -= 1 }
    guard end < span.upperBound, end > span.lowerBound else { return false }
    return bytes[end - 1] == UInt8(ascii: "/") || bytes[end - 1] == UInt8(ascii: ".")
  }

  /// Marks that end a sentence or an emphasis rather than a path.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "_")
  }

  private static func endsPath(_ cursor: Cursor) -> Bool {
    switch cursor.current {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "`"), UInt8(ascii: " "),
      UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "|"):
      true
    case UInt8(ascii: "("):
      // Route groups such as `app/(auth)/page.tsx` are part of a path.
      cursor.position > 0 && cursor.bytes[cursor.position - 1] != UInt8(ascii: "/")
    case 0xE3: cursor.peek(1) == 0x80 && cursor.peek(2) == 0x81
    case 0xEF: cursor.peek(1) == 0xBC && [0x88, 0x8C, 0x9B].contains(cursor.peek(2))
    default: false
    }
  }

  /// A remark in parentheses right behind a path.
  private static func scanRemark(_ cursor: inout Cursor) -> String {
    var attempt = cursor
    attempt.skipBlanks()
    let isWide = attempt.skip("（")
    guard isWide || attempt.skip(UInt8(ascii: "(")) else { return "" }
    let start = attempt.position
    while !attempt.isAtEnd {
      let end = attempt.position
      if isWide ? attempt.skip("）") : attempt.skip(UInt8(ascii: ")")) {
        cursor = attempt
        return String(decoding: cursor.bytes[start..<end], as: UTF8.self)
      }
      attempt.position += 1
    }
    return ""
  }

  /// The path that a span of bytes without blanks is, if it is one.
  private static func path(_ bytes: ByteView, _ span: Range<Int>) -> String? {
    var span = span
    while span.count > 2, bytes[span.lowerBound] == UInt8(ascii: "."),
      bytes[span.lowerBound + 1] == UInt8(ascii: "/")
    {
      span = span.lowerBound + 2..<span.upperBound
    }
    var lastSlash = -1
    var lastDot = -1
    for index in span {
      switch bytes[index] {
      case UInt8(ascii: "/"): lastSlash = index
      case UInt8(ascii: "."): lastDot = index
      case UInt8(ascii: ":"):
        let next = index + 1 < span.upperBound ? bytes[index + 1] : 0
        if next == UInt8(ascii: "/") { return nil }
        // `src/a.ts:10-20` names lines of a file.
        if next.isDigit, index > span.lowerBound {
          return path(bytes, span.lowerBound..<index)
        }
      case UInt8(ascii: " "): return nil
      default: break
      }
    }
    guard span.count <= 400, span.count > 1 else { return nil }
    let text = String(decoding: bytes[span], as: UTF8.self)
    if lastSlash >= 0 {
      let hasName = bytes[span].contains { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") }
      return hasName ? text : nil
    }
    if lastDot >= 0, isExtension(bytes, lastDot + 1..<span.upperBound) { return text }
    return knownNames.contains(text) ? text : nil
  }

  /// Names of files that are known to be files though they have neither a folder nor an extension.
  private static let knownNames: Set<String> = [
    "Makefile", "Dockerfile", "README", "LICENSE", "Gemfile", "Procfile",
  ]

  private static func isExtension(_ bytes: ByteView, _ span: Range<Int>) -> Bool {
    (1...12).contains(span.count)
      && bytes[span].allSatisfy {
        $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "}")
      }
  }
}
