import Diagnostics
import SpecModel

extension Rule {
  static let emptyTaskTitle = Rule(
    id: "empty-task-title", group: .tasks,
    summary: "A task has no title.",
    rationale: "Plans and progress reports name tasks by title.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. Write the parser\n")],
    failing: [.tasks("- [ ] →1.\n- [ ] 2. B\n"), .tasks("- [ ] T001 é\n- [x] →T002\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices where document.tasks[index].title.isEmpty {
        let task = document.tasks[index]
        report(
          Finding(
            "task '\(task.id)' has no title", in: document.path, at: task.idRange,
            help: "write what the task delivers after '\(task.id)'"))
      }
    })
}
