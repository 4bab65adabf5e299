package import Diagnostics

/// The first line that two renderings of plans do not share.
package struct RenderingDifference: Sendable, Hashable {
  /// Counted from 1.
  package var line: Int
  /// `nil` where the text ended before.
  package var before: String?
  /// `nil` where the new text ended before.
  package var after: String?

  /// `nil` for texts that are the same; linear in the shorter one.
  package init?(_ old: [UInt8], _ new: [UInt8]) {
    guard old != new else { return nil }
    var start = 0
    var line = 1
    for (place, pair) in zip(old, new).enumerated() {
      guard pair.0 == pair.1 else { break }
      if pair.0 == 0x0A { (start, line) = (place + 1, line + 1) }
    }
    self.line = line
    before = Self.line(old, from: start)
    after = Self.line(new, from: start)
  }

  private static func line(_ bytes: [UInt8], from start: Int) -> String? {
    guard start < bytes.count else { return nil }
    return String(decoding: bytes[start...].prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The two lines below a title, cut at the width.
  package func text(title: String, terminal: TerminalTraits) -> String {
    var text = StyledText(showsColor: terminal.showsColor)
    text.append("\(title) differs first in line \(line)", .heading)
    text.endLine()
    for (mark, line) in [("-", before), ("+", after)] {
      let words = line?.visible ?? "(the end)"
      text.append("  \(mark) " + words.truncated(toWidth: max(40, terminal.width) - 4))
      text.endLine()
    }
    return text.text
  }
}
