import Diagnostics
import SpecModel

extension Rule {
  static let severalModals = Rule(
    id: "several-modals", group: .criteria,
    summary: "A criterion demands several things at once.",
    rationale: "It cannot be half met, and a task cannot cite one half.",
    severity: .note,
    passing: [
      .criteria("THE system SHALL greet"), .criteria("THE page SHALL say \"You SHALL not pass\""),
    ],
    failing: [.criteria("→THE system SHALL greet and SHALL leave")],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard sentence.shallCount > 1, sentence.doubledModal == nil else { return }
        report(
          Finding(
            "criterion '\(criterion.id)' says SHALL more than once", in: document.path,
            at: criterion.textRange, help: "make it a criterion for each"))
      }
    })

  static let doubledModal = Rule(
    id: "doubled-modal", group: .criteria,
    summary: "A criterion says SHALL or a word like it twice in a row.",
    rationale: "One of the words is left over from an edit, and SHALL and SHOULD differ.",
    severity: .note,
    passing: [.criteria("THE system SHALL do what it must")],
    failing: [
      .criteria("WHEN é 😀 THEN the system →SHALL SHALL greet"),
      .criteria("The system **→shall** must greet"),
    ],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard let range = sentence.doubledModal else { return }
        report(.doubledModal(criterion, range, document.text))
      }
    })

  static let keywordCase = Rule(
    id: "keyword-case", group: .criteria,
    summary: "Some keywords of a criterion are in capitals and some are not.",
    rationale:
      "Capitals set WHEN, IF, THEN and SHALL apart from ordinary words. Criteria that use them nowhere are left alone.",
    severity: .note,
    passing: [
      .criteria("WHEN x THEN the system SHALL y"), .criteria("When x, the system shall y"),
    ],
    failing: [
      .criteria("→When é 😀 then the system SHALL y"),
      .criteria("WHEN x happens, the system →shall y"),
    ],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        if let finding = Finding.keywordsInLowerCase(criterion, sentence, document.text) {
          report(finding)
        }
      }
    })
}

extension Finding {
  fileprivate static func doubledModal(
    _ criterion: Criterion, _ range: Range<Offset>, _ text: SpecText
  ) -> Finding {
    let words = text.text(range)
    let parts = words.split(whereSeparator: { !$0.isLetter })
    let isSame = parts.first?.lowercased() == parts.last?.lowercased()
    var finding = Finding(
      "criterion '\(criterion.id)' says '\(parts.joined(separator: " "))'", in: text.path,
      at: range, help: "keep one of the words")
    // Only the plain pair is taken apart: between others stand marks of emphasis.
    if isSame, let first = parts.first, words.utf8.count == first.utf8.count * 2 + 1 {
      finding.fix = Fix(
        "keep one '\(first)'", edits: [TextEdit(replacing: range, with: "\(first)")])
    }
    return finding
  }

  /// The English keywords of a sentence that are not in capitals, where another one is.
  fileprivate static func keywordsInLowerCase(
    _ criterion: Criterion, _ sentence: EARSSentence, _ text: SpecText
  ) -> Finding? {
    guard let modal = sentence.modal, sentence.isModalEnglish else { return nil }
    var keywords = sentence.clauses.filter { $0.isEnglish && !$0.isTrailing }.map(\.keywordRange)
    if let then = sentence.then, then.length == 4 { keywords.append(then) }
    // MUST, WILL and SHOULD are words of every sentence too.
    if modal.length == 5 { keywords.append(modal) }
    let small = keywords.filter { !text.bytes[$0.lowerBound.utf8 + 1].isCapital }
    guard let first = small.first, small.count < keywords.count else { return nil }
    let words = small.map { text.text($0) }
    let quoted = words.map { "'\($0)'" }.joined(separator: " and ")
    var finding = Finding(
      "\(quoted) of criterion '\(criterion.id)' \(words.count == 1 ? "is" : "are") "
        + "not in capitals", in: text.path, at: first)
    finding.fix = Fix(
      "write \(words.map { "'\($0.uppercased())'" }.joined(separator: " and "))",
      edits: zip(small, words).map { TextEdit(replacing: $0, with: $1.uppercased()) })
    return finding
  }
}

extension UInt8 {
  fileprivate var isCapital: Bool { self &- 0x41 < 26 }
}
