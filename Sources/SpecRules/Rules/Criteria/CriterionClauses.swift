import Diagnostics
import SpecModel

extension Rule {
  static let ifWithoutThen = Rule(
    id: "if-without-then", group: .criteria,
    summary: "An IF has no THEN.",
    rationale:
      "In EARS, IF … THEN … marks what is not wanted to happen; without THEN nothing shows where the condition ends.",
    severity: .note,
    passing: [
      .criteria("IF the disk is full THEN the system SHALL stop"),
      .criteria("WHEN x, the system SHALL y"), .criteria("如果磁盘已满，系统应停止"),
    ],
    failing: [.criteria("→IF the disk is full, the system SHALL stop")],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard sentence.then == nil, sentence.isModalEnglish,
          let clause = sentence.clauses.first(where: {
            $0.keyword == .if && $0.isEnglish && !$0.isTrailing
          })
        else { return }
        let word = document.text.text(clause.keywordRange)
        report(
          Finding(
            "criterion '\(criterion.id)' has '\(word)' without THEN", in: document.path,
            at: clause.keywordRange, help: "write 'IF … THEN the system SHALL …'"))
      }
    })

  static let clauseOrder = Rule(
    id: "clause-order", group: .criteria,
    summary: "The clauses of a criterion are not in the order of EARS.",
    rationale:
      "WHERE, WHILE, then WHEN or IF, then the response: a reader knows what comes next, and no condition is overlooked behind the response.",
    severity: .note,
    passing: [
      .criteria("WHERE a is fitted, WHILE b holds, WHEN c happens, the system SHALL d"),
      .criteria("WHEN a happens THEN the system SHALL hide it when nobody looks"),
      .criteria("WHEN a THEN the system SHALL b. IF c THEN the system SHALL d"),
    ],
    failing: [
      .criteria("WHEN é happens →WHILE 😀 holds, the system SHALL d"),
      .criteria("The system SHALL stop →IF the disk is full"),
    ],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard sentence.modal != nil, let clause = sentence.firstMisplaced else { return }
        let word = document.text.text(clause.keywordRange)
        report(
          Finding(
            clause.isTrailing
              ? "'\(word)' stands behind the response of criterion '\(criterion.id)'"
              : "'\(word)' of criterion '\(criterion.id)' comes too late",
            in: document.path, at: clause.keywordRange,
            help: "the order is WHERE, WHILE, WHEN or IF, then who SHALL do what"))
      }
    })

  static let noUnwantedBehaviour = Rule(
    id: "no-unwanted-behaviour", group: .criteria,
    summary: "A requirement has no criterion for the case that something goes wrong.",
    rationale:
      "What is to happen then is decided by whoever writes the code. Not every requirement needs such a criterion, so the rule is off unless it is set.",
    severity: nil,
    passing: [.criteria("THE system SHALL a", "IF the disk is full THEN the system SHALL stop")],
    failing: [
      .requirements(
        "### Requirement →1: A\n\n#### Acceptance Criteria\n\n1. WHEN x THEN the system SHALL y\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      for (requirement, sentences) in zip(document.requirements, context.sentences)
      where !requirement.isSecondary && requirement.expectsCriteria
        && sentences.contains(where: { $0.pattern != nil })
        && !sentences.contains(where: { $0.clauses.contains { $0.keyword == .if } })
      {
        report(
          Finding(
            "requirement '\(requirement.id)' does not say what happens when something goes wrong",
            in: document.path, at: requirement.idRange,
            help: "add a criterion 'IF … THEN the system SHALL …'"))
      }
    })
}

extension EARSSentence {
  /// The first clause that stands behind one that it should precede, or behind the response.
  fileprivate var firstMisplaced: Clause? {
    var rank = 0
    for clause in clauses {
      if clause.isTrailing || clause.keyword.rank < rank { return clause }
      rank = clause.keyword.rank
    }
    return nil
  }
}
