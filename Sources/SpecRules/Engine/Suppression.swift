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
  package static func find(in bytes: [UInt8], ignoring ignored: [Range<Int>] = []) -> [Suppression]
  {
    var found: [Suppression] = []
    var position = 0
    var preamble: Int?
    while let start = bytes.firstIndex(of: keyword, from: position) {
      position = start + keyword.count
      if ignored.contains(where: { $0.contains(start) }) { continue }
      guard let opening = commentStart(bytes, before: start),
        let rule = ruleName(bytes, after: position)
      else { continue }
      let preambleEnd = preamble ?? self.preambleEnd(bytes)
      preamble = preambleEnd
      found.append(
        Suppression(
          rule: String(decoding: bytes[rule], as: UTF8.self),
          ruleRange: Range(rule.lowerBound, rule.upperBound),
          scope: scope(
            bytes, comment: opening, end: rule.upperBound, preambleEnd: preambleEnd)))
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
    _ bytes: [UInt8], comment: Int, end: Int, preambleEnd: Int
  ) -> Range<Offset> {
    var lineStart = comment
    while lineStart > 0, bytes[lineStart - 1] != 0x0A, bytes[lineStart - 1] != 0x0D {
      lineStart -= 1
    }
    let lineEnd = lineEnd(bytes, from: end)
    let isAlone = bytes[lineStart..<comment].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    guard isAlone else { return Range(lineStart, lineEnd) }
    if lineStart <= preambleEnd { return Range(0, bytes.count + 1) }
    return Range(lineStart, blockEnd(bytes, after: lineEnd))
  }

  /// The end of the next line that is not blank and of all that is indented more deeply below it:
  /// a task with its metadata, an entry of a mapping with its fields.
  private static func blockEnd(_ bytes: [UInt8], after position: Int) -> Int {
    var end = position
    var indent: Int?
    var start = position
    while start < bytes.count {
      while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
      var text = start
      while text < bytes.count, bytes[text] == 0x20 || bytes[text] == 0x09 { text += 1 }
      let lineEnd = lineEnd(bytes, from: text)
      if text < lineEnd {
        if let indent, text - start <= indent { break }
        indent = indent ?? text - start
        end = lineEnd
      }
      start = lineEnd
    }
    return end
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
