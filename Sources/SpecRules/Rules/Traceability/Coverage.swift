import Diagnostics
import SpecModel

extension Rule {
  static let uncoveredRequirement = Rule(
    id: "uncovered-requirement", group: .traceability,
    summary: "No task cites a requirement.",
    rationale: "It is promised, and nobody works on it.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n  - _Requirements: 1.1, 2_\n", with: [requirements("Requirement 2: B")]),
      .tasks("- [ ] 1. A\n", with: [requirements("Requirement 2: B")]),
      .tasks(
        "- [ ] 1. A\n  - _Requirements: 1.1_\n",
        with: [requirements("Requirement 2: B (Future)")]),
    ],
    failing: [
      .tasks(
        "- [ ] 1. A\n  - _Requirements: 1.1_\n", with: [requirements("Requirement →2: B")])
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements, let trace = context.traceability,
        trace.hasReferences
      else { return }
      var seen: Set<String> = []
      for (index, requirement) in document.requirements.enumerated() {
        // A second requirement of the same id cannot be cited; that it is there is one fault, not two.
        guard seen.insert(requirement.id).inserted, requirement.expectsCoverage,
          !trace.covers(requirement: index), !requirement.isPutOff
        else { continue }
        report(
          Finding(
            "no task cites requirement '\(requirement.id)'", in: document.path,
            at: requirement.idRange,
            help: "add it to the '_Requirements:_' line of the task that serves it"))
      }
    })

  static let uncoveredCriterion = Rule(
    id: "uncovered-criterion", group: .traceability,
    summary: "No task cites a criterion.",
    rationale: "Its requirement is worked on, but this part may be forgotten.",
    severity: .note,
    passing: [
      .tasks("- [ ] 1. A\n  - _Requirements: 1_\n", with: [requirements("Requirement 2: B")])
    ],
    failing: [
      .tasks(
        "- [ ] 1. A\n  - _Requirements: 1.1_\n",
        with: [
          (
            "\(Example.folder)/requirements.md",
            "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL a\n→2. THE system SHALL b\n"
          )
        ])
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements, let trace = context.traceability,
        trace.hasReferences
      else { return }
      for index in document.requirements.indices
      where document.requirements[index].expectsCoverage && trace.covers(requirement: index) {
        for position in document.requirements[index].criteria.indices
        where !trace.covers(requirement: index, criterion: position) {
          let criterion = document.requirements[index].criteria[position]
          report(
            Finding(
              "no task cites criterion '\(criterion.id)'", in: document.path,
              at: criterion.idRange))
        }
      }
    })

  private static func requirements(_ second: String) -> (path: String, text: String) {
    (
      "\(Example.folder)/requirements.md",
      """
      ### Requirement 1: A

      #### Acceptance Criteria

      1. THE system SHALL a

      ### \(second)

      #### Acceptance Criteria

      1. THE system SHALL b
      """
    )
  }
}

extension Requirement {
  /// Whether a task should cite the requirement: it is a requirement proper with criteria or a
  /// heading of its own, not a statement of one line.
  fileprivate var expectsCoverage: Bool {
    !isSecondary && expectsCriteria
  }

  /// Whether the title says in brackets that nobody needs to work on it now.
  fileprivate var isPutOff: Bool {
    let title = title.lowercased()
    return Self.wordsForLater.contains { title.contains("(\($0)") || title.contains("（\($0)") }
  }

  private static let wordsForLater = [
    "optional", "future", "deferred", "later", "out of scope", "nice to have", "opcional", "futuro",
    "可选", "未来", "任意", "将来",
  ]
}
