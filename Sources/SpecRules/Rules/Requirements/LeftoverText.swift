import Diagnostics
import SpecModel

extension Rule {
  static let templatePlaceholder = Rule(
    id: "template-placeholder", group: .requirements,
    summary: "A placeholder of a template stands where text is wanted.",
    rationale: "The requirement has not been written yet.",
    severity: .warning,
    passing: [
      .criteria("WHEN [the manual](manual.md) is read THEN the page SHALL say [name]: hello"),
      .requirements("### Requirement 1: Signing in [AUTH-1]\n"),
    ],
    failing: [
      .criteria("WHEN →[event é 😀] THEN the system SHALL stop"),
      .requirements(
        "### Requirement 1: →[Title]\n\n**User Story:** →As a [role], I want [feature]\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      let bytes = document.text.bytes
      func placeholder(_ range: Range<Offset>, of what: String) {
        report(
          Finding(
            "\(what) is still the placeholder of a template", in: document.path, at: range,
            help: "write what is meant"))
      }
      for (requirement, sentences) in zip(document.requirements, context.sentences)
      where !requirement.isSecondary {
        if bytes.isPlaceholder(requirement.titleRange) {
          placeholder(requirement.titleRange, of: "the title of requirement '\(requirement.id)'")
        }
        if let story = requirement.userStory, bytes.hasPlaceholder(behindAsA: story) {
          placeholder(story, of: "the user story of requirement '\(requirement.id)'")
        }
        for (criterion, sentence) in zip(requirement.criteria, sentences) {
          let parts = sentence.clauses.map(\.textRange) + [sentence.response].compactMap { $0 }
          if let part = parts.first(where: { bytes.isPlaceholder($0) }) {
            placeholder(part, of: "a part of criterion '\(criterion.id)'")
          }
        }
      }
    })
}

extension [UInt8] {
  /// Whether a span is one pair of square brackets with words in it.
  fileprivate func isPlaceholder(_ range: Range<Offset>) -> Bool {
    let span = range.indices
    guard span.count > 4, span.upperBound <= count, self[span.lowerBound] == UInt8(ascii: "["),
      self[span.upperBound - 1] == UInt8(ascii: "]")
    else { return false }
    let inner = self[(span.lowerBound + 1)..<(span.upperBound - 1)]
    return !inner.contains { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "\"") }
      && inner.contains { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
      && inner.first != UInt8(ascii: "`")
  }

  /// Whether a story begins with `As a [` or `As an [`.
  fileprivate func hasPlaceholder(behindAsA range: Range<Offset>) -> Bool {
    let head = self[range.indices.clamped(to: 0..<count)].prefix(12)
    return head.starts(with: "As a [".utf8) || head.starts(with: "As an [".utf8)
      || head.starts(with: "As a **[".utf8) || head.starts(with: "as a [".utf8)
  }
}
