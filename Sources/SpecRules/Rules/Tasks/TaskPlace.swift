import Diagnostics
import SpecModel

extension Rule {
  static let missingParent = Rule(
    id: "missing-parent-task", group: .tasks,
    summary: "A task's number names a parent that is not there.",
    rationale: "The parent was removed, or its line is written in a way that is not read.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n  - [ ] 1.1 B\n- [ ] 2. C\n  - [ ] 2.1 D\n"),
      .tasks("## Phase 1: A\n- [ ] 1.1 B\n## Phase 2: C\n- [ ] 2.1 D\n"),
      .tasks("## Setup\n- [ ] 1.1 A\n- [ ] 2.1 B\n"),
    ],
    failing: [
      .tasks("- [ ] 1. A\n  - [ ] 1.1 B\n- [ ] 2. C\n  - [ ] 2.1 D\n- [ ] →3.1 é\n- [ ] 3.2 F\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for (parent, task) in TaskPlaces.missingParents(in: document) {
        report(
          Finding(
            "there is no task '\(parent)' above '\(document.tasks[task].id)'", in: document.path,
            at: document.tasks[task].idRange))
      }
    })

  static let misplacedTask = Rule(
    id: "misplaced-task", group: .tasks,
    summary: "A task is indented below one that its number does not belong to.",
    rationale: "Its number says that it is part of another task; the number counts.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n  - [ ] 1.1 B\n    - [ ] 1.1.1 C\n  - [ ] 1.2 D\n- [ ] 2. E\n"),
      .tasks("- [ ] 1. A\n- [ ] 1.1 B\n- [ ] 2. C\n"),
      .tasks("- [ ] 1. A\n  - [ ] 2. B\n"),
    ],
    failing: [
      .tasks("- [ ] 2. A\n  - [ ] 2.1 B\n- [ ] 3. C\n  - [ ] →2.2 é\n  - [ ] 3.1 D\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for (task, above) in TaskPlaces.misplaced(in: document) {
        report(
          Finding(
            "task '\(document.tasks[task].id)' stands below '\(document.tasks[above].id)'",
            in: document.path, at: document.tasks[task].idRange,
            notes: [
              Finding.Note("the task above", in: document.path, at: document.tasks[above].idRange)
            ]))
      }
    })

  static let longTaskTitle = Rule(
    id: "long-task-title", group: .tasks,
    summary: "The title of a task has more than 100 characters.",
    rationale: "Plans and progress reports name tasks by title; details go below it.",
    severity: nil,
    passing: [.tasks("- [ ] 1. \(String(repeating: "é", count: 100))\n")],
    failing: [.tasks("- [ ] 1. →\(String(repeating: "é", count: 101))\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices where document.tasks[index].title.utf8.count > 100 {
        let count = document.tasks[index].title.count
        guard count > 100 else { continue }
        report(
          Finding(
            "the title has \(count) characters", in: document.path,
            at: document.tasks[index].titleRange))
      }
    })
}

/// Where tasks stand, against what their numbers say.
private enum TaskPlaces {
  /// The parents that are neither a task nor a heading, each with the first task that names it.
  ///
  /// Nothing is missing in a document where numbers of parents are just prefixes: most parents must
  /// be there, one of them as a task.
  static func missingParents(in document: TasksDocument) -> [(parent: String, task: Int)] {
    var missing: [(parent: String, task: Int)] = []
    var seen: Set<Substring> = []
    var present = 0
    for index in document.tasks.indices where document.tasks[index].hasWrittenID {
      let id = document.tasks[index].id
      guard document.tasks[index].parent == nil,
        let cut = id.utf8.lastIndex(of: UInt8(ascii: "."))
      else { continue }
      guard seen.insert(id[..<cut]).inserted else { continue }
      missing.append((String(id[..<cut]), index))
    }
    guard !missing.isEmpty else { return [] }
    let headings = Set(document.groups.compactMap(\.id))
    missing.removeAll { headings.contains($0.parent) }
    guard !missing.isEmpty else { return [] }
    present = document.tasks.count { !$0.isLeaf }
    return missing.count * 2 <= present ? missing : []
  }

  /// The tasks that are indented below a task whose number does not begin theirs, with that task.
  static func misplaced(in document: TasksDocument) -> [(task: Int, above: Int)] {
    var open: [(indent: Int, task: Int)] = []
    var found: [(task: Int, above: Int)] = []
    for index in document.tasks.indices where document.tasks[index].form == .checkbox {
      let indent = document.indent(of: index)
      while let last = open.last, last.indent >= indent { open.removeLast() }
      if let above = open.last?.task, let parent = document.tasks[index].parent, parent != above,
        !isPart(index, of: above, document)
      {
        found.append((index, above))
      }
      open.append((indent, index))
    }
    return found
  }

  private static func isPart(_ task: Int, of whole: Int, _ document: TasksDocument) -> Bool {
    var next = document.tasks[task].parent
    while let parent = next {
      if parent == whole { return true }
      next = document.tasks[parent].parent
    }
    return false
  }
}

extension TasksDocument {
  /// The bytes between the start of a task's line and its bullet.
  fileprivate func indent(of task: Int) -> Int {
    let start = tasks[task].range.lowerBound.utf8
    let bytes = text.bytes
    var index = start
    while index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { index -= 1 }
    return start - index
  }
}
