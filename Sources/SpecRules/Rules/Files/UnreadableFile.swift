import Diagnostics
import SpecModel

extension Rule {
  static let unreadableFile = Rule(
    id: "unreadable-file", group: .files,
    summary: "A file or folder cannot be read.",
    rationale: "What cannot be read is not checked, and silence about it would look like success.",
    severity: .error,
    passing: [.tasks("- [ ] 1. A\n")],
    failing: [],
    check: .workspace { context, report in
      for file in context.workspace.unreadable {
        report(
          Finding("cannot read '\(file.path)': \(file.reason)", in: file.path, at: nil))
      }
    })
}
