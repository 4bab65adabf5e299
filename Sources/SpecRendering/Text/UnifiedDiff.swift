import Diagnostics

/// The difference of two texts in the form that `patch` and `git apply` read.
///
/// Lines are compared as bytes with their ends, so a changed line end is a changed line. Made with
/// the greedy algorithm of Myers (An O(ND) Difference Algorithm and Its Variations, 1986); texts with
/// more differences than ``limit`` between their first and last one are shown as wholly replaced
/// there, so that time and memory stay linear in the bytes.
package struct UnifiedDiff: Sendable {
  /// The most differing lines that are told apart.
  package static let limit = 1_000
  private static let context = 3

  private let path: String
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let steps: [LineDifference.Step]

  /// Linear in the bytes; the path stands in the head of the difference, behind `a/` and `b/`.
  package init(_ path: String, from old: [UInt8], to new: [UInt8]) {
    self.path = path
    self.old = Self.lines(old)
    self.new = Self.lines(new)
    steps = LineDifference(self.old, self.new, limit: Self.limit).steps
  }

  /// The lines of a text with their line feeds; the last may have none.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// The bytes of the difference; empty when there is none.
  ///
  /// Colours are for a terminal: what is in the texts is then shown without its control characters,
  /// and the result is for reading only.
  package func bytes(showsColor: Bool = false) -> [UInt8] {
    let hunks = hunks()
    guard !hunks.isEmpty else { return [] }
    var output = Writer(showsColor: showsColor)
    output.line("--- a/\(path)", .heading)
    output.line("+++ b/\(path)", .heading)
    for hunk in hunks {
      output.line(
        "@@ -\(Self.span(hunk.old)) +\(Self.span(hunk.new)) @@", .frame)
      for step in steps[hunk.steps] {
        switch step {
        case .keep(let line, _): output.line(" ", old[line], nil)
        case .remove(let line): output.line("-", old[line], .removed)
        case .insert(let line): output.line("+", new[line], .added)
        }
      }
    }
    return output.bytes
  }

  /// `12,3` for three lines from the twelfth; of no lines, the line before them.
  private static func span(_ range: Range<Int>) -> String {
    switch range.count {
    case 0: "\(range.lowerBound),0"
    case 1: "\(range.lowerBound + 1)"
    default: "\(range.lowerBound + 1),\(range.count)"
    }
  }

  private struct Hunk {
    var steps: Range<Int>
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The changes with three lines around them; changes that are near each other share a hunk.
  private func hunks() -> [Hunk] {
    var spans: [Range<Int>] = []
    for index in steps.indices where steps[index].isChange {
      let span =
        max(0, index - Self.context)..<min(steps.count, index + Self.context + 1)
      if let last = spans.last, last.upperBound >= span.lowerBound {
        spans[spans.count - 1] = last.lowerBound..<span.upperBound
      } else {
        spans.append(span)
      }
    }
    var hunks: [Hunk] = []
    var (position, oldLine, newLine) = (0, 0, 0)
    for span in spans {
      func advance(to end: Int) {
        for step in steps[position..<end] {
          if step.isInOld { oldLine += 1 }
          if step.isInNew { newLine += 1 }
        }
        position = end
      }
      advance(to: span.lowerBound)
      let (oldStart, newStart) = (oldLine, newLine)
      advance(to: span.upperBound)
      hunks.append(Hunk(steps: span, old: oldStart..<oldLine, new: newStart..<newLine))
    }
    return hunks
  }

  /// Puts lines together, with colours or byte for byte.
  private struct Writer {
    enum Style {
      case heading, frame, removed, added
    }

    let showsColor: Bool
    var bytes: [UInt8] = []

    mutating func line(_ text: String, _ style: Style) {
      guard showsColor else {
        bytes += text.utf8
        bytes.append(0x0A)
        return
      }
      colored(text, style)
    }

    mutating func line(_ mark: String, _ line: ArraySlice<UInt8>, _ style: Style?) {
      let hasEnd = line.last == 0x0A
      if showsColor {
        let text = String(decoding: hasEnd ? line.dropLast() : line, as: UTF8.self)
        colored(mark + text, style)
      } else {
        bytes += mark.utf8
        bytes += line
        if !hasEnd { bytes.append(0x0A) }
      }
      if !hasEnd { bytes += "\\ No newline at end of file\n".utf8 }
    }

    private mutating func colored(_ text: String, _ style: Style?) {
      var styled = StyledText(showsColor: true)
      switch style {
      case .heading: styled.append(text, .heading)
      case .frame: styled.append(text, .frame)
      case .removed: styled.append(text, TerminalStyle(.error))
      case .added: styled.append(text, .success)
      case nil: styled.append(text)
      }
      styled.endLine()
      bytes += styled.text.utf8
    }
  }
}
