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
    ],
    failing: [.tasks("- [ ] 1. A\n- [ ] →3. B\n"), .tasks("- [ ] 1.1 A\n- [ ] →1.3 B\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for jump in NumberSequence.jumps(document) where jump.next > jump.last + 1 {
        let task = document.tasks[jump.task]
        report(
          Finding(
            "no task has the number before '\(task.id)'", in: document.path, at: task.idRange))
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
      for jump in NumberSequence.jumps(document) where jump.next < jump.last {
        let task = document.tasks[jump.task]
        report(
          Finding(
            "task '\(task.id)' stands behind a task with a higher number", in: document.path,
            at: task.idRange))
      }
    })
}

/// The numbers of tasks below the same parent, in document order.
private enum NumberSequence {
  struct Jump {
    var task: Int
    var last: Int
    var next: Int
  }

  /// Every task whose number is not that of its elder sibling plus one.
  static func jumps(_ document: TasksDocument) -> [Jump] {
    var last: [Substring: Int] = [:]
    var jumps: [Jump] = []
    for (index, task) in document.tasks.enumerated() where task.hasWrittenID {
      let cut = task.id.lastIndex { $0 == "." || $0 == "-" }
      let prefix = cut.map { task.id[...$0] } ?? task.id.prefix { !$0.isNumber }
      guard let number = Int(task.id.dropFirst(prefix.count)) else { continue }
      if let before = last[prefix], number != before + 1, number != before {
        jumps.append(Jump(task: index, last: before, next: number))
      }
      last[prefix] = max(number, last[prefix] ?? number)
    }
    return jumps
  }
}
