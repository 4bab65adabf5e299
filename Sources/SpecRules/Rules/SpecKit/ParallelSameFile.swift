import Diagnostics
import SpecModel

extension Rule {
  static let parallelSameFile = Rule(
    id: "parallel-same-file", group: .specKit,
    summary: "Two tasks of one phase are marked as parallel and name the same file.",
    rationale:
      "'[P]' says that the tasks touch different files; two agents would overwrite each other.",
    severity: .note,
    passing: [
      .specKit(tasks: "## Phase 1\n\n- [ ] T001 [P] A in src/a.ts\n- [ ] T002 [P] B in src/b.ts\n"),
      .specKit(tasks: "## Phase 1\n\n- [ ] T001 A in src/a.ts\n- [ ] T002 [P] B in src/a.ts\n"),
      .specKit(
        tasks: "## 1\n\n- [ ] T001 [P] A in src/a.ts\n\n## 2\n\n- [ ] T002 [P] B in src/a.ts\n"),
    ],
    failing: [
      .specKit(
        tasks:
          "## Phase 1\n\n- [ ] T001 [P] [US1] é 😀 in `src/a.ts`\n- [ ] T002 [P] B in →src/a.ts\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      var first: [Place: Int] = [:]
      for (index, task) in document.tasks.enumerated() {
        // Of several paths only one is worked on, and nobody can say which.
        guard task.files.count == 1, let file = task.files.first, task.inlineDependencies.isEmpty,
          !task.state.isSettled, task.isMarkedParallel
        else { continue }
        let place = Place(group: task.group, path: file.path)
        guard let other = first[place] else {
          first[place] = index
          continue
        }
        report(
          Finding(
            "task '\(task.id)' is marked as parallel, but '\(document.tasks[other].id)' works on the same file",
            in: document.path, at: file.range, help: "take '[P]' off one of them"))
      }
    })

  private struct Place: Hashable {
    var group: Int?
    var path: String
  }
}
