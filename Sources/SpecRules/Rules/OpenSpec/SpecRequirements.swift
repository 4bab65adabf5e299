import Diagnostics
import SpecModel

extension Rule {
  static let requirementWithoutScenario = Rule(
    id: "requirement-without-scenario", group: .openSpec,
    summary: "A requirement of OpenSpec has no scenario.",
    rationale: "Nobody can tell when it holds, and OpenSpec does not accept the change.",
    severity: .warning,
    passing: [
      .openSpec(
        "## Requirements\n\n### Requirement: é\nIt SHALL.\n\n#### Scenario: b\n- **WHEN** c\n- **THEN** d\n"
      ),
      .delta("## REMOVED Requirements\n\n### Requirement: é\n**Reason**: none\n"),
    ],
    failing: [
      .openSpec("## Requirements\n\n→### Requirement: é 😀\nThe system SHALL stop.\n"),
      .delta(
        "## ADDED Requirements\n\n→### Requirement: A\nIt MUST.\n\n### Requirement: B\n"
          + "It MUST.\n\n#### Scenario: c\n- **WHEN** d\n- **THEN** e\n"),
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.documents ?? [] {
        // In the order of the document, as the requirements are.
        var almost = document.almostScenarios.map(\.range.lowerBound)[...]
        for (index, requirement) in document.requirements.enumerated() {
          let end =
            index + 1 < document.requirements.count
            ? document.requirements[index + 1].range.lowerBound : nil
          let own = almost.prefix { place in end.map { place < $0 } ?? true }
          almost = almost.dropFirst(own.count)
          let operation = document.operation(of: requirement)
          // What is nearly a scenario is told by another rule.
          guard requirement.scenarios.isEmpty, !requirement.hasOtherHeadings, own.isEmpty,
            operation != .removed, operation != .renamed
          else { continue }
          report(
            Finding(
              "the requirement '\(requirement.title.value)' has no scenario", in: document.path,
              at: requirement.range,
              help: "write '#### Scenario: …' below it, with '- **WHEN** …' and '- **THEN** …'"))
        }
      }
    })

  static let requirementWithoutShall = Rule(
    id: "requirement-without-shall", group: .openSpec,
    summary: "A requirement of OpenSpec says neither SHALL nor MUST.",
    rationale: "OpenSpec reads it as no demand and does not accept the change.",
    severity: .note,
    passing: [
      .delta(
        "## ADDED Requirements\n\n### Requirement: é\n\nA\nb MUST c.\n\n#### Scenario: d\n- **THEN** e\n"
      ),
      .delta("## REMOVED Requirements\n\n### Requirement: é\nGone.\n"),
    ],
    failing: [
      .delta(
        "## ADDED Requirements\n\n→### Requirement: é 😀\nThe mustard shall be hot.\n\n#### Scenario: d\n- **THEN** e\n"
      )
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.documents ?? [] {
        for requirement in document.requirements
        where requirement.hasText && !requirement.isNormative {
          let operation = document.operation(of: requirement)
          guard operation != .removed, operation != .renamed else { continue }
          report(
            Finding(
              "the requirement '\(requirement.title.value)' says neither SHALL nor MUST",
              in: document.path, at: requirement.range,
              help: "say in front of the first scenario what the system SHALL do"))
        }
      }
    })

  static let duplicateSpecRequirement = Rule(
    id: "duplicate-spec-requirement", group: .openSpec,
    summary: "A specification of OpenSpec has two requirements with one title.",
    rationale: "The title is what changes name them by.",
    severity: .warning,
    passing: [
      .openSpec("### Requirement: é\nIt SHALL.\n\n#### Scenario: b\n- **THEN** c\n")
    ],
    failing: [
      .openSpec(
        "### Requirement: é 😀\nIt SHALL.\n\n#### Scenario: b\n- **THEN** c\n\n### Requirement: →é 😀\n"
          + "It SHALL.\n\n#### Scenario: b\n- **THEN** d\n")
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.documents ?? [] {
        var seen: Set<String> = []
        for requirement in document.requirements {
          // Of two operations on one requirement another rule tells.
          let key = "\(requirement.section ?? -1) \(requirement.title.value)"
          guard !seen.insert(key).inserted else { continue }
          report(
            Finding(
              "there is a requirement '\(requirement.title.value)' already", in: document.path,
              at: requirement.title.range, help: "give it a title of its own, or make them one"))
        }
      }
    })
}
