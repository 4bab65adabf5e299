import Diagnostics
import SpecModel

extension Rule {
  static let duplicateRequirementID = Rule(
    id: "duplicate-requirement-id", group: .requirements,
    summary: "Two requirements have the same id.",
    rationale: "A task that cites the id could mean either.",
    severity: .error, profiles: Profile.threeDocuments.union([.specKit]),
    passing: [.requirements("### Requirement 1: A\n### Requirement 2: B\n")],
    failing: [
      .requirements(
        "### Requirement 1: Alpha é\n1. THE system SHALL a\n### Requirement →1: Beta 😀\n1. THE system SHALL b\n"
      )
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      var first: [String: Int] = [:]
      var duplicates: [(index: Int, original: Int)] = []
      first.reserveCapacity(document.requirements.count)
      for index in document.requirements.indices where !document.requirements[index].isSecondary {
        let id = document.requirements[index].id
        guard let original = first[id] else {
          first[id] = index
          continue
        }
        duplicates.append((index, original))
      }
      guard !duplicates.isEmpty else { return }
      let fix = RequirementRenumbering.fix(
        context.feature, context.requirementIndex, for: .distinct)
      for (count, (index, original)) in duplicates.enumerated() {
        report(
          .duplicateRequirementID(
            document.requirements[index], of: document.requirements[original],
            count < TaskRenumbering.findingLimit ? fix : nil, document.path))
      }
    })
}

extension Finding {
  fileprivate static func duplicateRequirementID(
    _ requirement: Requirement, of first: Requirement, _ fix: Fix?, _ path: String
  ) -> Finding {
    Finding(
      "the id '\(requirement.id)' is already that of another requirement", in: path,
      at: requirement.idRange, help: "give one of them an id of its own",
      notes: [
        Note(
          first.title.isEmpty ? "it is first here" : "'\(first.title)' has it first", in: path,
          at: first.idRange)
      ], fix: fix)
  }
}
