/// A name for a finding that stays when lines move and when the finding's words change.
///
/// It is made of the rule, the path below the workspace and the text of the line on which the
/// finding starts, and says the how-manieth of those with all three in common it is, from 1, in the
/// order of places. Blanks at both ends of the line do not count, runs of blanks and tabs count as
/// one blank, and it does not matter whether a checkbox is ticked. A finding without a line goes by
/// its message. Line numbers, columns, line ends and severities have no part in it.
///
/// Written `<32 hexadecimal digits>:<occurrence>`, it is unique in an outcome. The digits are the
/// first half of the SHA-256 of `rule`, NUL, `path`, NUL and, in hexadecimal, the SHA-256 of the text.
package struct FindingFingerprint: Hashable, Sendable, CustomStringConvertible {
  /// 32 hexadecimal digits in lower case.
  package let digest: String
  /// From 1.
  package let occurrence: Int

  package var description: String { "\(digest):\(occurrence)" }

  /// The fingerprint of each finding, in their order.
  ///
  /// Linear in the findings and the lines they stand on, however many share a line.
  package static func all(of outcome: Outcome) -> [FindingFingerprint] {
    var texts = FingerprintTexts(of: outcome)
    var counts: [String: Int] = [:]
    return outcome.findings.map { finding in
      let name = "\(finding.rule)\0\(finding.path)\0\(texts.digest(for: finding))"
      let digest = String(SHA256(Array(name.utf8)).hexadecimal.prefix(32))
      let occurrence = counts[digest, default: 0] + 1
      counts[digest] = occurrence
      return FindingFingerprint(digest: digest, occurrence: occurrence)
    }
  }
}

/// The digests of the texts that tell findings apart, each line's made once.
private struct FingerprintTexts {
  private struct Line: Hashable {
    var path: String
    var number: Int
  }

  private var tables: LineTables
  private var digests: [Line: String] = [:]

  init(of outcome: Outcome) {
    tables = LineTables(of: outcome)
  }

  mutating func digest(for finding: Finding) -> String {
    guard let range = finding.range, let (file, lines) = tables.source(at: finding.path) else {
      return SHA256(Array(finding.message.utf8)).hexadecimal
    }
    let line = Line(path: finding.path, number: lines.line(of: range.lowerBound))
    if let digest = digests[line] { return digest }
    let text = normalized(file.bytes[lines.range(ofLine: line.number).indices])
    let digest = SHA256(text).hexadecimal
    digests[line] = digest
    return digest
  }
}

/// A line without what editors and progress change: its blanks, and the mark of its checkbox.
private func normalized(_ line: ArraySlice<UInt8>) -> [UInt8] {
  let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let line = line.starts(with: byteOrderMark) ? line.dropFirst(3) : line
  let words = line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  let text = Array(words.joined(separator: [UInt8(ascii: " ")]))
  guard let mark = checkboxMark(of: text) else { return text }
  return text[..<mark.lowerBound] + [UInt8(ascii: " ")] + text[mark.upperBound...]
}

/// What stands between the brackets of a list item's checkbox: one scalar.
private func checkboxMark(of text: [UInt8]) -> Range<Int>? {
  let bullets = Set("-*+".utf8)
  var index = 0
  if let first = text.first, bullets.contains(first) {
    index = 1
  } else {
    while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
    guard index > 0, index < text.count,
      text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")")
    else { return nil }
    index += 1
  }
  guard text[index...].starts(with: " [".utf8) else { return nil }
  let start = index + 2
  let end = text[start...].prefix(5).firstIndex(of: UInt8(ascii: "]")) ?? start
  let isOneScalar = text[start..<end].count { $0 & 0xC0 != 0x80 } == 1
  return isOneScalar ? start..<end : nil
}
