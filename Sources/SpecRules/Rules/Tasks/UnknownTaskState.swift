import Diagnostics
import SpecModel

extension Rule {
  static let unknownTaskState = Rule(
    id: "unknown-task-state", group: .tasks,
    summary: "The mark in a task's box means nothing known.",
    rationale: "The task counts as open, which may not be what was meant.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n- [x] 2. B\n- [-] 3. C\n- [~] 4. D\n- [X] 5. E\n")],
    failing: [.tasks("- [→?] 1. A\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices {
        guard case .unknown(let mark) = document.tasks[index].state else { continue }
        let task = document.tasks[index]
        report(
          Finding(
            "the mark '\(mark)' is no state of a task", in: document.path,
            at: task.stateRange ?? task.range,
            help: "use ' ' for open, 'x' for done, '-' for in progress or '~' for skipped"))
      }
    })
}
