import Diagnostics
import SpecModel

extension Rule {
  static let duplicateTaskID = Rule(
    id: "duplicate-task-id", group: .tasks,
    summary: "Two different tasks have the same id.",
    rationale: "A dependency or a commit that names the id could mean either.",
    severity: .error,
    passing: [
      .tasks("- [ ] 1. A\n- [ ] 2. B\n"),
      .tasks("### Task 1: Add the parser\n- [x] 1. Add the parser\n"),
    ],
    failing: [
      .tasks("- [ ] 1. A\n- [ ] 1.1 B\n- [x] →1.1 C\n"),
      .tasks("- [ ] T001 A\n- [ ] →T001 é😀\n- [ ] →T001 D\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks,
        document.firstByID.count < document.tasks.count
      else { return }
      let fix = TaskRenumbering.fix(document, for: .distinct)
      var count = 0
      for (position, task) in document.tasks.enumerated() {
        guard let original = document.firstByID[task.id], original != position else { continue }
        count += 1
        report(
          .duplicateTaskID(
            task, of: document.tasks[original], count <= TaskRenumbering.findingLimit ? fix : nil,
            in: document.path))
      }
    })
}

extension Finding {
  fileprivate static func duplicateTaskID(
    _ task: TaskItem, of first: TaskItem, _ fix: Fix?, in path: String
  ) -> Finding {
    Finding(
      "the id '\(task.id)' is already that of another task", in: path, at: task.idRange,
      help: "give one of them an id of its own",
      notes: [Note("'\(first.title)' has it first", in: path, at: first.idRange)], fix: fix)
  }
}
