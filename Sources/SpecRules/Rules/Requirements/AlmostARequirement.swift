import Diagnostics
import SpecModel

extension Rule {
  static let almostARequirement = Rule(
    id: "almost-a-requirement", group: .requirements,
    summary: "A heading looks like a requirement but is not one.",
    rationale: "What stands below it is cited by nobody and is missing from every count.",
    severity: .warning,
    passing: [
      .requirements(
        "## Requirements\n\n### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL é\n"
      ),
      .requirements("# Requirement 1: A whole document about one\n"),
      .requirements("### Requirement: Without numbers everywhere\n"),
    ],
    failing: [
      .requirements("### Requirement 1: A\n\n→### Requirment 2: B é\n"),
      .requirements("### Requirement 1: A\n\n→### Requirement: B\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements, !document.text.isBinary else { return }
      for almost in document.almostRequirements {
        guard let words = almost.reason.words else { continue }
        report(
          Finding(
            "this heading is no requirement: \(words)", in: document.path,
            at: almost.range, help: almost.reason.help,
            fix: almost.edits.isEmpty ? nil : Fix("mend the heading", edits: almost.edits)))
      }
    })

  static let almostACriterion = Rule(
    id: "almost-a-criterion", group: .requirements,
    summary: "A sentence reads like a criterion but does not stand where criteria do.",
    rationale: "It has no number, so that no task can cite it and no count includes it.",
    severity: .note,
    passing: [
      .requirements(
        "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. WHEN x THEN the system SHALL y\n"),
      .requirements("### Requirement 1: A\n\nThe rule is: WHEN and SHALL are in capitals.\n"),
    ],
    failing: [
      .requirements(
        "### Requirement 1: A\n\n→- WHEN é THEN the system SHALL y\n- IF é THEN the system SHALL z\n\n#### Acceptance Criteria\n\n1. WHEN x THEN the system SHALL y\n"
      )
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements, !document.text.isBinary else { return }
      for almost in document.almostRequirements {
        guard case .criterionElsewhere(let count) = almost.reason else { continue }
        report(
          Finding(
            count == 1
              ? "this reads like a criterion but stands outside of the acceptance criteria"
              : "these \(count) lines read like criteria but stand outside of the acceptance criteria",
            in: document.path, at: almost.range,
            help: "put \(count == 1 ? "it" : "them") below '#### Acceptance Criteria'"))
      }
    })
}

extension AlmostRequirement.Reason {
  /// Why a heading is no requirement; `nil` for what is no heading.
  fileprivate var words: String? {
    switch self {
    case .misspelled(let word): "'\(word)' is misspelled"
    case .noNumber: "it has no number, unlike the others"
    case .criterionElsewhere: nil
    }
  }

  fileprivate var help: String? {
    self == .noNumber ? "write '### Requirement 2: Title'" : nil
  }
}
