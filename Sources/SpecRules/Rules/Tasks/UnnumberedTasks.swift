import Diagnostics
import SpecModel

extension Rule {
  static let unnumberedTasks = Rule(
    id: "unnumbered-tasks", group: .tasks,
    summary: "The tasks have no numbers.",
    rationale: "Their ids come from their order and change when a task is put between them.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n- [ ] tests pass\n")],
    failing: [.tasks("# Plan\n→- [ ] A\n- [ ] B\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks,
        let index = document.tasks.indices.first(where: { !document.tasks[$0].hasWrittenID })
      else { return }
      let first = document.tasks[index]
      report(
        Finding(
          "the tasks have no numbers", in: document.path, at: first.range,
          help: "number them: '- [ ] 1. \(first.title)'"))
    })

  static let unnumberedChecklist = Rule(
    id: "unnumbered-checklist", group: .tasks,
    summary: "A box without a number stands among numbered tasks.",
    rationale: "It is read as a checklist of the task above and is not planned.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n  - [ ] tests pass\n- [ ] 2. B\n")],
    failing: [.tasks("- [ ] 1. A\n→- [ ] Forgotten\n- [ ] 2. B\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices where !document.tasks[index].checklist.isEmpty {
        let task = document.tasks[index]
        guard task.form == .checkbox, task.hasWrittenID else { continue }
        let column = document.column(of: task.range)
        for item in task.checklist where document.column(of: item.range) <= column {
          report(
            Finding(
              "this box has no number, so it is a checklist item of task '\(task.id)'",
              in: document.path, at: item.range,
              help: "number it if it is a task, or indent it"))
        }
      }
    })
}

extension TasksDocument {
  /// The bytes between the start of the line and a place on it.
  fileprivate func column(of range: Range<Offset>) -> Int {
    var start = range.lowerBound.utf8
    while start > 0, text.bytes[start - 1] != 0x0A, text.bytes[start - 1] != 0x0D { start -= 1 }
    return range.lowerBound.utf8 - start
  }
}
