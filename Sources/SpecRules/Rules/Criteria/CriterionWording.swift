import Diagnostics
import SpecModel

extension Rule {
  static let criterionWithoutModal = Rule(
    id: "criterion-without-modal", group: .criteria,
    summary: "A criterion does not say that anything shall happen.",
    rationale: "Without SHALL or a word like it, a wish, a fact and a duty read the same.",
    severity: .note,
    passing: [
      .requirements(criteria("WHEN a user logs in THEN the system **shall** greet")),
      .requirements(criteria("当用户登录时系统应显示首页")),
    ],
    failing: [.requirements(criteria("→The list is sorted"))],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      var isJapanese: Bool?
      for index in document.requirements.indices where !document.requirements[index].isSecondary {
        for criterion in document.requirements[index].criteria
        where !CriterionModal.isPresent(in: document.text, criterion.textRange) {
          // Japanese has other ways to demand; the language is counted out only where it matters.
          if isJapanese == nil { isJapanese = document.language == .japanese }
          if isJapanese == true { return }
          report(
            Finding(
              "criterion '\(criterion.id)' has no SHALL", in: document.path,
              at: criterion.textRange, help: "say who SHALL do what"))
        }
      }
    })

  static let severalModals = Rule(
    id: "several-modals", group: .criteria,
    summary: "A criterion demands several things at once.",
    rationale: "It cannot be half met, and a task cannot cite one half.",
    severity: .note,
    passing: [.requirements(criteria("THE system SHALL greet"))],
    failing: [.requirements(criteria("→THE system SHALL greet and SHALL leave"))],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      for criterion in document.requirements.lazy.flatMap(\.criteria)
      where document.text.bytes.count(of: "SHALL", in: criterion.textRange) > 1 {
        report(
          Finding(
            "criterion '\(criterion.id)' says SHALL more than once", in: document.path,
            at: criterion.textRange, help: "make it a criterion for each"))
      }
    })

  static let keywordCase = Rule(
    id: "keyword-case", group: .criteria,
    summary: "The keywords of a criterion are not in capitals.",
    rationale: "Capitals set WHEN, IF, THEN and SHALL apart from ordinary words.",
    severity: .note,
    passing: [.requirements(criteria("WHEN x THEN the system SHALL y"))],
    failing: [.requirements(criteria("→When x then the system SHALL y"))],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      let bytes = document.text.bytes
      for criterion in document.requirements.lazy.flatMap(\.criteria) {
        let head = bytes[criterion.textRange.indices].prefix(6)
        let isMixed =
          head.starts(with: "When ".utf8) || head.starts(with: "If ".utf8)
          || head.starts(with: "While ".utf8) || head.starts(with: "Where ".utf8)
        guard isMixed, bytes.count(of: "SHALL", in: criterion.textRange) > 0 else { continue }
        report(
          Finding(
            "the keywords of criterion '\(criterion.id)' are not in capitals", in: document.path,
            at: criterion.textRange))
      }
    })

  private static func criteria(_ text: String) -> String {
    "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. \(text)\n"
  }
}

extension [UInt8] {
  /// How often a word of ASCII letters stands in a range as a word of its own.
  fileprivate func count(of word: StaticString, in range: Range<Offset>) -> Int {
    word.withUTF8Buffer { word in
      var found = 0
      var index = range.lowerBound.utf8
      let last = Swift.min(range.upperBound.utf8, count) - word.count
      while index <= last {
        if self[index] == word[0], self[index..<(index + word.count)].elementsEqual(word) {
          let before = index > 0 ? self[index - 1] : 0
          let after = index + word.count < count ? self[index + word.count] : 0
          let isWord = (before | 0x20) &- 0x61 >= 26 && (after | 0x20) &- 0x61 >= 26
          if isWord { found += 1 }
          index += word.count
        } else {
          index += 1
        }
      }
      return found
    }
  }
}
