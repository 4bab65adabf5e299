import Diagnostics
import SpecModel

extension Rule {
  static let taskWithoutRequirement = Rule(
    id: "task-without-requirement", group: .traceability,
    summary: "A task cites no requirement, though nearly all others do.",
    rationale: "Why the task is there can only be guessed.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n- [ ] 2. B\n", with: [requirements]),
      tasks("- [ ] 9. Checkpoint - all tests pass\n"),
      tasks("- [ ] 9. A\n  - _Requirements: 1.1_\n  - [ ] 9.1 B\n"),
    ],
    failing: [tasks("- [ ] →9. é😀\n")],
    check: .feature { context, report in
      guard let document = context.feature.tasks, context.traceability?.hasReferences ?? false
      else { return }
      // Where many tasks cite nothing that is the custom, and their titles need not be looked at.
      var (leaves, silent) = (0, 0)
      for index in document.tasks.indices where document.tasks[index].children.isEmpty {
        leaves += 1
        if document.tasks[index].requirements.isEmpty { silent += 1 }
      }
      guard silent > 0, silent * 2 <= leaves || leaves < 5 else { return }
      let bare = document.tasksWithoutRequirement
      // One in ten, of enough to speak of a custom.
      guard !bare.isEmpty, leaves >= 5, bare.count * 10 <= leaves || bare.count == 1 else { return }
      for index in bare {
        let task = document.tasks[index]
        report(
          Finding(
            "task '\(task.id)' cites no requirement, as nearly all others do", in: document.path,
            at: task.idRange,
            help: "write '- _Requirements: 1.1_' below it, or 'None'"))
      }
    })

  static let unimplementedProperty = Rule(
    id: "unimplemented-property", group: .traceability,
    summary: "A design property validates a criterion that no task cites.",
    rationale: "There is a proof of something that nobody works on.",
    severity: .note,
    passing: [example("- [ ] 1. A\n  - _Requirements: 1.1, 1.2_\n", "1.2")],
    failing: [example("- [ ] 1. A\n  - _Requirements: 1.1_\n", "1.1, →1.2")],
    check: .feature { context, report in
      guard let design = context.feature.design, let trace = context.traceability,
        let index = context.requirementIndex, trace.hasReferences
      else { return }
      var seen: Set<RequirementIndex.CriterionPlace> = []
      for property in design.properties {
        for reference in property.validates {
          guard case .criterion(let place)? = index.resolvePlain(reference),
            !trace.covers(requirement: place.requirement, criterion: place.criterion),
            seen.insert(place).inserted
          else { continue }
          report(
            Finding(
              "property '\(property.id)' validates '\(design.text.text(reference.range))', which no task cites",
              in: design.path, at: reference.range))
        }
      }
    })

  static let unprovedCriterion = Rule(
    id: "criterion-without-property", group: .traceability,
    summary: "No design property validates a criterion, though the design has properties.",
    rationale: "Nothing proves that the criterion holds for all inputs.",
    severity: nil,
    passing: [example("- [ ] 1. A\n", "1.1, 1.2")],
    failing: [
      Example([
        (
          "\(Example.folder)/requirements.md",
          "### Requirement 1: é\n\n#### Acceptance Criteria\n\n1. THE system SHALL a\n→2. THE system SHALL b\n"
        ),
        ("\(Example.folder)/design.md", "### Property 1: P\n\n**Validates: Requirements 1.1**\n"),
      ])
    ],
    check: .feature { context, report in
      guard let design = context.feature.design, let document = context.feature.requirements,
        let index = context.requirementIndex,
        design.properties.contains(where: { !$0.validates.isEmpty })
      else { return }
      var proved: Set<RequirementIndex.CriterionPlace> = []
      var whole: Set<Int> = []
      for reference in design.properties.flatMap(\.validates) {
        switch index.resolve(reference) {
        case .criteria(let places): proved.formUnion(places)
        case .requirements(let indices): whole.formUnion(indices)
        default: break
        }
      }
      for requirement in document.requirements.indices
      where !document.requirements[requirement].isSecondary && !whole.contains(requirement) {
        for position in document.requirements[requirement].criteria.indices
        where !proved.contains(.init(requirement: requirement, criterion: position)) {
          let criterion = document.requirements[requirement].criteria[position]
          report(
            Finding(
              "no property validates criterion '\(criterion.id)'", in: document.path,
              at: criterion.idRange))
        }
      }
    })

  private static let requirements = (
    path: "\(Example.folder)/requirements.md",
    text:
      "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL a\n2. THE system SHALL b\n"
  )

  /// Eight tasks with a reference and then those of a text.
  private static func tasks(_ last: String, line: Int = #line) -> Example {
    let first = (1...8).map { "- [ ] \($0). A\n  - _Requirements: 1.1_\n" }
    return .tasks(first.joined() + last, with: [requirements], line: line)
  }

  private static func example(_ tasks: String, _ list: String, line: Int = #line) -> Example {
    .design(
      "### Property 1: é\n\n**Validates: \(list)**\n",
      with: [requirements, ("\(Example.folder)/tasks.md", tasks)], line: line)
  }
}

extension TasksDocument {
  /// The leaves that cite nothing, and neither does what is above them; pauses to look back cite
  /// nothing anywhere.
  fileprivate var tasksWithoutRequirement: [Int] {
    var found: [Int] = []
    for index in tasks.indices where tasks[index].isLeaf && tasks[index].requirements.isEmpty {
      guard tasks[index].hasWrittenID, !tasks[index].isPause,
        !tasks[index].metadata.contains(where: { $0.key == .requirements || $0.key == .validates })
      else { continue }
      var next = tasks[index].parent
      while let parent = next, tasks[parent].requirements.isEmpty { next = tasks[parent].parent }
      if next == nil { found.append(index) }
    }
    return found
  }
}

extension TaskItem {
  /// What titles say of tasks that look back on the others.
  private static let wordsForPauses = [
    "checkpoint", "final", "review", "verify", "verification", "ensure all", "regression",
    "deploy", "release", "documentation", "readme", "cleanup", "clean up", "检查点", "验证", "チェックポイント",
    "確認", "最終", "最终",
  ]

  /// Whether a task looks back on the others rather than serving a requirement, or is struck out.
  fileprivate var isPause: Bool {
    let title = title.lowercased()
    return title.contains("~~") || Self.wordsForPauses.contains { title.contains($0) }
  }
}
