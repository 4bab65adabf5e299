import Diagnostics
import SpecModel

extension Rule {
  static let nulByte = Rule(
    id: "nul-byte", group: .files,
    summary: "A document has a NUL byte.",
    rationale: "Editors and search tools take a file with NUL bytes for binary and skip it.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n")],
    failing: [.tasks("- [ ] 1. A list of tasks with one →\u{0} in it\n")],
    check: .text { text, report in
      guard !text.isBinary, let place = text.oddities.firstNUL else { return }
      report(
        Finding(
          "a NUL byte stands in the text", in: text.path, at: place..<place + 1,
          fix: Fix(
            "remove it", safety: .unsafe,
            edits: [TextEdit(replacing: place..<place + 1, with: "")])))
    })
}
