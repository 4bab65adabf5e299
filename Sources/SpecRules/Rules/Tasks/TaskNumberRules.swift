import Diagnostics
import SpecModel

extension Rule {
  static let numberGap = Rule(
    id: "number-gap", group: .tasks,
    summary: "A number is missing in the sequence of tasks.",
    rationale: "A task was removed, or one is written in a way that is not read.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n  - [ ] 1.1 B\n- [ ] 2. C\n"), .tasks("- [ ] 0. A\n- [ ] 1. B\n"),
      .tasks("- [ ] 1. A\n- [ ] 3. B\n- [ ] 2. C\n"),
      .tasks("- [ ] 1. A\n- [ ] 2a. B\n- [ ] 2b. C\n- [ ] 3. D\n"),
    ],
    failing: [.tasks("- [ ] 1. A\n- [ ] →3. B\n"), .tasks("- [ ] 1.1 A\n- [ ] →1.3 B\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for (count, jump) in context.numberJumps.filter(\.isGap).enumerated() {
        let task = document.tasks[jump.task]
        report(
          Finding(
            "no task has the number before '\(task.id)'", in: document.path, at: task.idRange,
            fix: count < TaskRenumbering.findingLimit ? context.sequenceFix : nil))
      }
    })

  static let taskOrder = Rule(
    id: "task-order", group: .tasks,
    summary: "A task stands behind one with a higher number.",
    rationale: "Where nothing else is said, tasks are worked on in the order written.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n- [ ] 2. B\n")],
    failing: [.tasks("- [ ] 2. A\n- [ ] →1. B\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for (count, jump) in context.numberJumps.filter({ $0.next < $0.last }).enumerated() {
        let task = document.tasks[jump.task]
        report(
          Finding(
            "task '\(task.id)' stands behind a task with a higher number", in: document.path,
            at: task.idRange, fix: count < TaskRenumbering.findingLimit ? context.sequenceFix : nil)
        )
      }
    })
}
