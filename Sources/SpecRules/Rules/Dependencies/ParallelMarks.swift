import Diagnostics
import SpecModel

extension Rule {
  static let parallelDependency = Rule(
    id: "parallel-dependency", group: .dependencies,
    summary: "A task that is marked as parallel waits for its neighbour.",
    rationale: "'(P)' and '[P]' say that the tasks beside it need not be waited for.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n- [ ] 2. (P) B\n- [ ] 3. (P) C\n"),
      .tasks("- [ ] 1. A\n- [ ] 2. (P) B\n  - _Depends: 1_\n- [ ] 3. (P) C\n  - _Depends: 1_\n"),
    ],
    failing: [
      .tasks("- [ ] 1. (P) A\n- [ ] 2. (P) é\n  - _Depends: →1_\n"),
      .tasks("- [ ] T001 [P] A\n- [ ] T002 [P] B (depends on →T001)\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for link in context.dependencyLinks where document.tasks[link.task].isMarkedParallel {
        let task = document.tasks[link.task]
        let other = link.targets.first {
          document.tasks[$0].isMarkedParallel && document.tasks[$0].parent == task.parent
            && document.tasks[$0].group == task.group
        }
        guard let other else { continue }
        report(
          Finding(
            "task '\(task.id)' is marked as parallel, but waits for '\(document.tasks[other].id)', which is too",
            in: document.path, at: link.reference.range,
            help: "take the mark off, or the dependency"))
      }
    })
}

extension TaskItem {
  /// Whether the title begins or ends with `(P)` or `[P]`.
  var isMarkedParallel: Bool {
    var title = title
    return title.withUTF8 { bytes in
      guard bytes.count >= 3 else { return false }
      for index in 1..<bytes.count - 1 where bytes[index] == UInt8(ascii: "P") {
        switch (bytes[index - 1], bytes[index + 1]) {
        case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")):
          let isFirst = index == 1
          if isFirst || index + 2 == bytes.count || bytes[index + 2] == UInt8(ascii: " ") {
            return true
          }
        default: continue
        }
      }
      return false
    }
  }
}
