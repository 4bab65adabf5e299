import Diagnostics
import SpecModel

extension Rule {
  static let almostAScenario = Rule(
    id: "almost-a-scenario", group: .openSpec,
    summary: "A line looks like a scenario of OpenSpec but is not one.",
    rationale: "OpenSpec knows a scenario by its heading, with just four number signs.",
    severity: .warning,
    passing: [
      .openSpec("### Requirement: é\nIt SHALL.\n\n#### Scenario: b\n- **WHEN** c\n- **THEN** d\n")
    ],
    failing: [
      .openSpec(
        "### Requirement: é 😀\nIt SHALL.\n\n→### Scenario: b\n- **WHEN** c\n- **THEN** d\n"),
      .openSpec("### Requirement: é\nIt SHALL.\n\n→**Scenario: 😀**\n- **WHEN** c\n- **THEN** d\n"),
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.documents ?? [] {
        for scenario in document.almostScenarios {
          let fix = scenario.marks.map {
            Fix(
              "make the heading one of a scenario", edits: [TextEdit(replacing: $0, with: "####")])
          }
          report(
            Finding(
              "this looks like a scenario, but its heading has not just four number signs",
              in: document.path, at: scenario.range, help: "write '#### Scenario: …'", fix: fix))
        }
      }
    })

  static let scenarioWithoutThen = Rule(
    id: "scenario-without-then", group: .openSpec,
    summary: "A scenario of OpenSpec says when, but not what happens then.",
    rationale: "There is nothing to check.",
    severity: .note,
    passing: [
      .openSpec("### Requirement: é\nIt SHALL.\n\n#### Scenario: b\n- **WHEN** c\n- **THEN** d\n"),
      .openSpec("### Requirement: é\nIt SHALL.\n\n#### Scenario: b\n- 当 😀\n"),
    ],
    failing: [
      .openSpec("### Requirement: é\nIt SHALL.\n\n→#### Scenario: b 😀\n- **WHEN** c\n- **AND** d\n")
    ],
    check: .workspace { context, report in
      for document in context.workspace.openSpec?.documents ?? [] {
        for scenario in document.requirements.flatMap(\.scenarios)
        where scenario.hasWhen && !scenario.hasThen {
          report(
            Finding(
              "the scenario has no THEN", in: document.path, at: scenario.range,
              help: "write '- **THEN** …' below it"))
        }
      }
    })
}
