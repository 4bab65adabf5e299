import Diagnostics

/// Finds the second ids in a title: `[REQ-TIMEOUT-001]`, `(LOG-CLEANUP-001)`, `（…）`.
enum RequirementAliases {
  /// The ids in brackets at either end of the title, and the title without them.
  static func read(
    _ bytes: ByteView, _ candidate: RequirementCandidate
  ) -> (ids: [Located<String>], title: Range<Int>) {
    var title = candidate.title
    var ids: [Located<String>] = []
    var cursor = Cursor(bytes, title)
    if let found = bracketed(&cursor) {
      ids.append(found)
      cursor.skipBlanks()
      while cursor.skipSeparator() || cursor.skip("—") || cursor.skip("–") { cursor.skipBlanks() }
      title = cursor.position..<title.upperBound
    }
    if let opening = lastOpening(bytes, title) {
      var cursor = Cursor(bytes, opening..<title.upperBound)
      if let found = bracketed(&cursor), cursor.isAtEnd {
        ids.append(found)
        title = title.lowerBound..<opening
        while title.upperBound > title.lowerBound, bytes[title.upperBound - 1].isBlank {
          title = title.lowerBound..<title.upperBound - 1
        }
      }
    }
    return (ids, title)
  }

  private static func lastOpening(_ bytes: ByteView, _ title: Range<Int>) -> Int? {
    guard let last = title.last, [0x5D, 0x29, 0x89].contains(bytes[last]) else { return nil }
    var index = last
    while index > title.lowerBound {
      index -= 1
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "("): return index
      case 0xEF where bytes[index + 1] == 0xBC && bytes[index + 2] == 0x88: return index
      default: break
      }
    }
    return nil
  }

  private static func bracketed(_ cursor: inout Cursor) -> Located<String>? {
    var attempt = cursor
    let opening: UInt8 = attempt.current
    guard
      attempt.skip(UInt8(ascii: "[")) || attempt.skip(UInt8(ascii: "(")) || attempt.skip("（")
    else { return nil }
    attempt.skipBlanks()
    while attempt.current.isEmphasis { attempt.position += 1 }
    guard attempt.current.isUppercase, let found = attempt.scanIdentifier(followsWord: true),
      isAlias(found)
    else { return nil }
    attempt.position = found.range.upperBound
    while attempt.current.isEmphasis || attempt.current.isBlank { attempt.position += 1 }
    let closes =
      opening == UInt8(ascii: "[")
      ? attempt.skip(UInt8(ascii: "]"))
      : opening == UInt8(ascii: "(") ? attempt.skip(UInt8(ascii: ")")) : attempt.skip("）")
    guard closes else { return nil }
    cursor = attempt
    return Located(found.text, at: Range(found.range.lowerBound, found.range.upperBound))
  }

  /// `(P0)`, `(Q3)` and `[V2]` are priorities, quarters and versions.
  private static func isAlias(_ found: ScannedIdentifier) -> Bool {
    found.prefix.utf8.count > 1 || found.prefix == "R" || found.prefix == "F"
      || found.text.utf8.contains(UInt8(ascii: "-"))
  }
}
