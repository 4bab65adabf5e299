import Diagnostics
import MarkdownSyntax
import SpecModel

extension Rule {
  static let unclosedFence = Rule(
    id: "unclosed-fence", group: .files,
    summary: "A code fence is opened and never closed.",
    rationale: "Everything below it is code: tasks and requirements there are read by nobody.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n```\nmake\n```\n")],
    failing: [.tasks("- [ ] 1. A\n→```sh\nmake\n- [ ] 2. B\n")],
    check: .text { text, report in
      for block in text.fences where !block.isClosed && block.parent < 0 {
        let start = block.range.lowerBound.utf8
        var end = start
        while end < text.bytes.count, text.bytes[end] != 0x0A, text.bytes[end] != 0x0D { end += 1 }
        report(
          Finding(
            "this code fence is not closed", in: text.path, at: Range(start, end),
            help: "close it with a line of the same marks"))
      }
    })
}
