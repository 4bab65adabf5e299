import Diagnostics
import SpecModel

extension Rule {
  static let byteOrderMark = Rule(
    id: "byte-order-mark", group: .files,
    summary: "A document begins with a byte order mark.",
    rationale: "Some tools do not find the front matter or the title behind it.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n")],
    failing: [.tasks("→\u{FEFF}- [ ] 1. A\n")],
    check: .text { text, report in
      guard text.oddities.markLength > 0 else { return }
      report(
        Finding(
          "the file begins with a byte order mark", in: text.path, at: Range(0, 3),
          fix: Fix("remove it", edits: [TextEdit(replacing: Range(0, 3), with: "")])))
    })
}
