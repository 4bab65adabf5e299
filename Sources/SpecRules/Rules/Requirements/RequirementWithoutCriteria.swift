import Diagnostics
import SpecModel

extension Rule {
  static let requirementWithoutCriteria = Rule(
    id: "requirement-without-criteria", group: .requirements,
    summary: "A requirement has no acceptance criterion.",
    rationale: "Nobody can say when it is met, and no task can cite what it proves.",
    severity: .warning, profiles: Profile.threeDocuments,
    passing: [
      .requirements(
        "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL answer\n")
    ],
    failing: [
      .requirements(
        "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL answer\n\n### Requirement →2: B\n\n**User Story:** As a user, I want more\n"
      )
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      for index in document.requirements.indices
      where document.requirements[index].expectsCriteria
        && document.requirements[index].criteria.isEmpty
        && !document.requirements[index].isSecondary
      {
        let requirement = document.requirements[index]
        report(
          Finding(
            "requirement '\(requirement.id)' has no acceptance criterion", in: document.path,
            at: requirement.idRange,
            help: "write '1. WHEN … THEN the system SHALL …' below '#### Acceptance Criteria'"))
      }
    })
}
