import Diagnostics
import SpecModel
import SpecPlanning

extension Rule {
  static let unreadableEstimate = Rule(
    id: "unreadable-estimate", group: .tasks,
    summary: "An estimate of a task is neither a time nor a size.",
    rationale:
      "A schedule cannot count with it, and takes the time that the agent may have instead.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n  - _Estimate: 2-3 hours_\n"),
      .tasks("- [ ] 1. A\n  - _Estimate: M_\n- [ ] 2. B\n  - _Estimated: ~30 tests_\n"),
      .tasks("- [x] 1. A\n  - _Estimate: soon_\n"),
    ],
    failing: [
      .tasks("- [ ] 1. é😀\n  - _Estimate: →soon_\n"),
      .tasks("- [ ] 1. A\n  - Estimated Time: →-2h\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for finding in TaskListFaults.unreadableEstimates(in: document) { report(finding) }
    })

  static let tooManyTasks = Rule(
    id: "too-many-tasks", group: .tasks,
    summary: "A task list has more than 1,000,000 tasks.",
    rationale: "Such a list is a mistake more likely than a plan, and is not planned.",
    severity: .error,
    passing: [.tasks("- [ ] 1. A\n")], failing: [],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      if let finding = TaskListFaults.tooManyTasks(in: document) { report(finding) }
    })
}
