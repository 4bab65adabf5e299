import Diagnostics
import SpecModel

extension Rule {
  static let unresolvedMark = Rule(
    id: "unresolved-mark", group: .files,
    summary: "A document says itself that something is still to be decided.",
    rationale:
      "TBD, ???, TODO: and [NEEDS CLARIFICATION …] mean that the document is not ready to be built from.",
    severity: .note,
    passing: [
      .requirements("The page says \"Date TBD\", `TBD` or TODO-1. What???lists\n"),
      .tasks("- [ ] 1. Remove the TODO comments\n"),
    ],
    failing: [
      .requirements(
        "### Requirement 1: A é 😀\n\n1. THE page SHALL load within →TBD ms\n2. →[NEEDS CLARIFICATION: who?]\n"
      ),
      .design("# Design\n\n- →TODO: draw it\n- Cache: [→TODO]\n\n| size | →??? |\n"),
    ],
    check: .text { text, report in
      for range in text.openMarks {
        report(
          Finding(
            "'\(text.text(range))' is still to be decided", in: text.path, at: range,
            help: "decide it, or write the question down where somebody answers it"))
      }
    })
}
