import Diagnostics
import SpecModel

extension Rule {
  static let designNamesNoRequirement = Rule(
    id: "design-names-no-requirement", group: .traceability,
    summary: "A design names no requirement.",
    rationale: "Whether it serves every requirement can only be guessed.",
    severity: .note,
    passing: [.design("# Design\n\nServes Requirement 1.\n", with: [requirements])],
    failing: [.design("→# Design\n\nFast.\n", with: [requirements])],
    check: .feature { context, report in
      guard let design = context.feature.design, design.mentions.isEmpty,
        design.properties.allSatisfy(\.validates.isEmpty), !design.text.isBinary,
        context.feature.requirements?.requirements.isEmpty == false
      else { return }
      report(
        Finding(
          "the design names no requirement", in: design.path,
          at: design.text.lines.first { $0.kind != .blank }?.range ?? Range(0, 0)))
    })

  private static let requirements = (
    path: "\(Example.folder)/requirements.md",
    text: "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL a\n"
  )
}
