import Diagnostics

/// Reads the paths of a `File:` or `_Leverage:_` line.
enum FileMentions {
  /// The paths of a line that is about files; words may say that there are none, or that all are meant.
  static func read(in bytes: ByteView, _ range: Range<Offset>) -> [FileMention] {
    switch FileValue.named(bytes, range) {
    case (.nothing, _)?: []
    case (.everything, let place)?: [FileMention(path: FileMention.everything, at: place)]
    case nil: find(in: bytes, range, within: .lists.union(.parentheses))
    }
  }

  /// The paths in the order written; words that are no path are left out.
  ///
  /// A path contains a `/` or ends in an extension. In a list, a name without a folder belongs to
  /// the folder of the path before it only if the author wrote it so; it is taken as written. Both
  /// sides of an arrow count, as do the paths of a remark that tells of a file that was moved.
  static func find(in bytes: ByteView, _ range: Range<Offset>) -> [FileMention] {
    find(in: bytes, range, within: .lists)
  }

  private static func find(
    in bytes: ByteView, _ range: Range<Offset>, within depth: Depth
  ) -> [FileMention] {
    var mentions: [FileMention] = []
    find(in: bytes, range.indices, within: depth, &mentions)
    return mentions
  }

  /// Where paths are looked for besides the line itself.
  private struct Depth: OptionSet {
    let rawValue: Int
    /// In lists between backticks and in remarks about moves; not in lists inside them.
    static let lists = Depth(rawValue: 1)
    /// In parentheses behind what is no path: `Several (a.ts, b.ts)`.
    static let parentheses = Depth(rawValue: 2)
  }

  private static func find(
    in bytes: ByteView, _ range: Range<Int>, within depth: Depth,
    _ mentions: inout [FileMention]
  ) {
    var cursor = Cursor(bytes, range)
    // Where no parenthesis closes any more, none is looked for a second time.
    var mayHaveRemarks = true
    while !cursor.isAtEnd {
      cursor.skipBlanks()
      let isQuoted = cursor.skip(UInt8(ascii: "`"))
      let start = cursor.position
      var isList = false
      while !cursor.isAtEnd, isQuoted ? cursor.current != UInt8(ascii: "`") : !endsPath(cursor) {
        if cursor.current == UInt8(ascii: "{"), let length = alternatives(cursor) {
          cursor.position += length
        } else {
          isList =
            isList
            || isQuoted && (cursor.current == UInt8(ascii: ",") || arrowLength(cursor) != nil)
          cursor.position += 1
        }
      }
      var end = cursor.position
      if isQuoted { _ = cursor.skip(UInt8(ascii: "`")) }
      if !isQuoted { end = trimmedEnd(bytes, start..<end) }
      if isList, depth.contains(.lists) {
        find(in: bytes, start..<end, within: [], &mentions)
        continue
      }
      let path = end > start ? WrittenPath.read(bytes, start..<end) : nil
      var remark: Range<Int>?
      if mayHaveRemarks, path != nil || !depth.contains(.parentheses) {
        remark = scanRemark(&cursor, &mayHaveRemarks)
      }
      if let path {
        mentions.append(
          FileMention(
            path: path,
            remark: remark.map { String(decoding: bytes[$0], as: UTF8.self) } ?? "",
            at: Range(start, end)))
        if let remark, depth.contains(.lists), FileRemark.tellsOfMove(bytes, remark) {
          find(in: bytes, remark, within: [], &mentions)
        }
      }
      if cursor.position == start {
        cursor.position += arrowLength(cursor) ?? 1
        while cursor.current & 0xC0 == 0x80 { cursor.position += 1 }
      }
    }
  }

  /// Whether the stars at the end of a span belong to a pattern: `src/*`, `src/**`, `a.*`, `src/\*\*`.
  static func endsInGlob(_ bytes: ByteView, _ span: Range<Int>) -> Bool {
    var end = span.upperBound
    // A pattern ends in four of these marks at most: `\*\*`.
    while end > span.lowerBound, end > span.upperBound - 5,
      bytes[end - 1] == UInt8(ascii: "*") || bytes[end - 1] == UInt8(ascii: "\\")
    {
      end -= 1
    }
    guard end < span.upperBound, end > span.lowerBound else { return false }
    return bytes[end - 1] == UInt8(ascii: "/") || bytes[end - 1] == UInt8(ascii: ".")
  }

  /// Marks that end a sentence or an emphasis rather than a path.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*")
      || byte == UInt8(ascii: "_")
  }

  /// Where a path ends without the marks behind it, and without a parenthesis that it does not open.
  private static func trimmedEnd(_ bytes: ByteView, _ span: Range<Int>) -> Int {
    let opens = bytes[span].contains(UInt8(ascii: "("))
    var end = span.upperBound
    while end > span.lowerBound,
      isPunctuation(bytes[end - 1]) || !opens && bytes[end - 1] == UInt8(ascii: ")"),
      !endsInGlob(bytes, span.lowerBound..<end)
    {
      end -= 1
    }
    return end
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
    case 0xEF: cursor.peek(1) == 0xBC && [0x88, 0x89, 0x8C, 0x9B].contains(cursor.peek(2))
    case UInt8(ascii: "-"), UInt8(ascii: "="), 0xE2: arrowLength(cursor) != nil
    default: false
    }
  }

  /// The length of an arrow: `->`, `=>`, `→`, `⇒` or `➜`.
  private static func arrowLength(_ cursor: Cursor) -> Int? {
    switch cursor.current {
    case UInt8(ascii: "-"), UInt8(ascii: "="): cursor.peek(1) == UInt8(ascii: ">") ? 2 : nil
    case 0xE2:
      switch (cursor.peek(1), cursor.peek(2)) {
      case (0x86, 0x92), (0x87, 0x92), (0x9E, 0x9C): 3
      default: nil
      }
    default: nil
    }
  }

  /// How far it is past the brace that closes `{a,b}`, if the one at the cursor opens such a choice.
  private static func alternatives(_ cursor: Cursor) -> Int? {
    var depth = 0
    var hasComma = false
    for distance in 0..<WrittenPath.longest {
      switch cursor.peek(distance) {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return hasComma ? distance + 1 : nil }
      case UInt8(ascii: ","): hasComma = true
      case UInt8(ascii: " ") where cursor.peek(distance - 1) == UInt8(ascii: ","): break
      case 0, UInt8(ascii: " "), UInt8(ascii: "`"), UInt8(ascii: "\n"), UInt8(ascii: ";"),
        UInt8(ascii: "("):
        return nil
      default: break
      }
    }
    return nil
  }

  /// A remark in parentheses right behind a path, up to the one that closes it.
  private static func scanRemark(_ cursor: inout Cursor, _ mayClose: inout Bool) -> Range<Int>? {
    var attempt = cursor
    attempt.skipBlanks()
    let isWide = attempt.skip("（")
    guard isWide || attempt.skip(UInt8(ascii: "(")) else { return nil }
    let start = attempt.position
    var firstEnd: Cursor?
    var depth = 1
    while !attempt.isAtEnd {
      let end = attempt.position
      if isWide ? attempt.skip("）") : attempt.skip(UInt8(ascii: ")")) {
        depth -= 1
        if depth == 0 {
          cursor = attempt
          return start..<end
        }
        firstEnd = firstEnd ?? attempt
      } else if isWide ? attempt.skip("（") : attempt.skip(UInt8(ascii: "(")) {
        depth += 1
      } else {
        attempt.position += 1
      }
    }
    // Where one is never closed, the first that closes anything ends the remark.
    guard let firstEnd else {
      mayClose = false
      return nil
    }
    cursor = firstEnd
    return start..<firstEnd.position - (isWide ? 3 : 1)
  }
}
