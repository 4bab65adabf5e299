import Diagnostics
import SpecModel

extension Rule {
  static let criterionWithoutModal = Rule(
    id: "criterion-without-modal", group: .criteria,
    summary: "A criterion does not say that anything shall happen.",
    rationale:
      "Without SHALL or a word like it, a wish, a fact and a duty read the same. Scenarios (GIVEN … WHEN … THEN …) state what is to be true without it.",
    severity: .note,
    passing: [
      .criteria("WHEN a user logs in THEN the system **shall** greet"),
      .criteria("当用户登录时系统应显示首页"),
      .criteria("GIVEN a full cart WHEN the user pays THEN the order is placed"),
    ],
    failing: [
      .criteria("It SHALL be there", "→The list is sorted"),
      .criteria("WHEN x THEN it SHALL y", "→点击后响应"),
      .criteria("→WHEN x THEN é 😀"),
    ],
    check: .feature { context, report in
      var isJapanese: Bool?
      guard context.hasCustomOfModals else { return }
      context.forEachSentence { criterion, sentence, document in
        guard sentence.modal == nil, isJapanese != true,
          !sentence.clauses.contains(where: { $0.keyword == .given })
        else { return }
        // Japanese has other ways to demand; the language is counted out only where it matters.
        if isJapanese == nil { isJapanese = document.language == .japanese }
        if isJapanese == true { return }
        report(
          Finding(
            "criterion '\(criterion.id)' has no SHALL", in: document.path,
            at: criterion.textRange, help: "say who SHALL do what"))
      }
    })
}

extension FeatureContext {
  /// Whether the criteria of the document are written as sentences that demand something.
  ///
  /// Then at least one in three has a word such as SHALL or a clause that it belongs to; lists of
  /// steps, files and places have none.
  fileprivate var hasCustomOfModals: Bool {
    var (all, demanding) = (0, 0)
    forEachSentence { _, sentence, _ in
      all += 1
      if sentence.modal != nil || !sentence.clauses.isEmpty { demanding += 1 }
    }
    return demanding * 3 >= all
  }
}
