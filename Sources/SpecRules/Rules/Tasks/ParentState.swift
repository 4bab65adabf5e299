import Diagnostics
import SpecModel

extension Rule {
  static let doneParentOpenChild = Rule(
    id: "done-parent-open-child", group: .tasks,
    summary: "A task is ticked off while a task below it is not.",
    rationale: "Either the work is not done or the box was forgotten; progress is wrong both ways.",
    severity: .warning,
    passing: [
      .tasks("- [x] 1. A\n  - [x] 1.1 B\n  - [ ]* 1.2 C\n"),
      .tasks("- [ ] 1. A\n  - [ ] 1.1 B\n"),
    ],
    failing: [.tasks("- [→x] 1. A\n  - [x] 1.1 B\n  - [ ] 1.2 C\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices where !document.tasks[index].children.isEmpty {
        guard case .done = document.tasks[index].state else { continue }
        let open = document.tasks[index].children.first {
          !document.tasks[$0].state.isSettled && !document.tasks[$0].isOptional
        }
        guard let open else { continue }
        report(
          .doneParentOpenChild(document.tasks[index], document.tasks[open], in: document.path))
      }
    })

  static let openParentDoneChildren = Rule(
    id: "open-parent-done-children", group: .tasks,
    summary: "Every task below a task is ticked off, but the task itself is not.",
    rationale: "Progress shows work that is already done.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n  - [x] 1.1 B\n  - [ ] 1.2 C\n"), .tasks("- [-] 1. A\n")],
    failing: [.tasks("- [→ ] 1. A\n  - [x] 1.1 B\n  - [x] 1.2 C\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices where !document.tasks[index].children.isEmpty {
        guard case .open = document.tasks[index].state, document.tasks[index].stateRange != nil,
          document.tasks[index].children.allSatisfy({ document.tasks[$0].state.isSettled })
        else { continue }
        let task = document.tasks[index]
        report(.openParentDoneChildren(task, in: document.path))
      }
    })
}

extension Finding {
  fileprivate static func doneParentOpenChild(
    _ task: TaskItem, _ child: TaskItem, in path: String
  ) -> Finding {
    Finding(
      "task '\(task.id)' is done, but '\(child.id)' below it is open", in: path,
      at: task.stateRange ?? task.range,
      notes: [Note("'\(child.id)' is open", in: path, at: child.stateRange ?? child.range)])
  }

  fileprivate static func openParentDoneChildren(_ task: TaskItem, in path: String) -> Finding {
    Finding(
      "task '\(task.id)' is open, but everything below it is done", in: path,
      at: task.stateRange ?? task.range, help: "tick it off")
  }
}
