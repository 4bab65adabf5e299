import Diagnostics
import SpecModel

extension Rule {
  static let oddTaskID = Rule(
    id: "odd-task-id", group: .tasks,
    summary: "The id of a task is written in another way than all others.",
    rationale: "A letter was forgotten or put in by mistake, and nothing refers to the task.",
    severity: .note,
    passing: [
      .tasks("- [ ] T001 A\n- [ ] T002 B\n- [ ] T003 C\n"),
      .tasks("- [ ] 1. A\n- [ ] 1.1 B\n- [ ] 2. C\n- [ ] F1: D\n- [ ] F2: E\n"),
    ],
    failing: [
      tasks("- [ ] →7. é😀\n", letters: "T00"),
      tasks("- [ ] →T7: G\n", letters: ""),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks, document.tasks.count >= 6 else { return }
      let letters = document.tasks.map(\.letters)
      guard let odd = OddOne.find(in: letters) else { return }
      let task = document.tasks[odd.index]
      guard task.hasWrittenID else { return }
      report(
        Finding(
          odd.usual.isEmpty
            ? "the id '\(task.id)' has letters, unlike all others"
            : "the id '\(task.id)' does not begin with '\(odd.usual)', as all others do",
          in: document.path, at: task.idRange))
    })

  private static func tasks(_ last: String, letters: String, line: Int = #line) -> Example {
    .tasks((1...6).map { "- [ ] \(letters)\($0): A\n" }.joined() + last, line: line)
  }
}

extension TaskItem {
  /// The letters that the id begins with.
  fileprivate var letters: Substring {
    Substring(
      id.utf8.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") })
  }
}

/// The one element of a list that differs from all others, which are the same.
private struct OddOne {
  var index: Int
  var usual: Substring

  static func find(in list: [Substring]) -> OddOne? {
    guard list.count > 2 else { return nil }
    // Of the first three at least two are usual.
    let usual = list[0] == list[1] || list[0] == list[2] ? list[0] : list[1]
    let odd = list.indices.filter { list[$0] != usual }.prefix(2)
    guard odd.count == 1, let index = odd.first else { return nil }
    return OddOne(index: index, usual: usual)
  }
}
