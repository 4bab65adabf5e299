import Diagnostics

/// Reads `key: value` lines: `_Requirements: 1.1_`, `- **Dependencies**: None`, `File: a.swift`, `需求：1.1`.
struct MetadataReader {
  let bytes: ByteView
  let lines: [TextLine]

  /// The entries that stand on the given lines, with their continuation lines.
  func entries(in range: Range<Int>) -> [MetadataEntry] {
    var entries: [MetadataEntry] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let line = lines[index]
      guard line.kind == .text, let start = keyStart(of: line),
        var entry = entry(from: start.position, to: Int(line.end), opening: start.emphasis)
      else {
        index += 1
        continue
      }
      var next = index + 1
      if entry.isOpen {
        while next < range.upperBound, continues(line, lines[next]) {
          entry.value = entry.value.lowerBound..<Int(lines[next].end)
          next += 1
        }
        entry.value = trimmed(entry.value)
      }
      append(entry, to: &entries)
      index = next
    }
    return entries
  }

  /// What a scan of one line finds.
  private struct Scan {
    var key: Range<Int>
    var value: Range<Int>
    /// Whether the value may go on below: it is bulleted or in italics that are not closed.
    var isOpen: Bool
  }

  /// Where the key begins behind bullet and emphasis, and whether there was any of the two.
  private func keyStart(of line: TextLine) -> (position: Int, emphasis: UInt8)? {
    var cursor = Cursor(bytes, line)
    let isBulleted = cursor.skipBullet()
    let emphasis = cursor.current.isEmphasis ? cursor.current : 0
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard cursor.current.isLetter || cursor.current >= 0xC3 else { return nil }
    return (cursor.position, emphasis != 0 ? emphasis : isBulleted ? UInt8(ascii: "-") : 0)
  }

  /// Whether a byte may stand in a key: letters, digits, blanks, `*`, `-`, `/`, `_` and what is no ASCII.
  ///
  /// Asked of the first bytes of every line, so that one bit for each ASCII character answers it.
  @inline(__always)
  private static func belongsToKey(_ byte: UInt8) -> Bool {
    switch byte >> 6 {
    case 0: 0x03FF_A401_0000_0000 as UInt64 >> UInt64(byte) & 1 != 0
    case 1: 0x07FF_FFFE_87FF_FFFE as UInt64 >> UInt64(byte & 63) & 1 != 0
    default: true
    }
  }

  private func entry(from start: Int, to end: Int, opening: UInt8) -> Scan? {
    let limit = min(end, start + 64)
    var cursor = Cursor(bytes, start..<limit)
    while cursor.position < limit {
      let byte = bytes[cursor.position]
      if byte == UInt8(ascii: ":")
        || byte == 0xEF && cursor.peek(1) == 0xBC && cursor.peek(2) == 0x9A
      {
        break
      }
      guard Self.belongsToKey(byte) else { return nil }
      cursor.position += 1
    }
    guard !cursor.isAtEnd else { return nil }
    var keyEnd = cursor.position
    while keyEnd > start, bytes[keyEnd - 1].isBlank || bytes[keyEnd - 1].isEmphasis { keyEnd -= 1 }
    guard keyEnd > start, !bytes[start..<keyEnd].contains(where: \.isEmphasis) || opening == 0
    else { return nil }
    let colonIsASCII = cursor.current == UInt8(ascii: ":")
    _ = cursor.skipColon()
    // `http://…` and `std::vector` are not keys.
    if colonIsASCII, bytes.count > cursor.position, cursor.position < end,
      bytes[cursor.position] == UInt8(ascii: "/") || bytes[cursor.position] == UInt8(ascii: ":")
    {
      return nil
    }
    let value = trimmed(cursor.position..<end)
    let closes =
      opening == UInt8(ascii: "_") && end > cursor.position && bytes[end - 1] == UInt8(ascii: "_")
    return Scan(
      key: start..<keyEnd, value: value,
      isOpen: opening != 0 && !closes && !value.isEmpty)
  }

  /// A line goes on with the text of the one before: it is plain text without bullet, key or emphasis.
  private func continues(_ first: TextLine, _ line: TextLine) -> Bool {
    guard line.kind == .text, line.indent > first.indent else { return false }
    var cursor = Cursor(bytes, line)
    if cursor.skipBullet() || cursor.current.isEmphasis || cursor.current == UInt8(ascii: "#") {
      return false
    }
    return keyStart(of: line).flatMap {
      entry(from: $0.position, to: Int(line.end), opening: $0.emphasis)
    }.map { MetadataKey.named(bytes, $0.key) == .other } ?? true
  }

  /// Adds an entry, and those that follow it on the same line: `_Leverage: a.ts_ _Requirements: 1.1_`.
  private func append(_ scan: Scan, to entries: inout [MetadataEntry]) {
    var scan = scan
    var position = scan.value.lowerBound
    while position + 3 < scan.value.upperBound {
      guard bytes[position] == UInt8(ascii: "_"), bytes[position + 1].isUppercase,
        position > scan.value.lowerBound,
        bytes[position - 1].isBlank || bytes[position - 1] == UInt8(ascii: "_"),
        let next = entry(
          from: position + 1, to: end(ofPartAt: position, in: scan.value),
          opening: UInt8(ascii: "_")),
        MetadataKey.named(bytes, next.key) != .other
      else {
        position += 1
        continue
      }
      scan.value = trimmed(scan.value.lowerBound..<position)
      add(scan, to: &entries)
      append(next, to: &entries)
      return
    }
    add(scan, to: &entries)
  }

  /// Where an entry at a position of a value ends: of the parts of a prompt, which have ` | ` between
  /// them, at the end of its own.
  private func end(ofPartAt position: Int, in value: Range<Int>) -> Int {
    var before = position - 1
    while before > value.lowerBound, bytes[before].isBlank { before -= 1 }
    guard bytes[before] == UInt8(ascii: "|") else { return value.upperBound }
    return bytes[position..<value.upperBound].firstIndex(of: UInt8(ascii: "|")) ?? value.upperBound
  }

  private func add(_ scan: Scan, to entries: inout [MetadataEntry]) {
    // Most tasks have a few.
    if entries.isEmpty { entries.reserveCapacity(4) }
    entries.append(
      MetadataEntry(
        key: key(scan),
        keyRange: Range(scan.key.lowerBound, scan.key.upperBound),
        valueRange: Range(scan.value.lowerBound, scan.value.upperBound)))
  }

  private func key(_ scan: Scan) -> MetadataKey {
    let key = MetadataKey.named(bytes, scan.key)
    guard key == .other, MetadataKey.mayValidate(bytes, scan.key) else { return key }
    var value = Cursor(bytes, scan.value)
    guard ReferenceWords.nouns.skip(&value) == "requirement" else { return key }
    value.skipBlanks()
    return value.current.isDigit || value.current.isUppercase ? .validates : key
  }

  /// Stars behind a blank that are no emphasis: those of `**/*.ts`, or of `*` and `**` as the whole value.
  private func leadingGlob(at start: Int, of range: Range<Int>) -> (
    range: Range<Int>, isAll: Bool
  )? {
    guard start > 0, bytes[start] == UInt8(ascii: "*"), bytes[start - 1].isBlank else { return nil }
    var end = start
    while end < range.upperBound, bytes[end] == UInt8(ascii: "*") { end += 1 }
    var rest = end
    while rest < range.upperBound, bytes[rest].isBlank || bytes[rest] == UInt8(ascii: "_") {
      rest += 1
    }
    if rest == range.upperBound { return end - start <= 2 ? (start..<end, true) : nil }
    return bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ".")
      ? (start..<end, false) : nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isBlank || bytes[lower] == UInt8(ascii: "*") {
      if let stars = leadingGlob(at: lower, of: range) {
        if stars.isAll { return stars.range }
        break
      }
      lower += 1
    }
    if lower < upper, bytes[lower] == UInt8(ascii: "_"),
      lower + 1 < upper, bytes[lower + 1].isBlank
    {
      lower += 1
    }
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while upper > lower,
      bytes[upper - 1].isBlank || bytes[upper - 1] == UInt8(ascii: "*")
        || bytes[upper - 1] == UInt8(ascii: "_"), !FileMentions.endsInGlob(bytes, lower..<upper)
    {
      upper -= 1
    }
    return lower..<upper
  }
}

extension Cursor {
  /// Skips `- `, `* `, `+ `, `1. ` or `1) ` and the blanks behind it.
  mutating func skipBullet() -> Bool {
    let start = position
    switch current {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      position += 1
    case 0xE2 where peek(1) == 0x80 && peek(2) == 0xA2:
      position += 3
    case let byte where byte.isDigit:
      while current.isDigit { position += 1 }
      guard current == UInt8(ascii: ".") || current == UInt8(ascii: ")") else {
        position = start
        return false
      }
      position += 1
    default:
      return false
    }
    guard current.isBlank || isAtEnd else {
      position = start
      return false
    }
    skipBlanks()
    return true
  }
}
