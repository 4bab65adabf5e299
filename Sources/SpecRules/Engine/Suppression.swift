package import Diagnostics

/// A comment in a document that says which rule is allowed to be broken there, and why.
///
/// `<!-- specctl: allow rule-id: reason -->` in Markdown, `# specctl: allow rule-id: reason` in YAML.
/// It holds for its own line; when it stands alone on it, for the next line that is not blank and all
/// that is indented below it; when only blank lines and HTML comments, or other suppressions, stand
/// before it, for the whole file.
package struct Suppression: Sendable, Hashable {
  /// The id as it is written, whether or not there is such a rule.
  package var rule: String
  /// Where the id stands.
  package var ruleRange: Range<Offset>
  /// The bytes whose findings it suppresses.
  package var scope: Range<Offset>

  private static let keyword = Array("specctl:".utf8)

  /// The suppressions of a document, in order; linear in the bytes.
  package static func find(in bytes: [UInt8]) -> [Suppression] {
    guard var position = bytes.firstIndex(of: keyword, from: 0) else { return [] }
    var found: [Suppression] = []
    let preambleEnd = preambleEnd(bytes)
    let blocks = IndentedBlocks(bytes)
    var line = Line(range: 0..<0, text: 0)
    while let start = bytes.firstIndex(of: keyword, from: position) {
      position = start + keyword.count
      guard let comment = commentStart(bytes, before: start),
        let rule = ruleName(bytes, after: position)
      else { continue }
      if comment >= line.range.upperBound { line = Line(around: comment, in: bytes) }
      found.append(
        Suppression(
          rule: String(decoding: bytes[rule], as: UTF8.self),
          ruleRange: Range(rule.lowerBound, rule.upperBound),
          scope: scope(bytes, comment: comment, line: line, blocks, preambleEnd: preambleEnd)))
    }
    return found
  }

  /// Where the comment begins whose first word is at the position.
  private static func commentStart(_ bytes: [UInt8], before position: Int) -> Int? {
    var index = position
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    if index > 0, bytes[index - 1] == UInt8(ascii: "#") { return index - 1 }
    if index >= 4, bytes[(index - 4)..<index].elementsEqual("<!--".utf8) { return index - 4 }
    return nil
  }

  private static func ruleName(_ bytes: [UInt8], after position: Int) -> Range<Int>? {
    var index = position
    func skipBlanks() { while index < bytes.count, bytes[index] == 0x20 { index += 1 } }
    skipBlanks()
    guard bytes[min(index, bytes.count)...].starts(with: "allow ".utf8) else { return nil }
    index += 6
    skipBlanks()
    let start = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    // The `-->` of a comment without a reason is no part of the name.
    while index > start, bytes[index - 1] == UInt8(ascii: "-") { index -= 1 }
    return index > start ? start..<index : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static func scope(
    _ bytes: [UInt8], comment: Int, line: Line, _ blocks: IndentedBlocks, preambleEnd: Int
  ) -> Range<Offset> {
    let range = line.range
    guard comment == line.text else { return Range(range.lowerBound, range.upperBound) }
    if range.lowerBound <= preambleEnd { return Range(0, bytes.count + 1) }
    return Range(range.lowerBound, blocks.end(after: range.upperBound))
  }

  private struct Line {
    var range: Range<Int>
    /// Where the first byte stands that is no blank.
    var text: Int

    init(range: Range<Int>, text: Int) {
      self.range = range
      self.text = text
    }

    init(around position: Int, in bytes: [UInt8]) {
      var start = position
      while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
      range = start..<lineEnd(bytes, from: position)
      text = start
      while bytes[text] == 0x20 || bytes[text] == 0x09 { text += 1 }
    }
  }

  private static func lineEnd(_ bytes: [UInt8], from position: Int) -> Int {
    var end = position
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  /// Where the first line begins that is neither blank nor a comment of the kinds that may stand
  /// before a suppression of the whole file.
  private static func preambleEnd(_ bytes: [UInt8]) -> Int {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = lineEnd(bytes, from: start)
      let text = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      guard
        text.isEmpty || text.starts(with: "<!--".utf8) || text.starts(with: "# specctl:".utf8)
      else { return start }
      start = end + 1
    }
    return bytes.count
  }
}

extension [UInt8] {
  /// Where a sequence of bytes stands next, at or after a position.
  fileprivate func firstIndex(of sequence: [UInt8], from start: Int) -> Int? {
    guard let first = sequence.first, count >= sequence.count else { return nil }
    var index = start
    while index + sequence.count <= count {
      guard let candidate = self[index...].firstIndex(of: first),
        candidate + sequence.count <= count
      else { return nil }
      if self[candidate..<(candidate + sequence.count)].elementsEqual(sequence) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}
