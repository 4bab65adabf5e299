import Diagnostics
import SpecModel

extension Rule {
  static let specKitPlaceholder = Rule(
    id: "unfilled-placeholder", group: .specKit,
    summary: "A placeholder of spec-kit's templates was not filled in.",
    rationale:
      "The document is not finished, or a part of the template should have been taken out.",
    severity: .warning,
    passing: [
      .specKit("# Feature Specification: A\n\nRun `new [DATE]`. See [DATE](date.md)\n"),
      .specKit("```text\nspecs/[###-feature]/\n```\n<!-- [FEATURE] -->\n"),
    ],
    failing: [
      .specKit(
        "# Feature Specification: →[FEATURE NAME]\n\n**Branch**: `→[###-feature-name]` é 😀\n\n### User Story 1 - →[Brief Title]\n"
      )
    ],
    check: .text { text, report in
      for line in text.lines {
        switch line.kind {
        case .text, .heading, .tableRow: break
        case .blank, .code, .comment: continue
        }
        for range in Placeholders.find(in: text.bytes, line.range) {
          report(
            Finding(
              "'\(text.text(range))' is a placeholder of the template", in: text.path, at: range,
              help: "fill it in, or take the line out"))
        }
      }
    })
}

/// What spec-kit's templates have in brackets, to be replaced.
private enum Placeholders {
  /// Words that nobody writes in brackets otherwise.
  private static let words: [[UInt8]] = [
    "[FEATURE NAME]", "[FEATURE]", "[###-feature-name]", "[###-feature]", "[DATE]", "[Brief Title]",
    "[Gates determined based on constitution file]", "[initial state]", "[REMOVE IF UNUSED]",
    "[Extract from feature spec: primary requirement + technical approach from research]",
  ].map { Array($0.utf8) }

  /// The places of placeholders in a line, linear in it.
  static func find(in bytes: [UInt8], _ line: Range<Offset>) -> [Range<Offset>] {
    var found: [Range<Offset>] = []
    var rest = bytes[line.indices.clamped(to: 0..<bytes.count)]
    while let start = rest.firstIndex(of: UInt8(ascii: "[")) {
      let tail = rest[start...]
      rest = tail.dropFirst()
      guard let word = words.first(where: { tail.starts(with: $0) }) else { continue }
      let end = start + word.count
      rest = tail[end...]
      // A link has a text of its own, and in code there may be the name of an argument.
      if rest.first == UInt8(ascii: "(") || isInLongerCode(bytes, line, start..<end) { continue }
      found.append(Range(start, end))
    }
    return found
  }

  /// Whether there is code around the span that is more than the span itself.
  private static func isInLongerCode(
    _ bytes: [UInt8], _ line: Range<Offset>, _ span: Range<Int>
  ) -> Bool {
    let tick = UInt8(ascii: "`")
    guard bytes[line.lowerBound.utf8..<span.lowerBound].count(where: { $0 == tick }) % 2 == 1 else {
      return false
    }
    return bytes[span.lowerBound - 1] != tick || span.upperBound >= bytes.count
      || bytes[span.upperBound] != tick
  }
}
