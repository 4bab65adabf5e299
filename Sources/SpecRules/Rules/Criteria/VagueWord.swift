import Diagnostics
import SpecModel

extension Rule {
  static let vagueWord = Rule(
    id: "vague-word", group: .criteria,
    summary: "A criterion uses a word that nobody can check.",
    rationale:
      "Whether something is robust or happens as needed is for everybody to decide anew. The words are listed in docs/ears.md; `validation.vague_words` in the configuration adds to them and takes away.",
    severity: .note,
    passing: [
      .criteria("THE system SHALL answer within 200 ms"),
      .criteria("THE system SHALL call `robust()` and say \"and/or\""),
    ],
    failing: [
      .criteria("THE é 😀 SHALL be →robust, →user-friendly, →etc."),
      .requirements(
        "### Requirement 1: A\n1. THE system SHALL be robust and →snappy\n",
        with: [
          (
            ".claude/config.yaml",
            "validation:\n  vague_words: {add: [snappy], remove: [robust]}\n"
          )
        ]),
    ],
    check: .feature { context, report in
      let words = context.workspace.vagueWords
      context.forEachSentence { criterion, sentence, document in
        guard sentence.pattern != nil else { return }
        for range in words.ranges(in: document.text, criterion.textRange) {
          report(
            Finding(
              "criterion '\(criterion.id)' says '\(document.text.text(range))', "
                + "which nobody can check", in: document.path, at: range,
              help: "say how much, how fast or which"))
        }
      }
    })
}
