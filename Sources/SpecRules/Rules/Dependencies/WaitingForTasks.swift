import Diagnostics
import SpecModel

extension Rule {
  static let doneTooEarly = Rule(
    id: "done-before-dependency", group: .dependencies,
    summary: "A task is ticked off while one that it waits for is open.",
    rationale: "Either the box of the other was forgotten, or the dependency is not a real one.",
    severity: .warning,
    passing: [
      .tasks("- [x] 1. A\n- [x] 2. B\n  - _Depends: 1_\n"),
      .tasks("- [ ]* 1. A\n- [~] 2. B\n- [x] 3. C\n  - _Depends: 1, 2_\n"),
      .tasks("- [-] 1. A\n  - [x] 1.1 B\n- [x] 2. C\n  - _Depends: 1.1_\n"),
      .tasks("### Task 1: A\n### Task 2: B ✅\n**Dependencies**: Task 1\n"),
    ],
    failing: [
      .tasks("- [ ] 1. é\n- [x] 2. B\n  - _Depends: →1_\n"),
      .tasks("- [ ] 1. A\n  - [x] 1.1 B\n  - [-] 1.2 C\n- [x] 2. D\n  - _Depends: →Task 1_\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for link in context.dependencyLinks {
        let task = document.tasks[link.task]
        guard case .done = task.state else { continue }
        // A heading without any mark may be done all the same.
        let open = link.targets.first {
          !document.tasks[$0].state.isSettled && !document.tasks[$0].isOptional
            && document.tasks[$0].stateRange != nil
        }
        guard let open else { continue }
        let other = document.tasks[open]
        report(
          Finding(
            "task '\(task.id)' is done, but '\(other.id)', which it waits for, is open",
            in: document.path, at: link.reference.range,
            notes: [
              Finding.Note(
                "'\(other.id)' is open", in: document.path, at: other.stateRange ?? other.range)
            ]))
      }
    })

  static let optionalDependency = Rule(
    id: "optional-dependency", group: .dependencies,
    summary: "A task that must be done waits for one that is optional or skipped.",
    rationale: "What is left out cannot be waited for, or it is not optional after all.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n"),
      .tasks("- [ ]* 1. A\n- [ ]* 2. B\n  - _Depends: 1_\n"),
      .tasks("- [ ] 1. A\n  - [ ] 1.1 B\n  - [ ]* 1.2 C\n- [ ] 2. D\n  - _Depends: 1_\n"),
    ],
    failing: [
      .tasks("- [ ]* 1. é\n- [ ] 2. B\n  - _Depends: →1_\n"),
      .tasks("- [~] 1. A\n- [ ] 2. B\n  - Dependencies: →Task 1\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for link in context.dependencyLinks where !document.tasks[link.task].isOptional {
        guard case .identifier = link.reference.kind, !document.tasks[link.task].state.isSettled,
          link.targets.allSatisfy({ document.tasks[$0].isLeftOut }),
          let first = link.targets.first
        else { continue }
        let other = document.tasks[first]
        report(
          Finding(
            "task '\(document.tasks[link.task].id)' waits for '\(other.id)', which is "
              + (other.isOptional ? "optional" : "skipped"),
            in: document.path, at: link.reference.range,
            notes: [Finding.Note("the task", in: document.path, at: other.idRange)]))
      }
    })

  static let severalInProgress = Rule(
    id: "several-in-progress", group: .tasks,
    summary: "More than one task is in progress.",
    rationale: "Whoever works on one thing at a time has forgotten a box.",
    severity: nil,
    passing: [.tasks("- [-] 1. A\n  - [-] 1.1 B\n  - [ ] 1.2 C\n")],
    failing: [.tasks("- [-] 1. A\n- [→-] 2. é\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      var first: Int?
      for index in document.tasks.indices where document.tasks[index].isLeaf {
        guard case .inProgress = document.tasks[index].state else { continue }
        guard let earlier = first else {
          first = index
          continue
        }
        let (task, other) = (document.tasks[index], document.tasks[earlier])
        report(
          Finding(
            "task '\(task.id)' is in progress, and so is '\(other.id)'", in: document.path,
            at: task.stateRange ?? task.range,
            notes: [
              Finding.Note(
                "'\(other.id)' is in progress", in: document.path,
                at: other.stateRange ?? other.range)
            ]))
      }
    })
}

extension TaskItem {
  /// Whether a plan may go without the task.
  fileprivate var isLeftOut: Bool {
    if case .skipped = state { return true }
    return isOptional && state != .done
  }
}
