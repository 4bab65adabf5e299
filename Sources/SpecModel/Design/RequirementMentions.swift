import Diagnostics

/// Finds ids of requirements in running text: `Requirement 1.2, 1.3`, `需求 4`, `FR-3`, `R1.2`.
enum RequirementMentions {
  private static let nouns = WordList<Bool>(
    [
      "requirements", "requirement", "reqs", "req", "需求", "要件", "requisitos", "requisito",
    ].map { ($0, true) })

  /// Adds what a span names, in the order written.
  static func find(in bytes: ByteView, _ span: Range<Int>, into mentions: inout [Reference]) {
    var position = span.lowerBound
    let end = min(span.upperBound, bytes.count)
    while let start = nextStart(bytes, position, end) {
      var cursor = Cursor(bytes, start..<end)
      if let reference = lettered(&cursor) {
        mentions.append(reference)
        position = cursor.position
      } else if skipNoun(&cursor) {
        let listStart = start
        let listEnd = skipList(&cursor)
        if listEnd > listStart {
          for reference in ReferenceList.parse(bytes, Range(listStart, listEnd)) {
            switch reference.kind {
            case .identifier, .range: mentions.append(reference)
            default: break
            }
          }
        }
        position = max(cursor.position, start + 1)
      } else {
        position = start + 1
      }
    }
  }

  /// The next byte at which a mention could begin.
  private static func nextStart(_ bytes: ByteView, _ position: Int, _ end: Int) -> Int? {
    var index = position
    while index < end {
      let byte = bytes[index]
      guard byte.isUppercase || byte == 0x72 || byte & 0xFE == 0xE8 else {
        index += 1
        continue
      }
      let next = index + 1 < end ? bytes[index + 1] : 0
      if byte >= 0x80 {
        // 需求 and 要件.
        if byte == 0xE9 && next == 0x9C || byte == 0xE8 && next == 0xA6 { return index }
      } else if byte | 0x20 == 0x72 && next | 0x20 == 0x65
        || byte.isUppercase && (next.isUppercase || next.isDigit || next == 0x2D)
      {
        if index == 0 || !isWordByte(bytes[index - 1]) { return index }
      }
      index += 1
    }
    return nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  /// An id with letters that are those of requirements.
  private static func lettered(_ cursor: inout Cursor) -> Reference? {
    guard cursor.current.isUppercase else { return nil }
    var attempt = cursor
    guard let found = attempt.scanIdentifier(followsWord: true), !found.prefix.isEmpty else {
      return nil
    }
    // `R2` and `F1` are a product and a score as often as ids.
    let hasDash = found.text.utf8.contains { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    guard hasDash || found.prefix.utf8.count > 1 else { return nil }
    switch RequirementFamily(of: found.text).role {
    case .functional, .quality, .story, .criterion: break
    case .secondary, .unknown, .number: return nil
    }
    cursor.position = found.range.upperBound
    // `REQ-1.1-1.5` is a range.
    return ReferenceList.parse(
      cursor.bytes, Range(found.range.lowerBound, found.range.upperBound)
    ).first
  }

  private static func skipNoun(_ cursor: inout Cursor) -> Bool {
    nouns.skip(&cursor, where: { _, _ in true }) != nil && !cursor.current.isLetter
  }

  /// Skips ids with what separates them, and returns where the last id ends; the start of the list
  /// when there is none.
  private static func skipList(_ cursor: inout Cursor) -> Int {
    var end = 0
    while cursor.current.isEmphasis { cursor.position += 1 }
    cursor.skipBlanks()
    if cursor.skipColon() { cursor.skipBlanks() }
    _ = cursor.skip(UInt8(ascii: "#"))
    while skipID(&cursor) {
      end = cursor.position
      var attempt = cursor
      attempt.skipBlanks()
      let hasSeparator =
        attempt.skip(UInt8(ascii: ",")) || attempt.skip("、") || attempt.skip("，")
        || attempt.skip(UInt8(ascii: "-")) || attempt.skip("–") || attempt.skip(UInt8(ascii: "&"))
        || attempt.skip(UInt8(ascii: "/")) || attempt.skip("~") || attempt.skip("～")
      attempt.skipBlanks()
      let hasWord =
        attempt.skipWord("and ") || attempt.skipWord("through ") || attempt.skipWord("to ")
        || attempt.skipWord("or ")
      guard hasSeparator || hasWord else { break }
      attempt.skipBlanks()
      cursor = attempt
    }
    return end
  }

  private static func skipID(_ cursor: inout Cursor) -> Bool {
    var attempt = cursor
    if attempt.current.isUppercase {
      guard let found = attempt.scanIdentifier(followsWord: true) else { return false }
      cursor.position = found.range.upperBound
      return true
    }
    let start = attempt.position
    while attempt.current.isDigit { attempt.position += 1 }
    while attempt.current == UInt8(ascii: "."), attempt.peek(1).isDigit {
      attempt.position += 1
      while attempt.current.isDigit { attempt.position += 1 }
    }
    guard attempt.position > start, !attempt.current.isLetter else { return false }
    cursor = attempt
    return true
  }
}
