import Diagnostics
import SpecModel

extension Rule {
  static let undefinedTerm = Rule(
    id: "undefined-term", group: .requirements,
    summary: "A criterion names a system that the glossary does not define.",
    rationale:
      "Two names for one part, or one that is explained nowhere. The rule looks at documents whose glossary defines most of the systems that the criteria name.",
    severity: .note,
    passing: [
      .requirements(glossary("THE Order_Book SHALL a", "THE order book SHALL b")),
      .requirements(
        "## Glossary\n\n- **ATR**: a range\n\n### Requirement 1: A\n\n1. THE Chart SHALL draw\n"),
    ],
    failing: [
      .requirements(
        glossary(
          "THE Order_Book SHALL a", "WHEN é 😀 THEN →THE Oder_Book SHALL b", "THE Desk SHALL c"))
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements,
        let glossary = Glossary(of: document.text)
      else { return }
      var undefined: [(name: String, range: Range<Offset>, criterion: String)] = []
      var seen: Set<String> = []
      var defined = 0
      context.forEachSentence { criterion, sentence, document in
        guard let range = sentence.system, range.length < 80,
          let name = document.text.text(range).systemName, seen.insert(name).inserted
        else { return }
        if glossary.defines(name) {
          defined += 1
        } else {
          undefined.append((name, range, criterion.id))
        }
      }
      guard undefined.count <= defined else { return }
      for (name, range, criterion) in undefined {
        report(
          Finding(
            "'\(name)' of criterion '\(criterion)' is not in the glossary", in: document.path,
            at: range, help: "define it there, or use the name that is"))
      }
    })

  private static func glossary(_ criteria: String...) -> String {
    "## Glossary\n\n- **Order_Book**: all open orders\n- **Desk**: who looks after them\n\n"
      + "### Requirement 1: A\n\n#### Acceptance Criteria\n\n"
      + criteria.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
  }
}

extension String {
  /// The name behind `THE`, where it is written as one: every word with a capital.
  fileprivate var systemName: String? {
    let words = split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, words.count <= 5, words[0].lowercased() == "the" else { return nil }
    let name = words.dropFirst()
    guard
      name.allSatisfy({ $0.first?.isUppercase ?? false }),
      name.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || "_-./".contains($0) } }),
      !(name.count == 1 && ["system", "application", "app"].contains(name[1].lowercased()))
    else { return nil }
    return name.joined(separator: " ")
  }
}
