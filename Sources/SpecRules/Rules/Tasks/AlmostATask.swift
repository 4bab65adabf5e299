import Diagnostics
import SpecModel

extension Rule {
  static let almostATask = Rule(
    id: "almost-a-task", group: .tasks,
    summary: "A line looks like a task but is not one.",
    rationale:
      "Such a line is in no plan, and nobody notices: tools drop it without a word, each for another reason.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n  - 2.0 is the version that is wanted\n  - [link](x.md)\n- [ ] 2. B\n"),
      .tasks("- [ ] 1. A\n\n1. first\n2. [x](y) second\n\n[1] a footnote\n"),
      .tasks("- [ ] 1. A\n```md\n- [ ] 7. An example é😀\n```\n"),
      .tasks("- [ ] 1. A\n  - [ ] 1.1 B\n    - 1.1.1 a detail\n- [ ] 2. C\n"),
    ],
    failing: [
      .tasks("- [ ] 1. A\n→-[ ] 2. B\n"), .tasks("- [ ] 1. A\n→- [] 2. B\n"),
      .tasks("- [ ] 1. A\n→- [x]2. B\n"), .tasks("- [ ] 1. A\n→[ ] 2. B é\n"),
      .tasks("- [ ] 1. A\n→- 2. [ ] B\n"), .tasks("- [ ] 1. A\n→- [done] 2. B\n"),
      .tasks("- [ ] 1. A\n→- ［x］ 2. B\n"), .tasks("- [ ] 1. A\n→- \\[ \\] 2. B\n"),
      .tasks("- [ ] 1. A\n→2. [x] B\n- [ ] 3. C\n"),
      .tasks("- [ ] 1.1 A\n→- 1.2 B\n- [ ] 1.3 C\n"),
      .tasks("# Plan\n\n```md\n→- [ ] 1. A\n```\n"),
      .tasks("→1. [x]**Task**: é 😀\n→2. [ ]B\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks, !document.text.isBinary else { return }
      for almost in document.almostTasks {
        report(
          Finding(
            "this line is no task: \(almost.reason.words)", in: document.path, at: almost.range,
            help: almost.reason.help,
            fix: almost.edits.isEmpty
              ? nil
              : Fix(
                "write it as a task", safety: almost.reason == .noBox ? .unsafe : .safe,
                edits: almost.edits)))
      }
    })
}

extension AlmostTask.Reason {
  fileprivate var words: String {
    switch self {
    case .noBlankBehindBullet: "there is no blank between the bullet and the box"
    case .emptyBox: "there is no blank in the box"
    case .noBlankBehindBox: "there is no blank behind the box"
    case .noBullet: "the box has no bullet"
    case .numberBeforeBox: "the number stands before the box"
    case .wordInBox(let word): "'\(word)' in the box is no mark"
    case .strangeBrackets: "the brackets of the box are not '[' and ']'"
    case .noBox: "it has no box, unlike the tasks around it"
    case .inCode: "it stands in a code block"
    }
  }

  fileprivate var help: String? {
    switch self {
    case .inCode: "take it out of the block if the tasks are meant"
    case .noBox: "write '- [ ] 1.1 Title' if it is a task"
    default: nil
    }
  }
}
