import Diagnostics
import SpecModel

extension Rule {
  static let restatedTask = Rule(
    id: "restated-task", group: .tasks,
    summary: "A task is written a second time.",
    rationale: "Two boxes for one task can disagree; the state is that of the box.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n- [ ] 2. B\n")],
    failing: [.tasks("### Task 1: Add the parser\n→- [x] 1. Add the parser\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices where !document.tasks[index].restatements.isEmpty {
        let task = document.tasks[index]
        for restatement in task.restatements {
          report(
            Finding(
              "this restates task '\(task.id)'", in: document.path, at: restatement,
              notes: [Finding.Note("it is first written here", in: document.path, at: task.range)]))
        }
      }
    })
}
