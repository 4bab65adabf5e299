import Diagnostics
import SpecModel

extension Rule {
  static let duplicateProperty = Rule(
    id: "duplicate-property", group: .design,
    summary: "Two properties of a design have the same number.",
    rationale: "A test that names the number could prove either.",
    severity: .warning,
    passing: [.design("### Property 1: A\n### Property 2: B\n\n**Property 1: A** again\n")],
    failing: [.design("### Property 1: é\n→### Property 1: B\n")],
    check: .feature { context, report in
      guard let design = context.feature.design, design.properties.count > 1 else { return }
      var first: [String: Int] = [:]
      for index in design.properties.indices {
        let property = design.properties[index]
        guard let original = first[property.id] else {
          first[property.id] = index
          continue
        }
        // The same property told twice, in an overview and in full.
        guard property.title != design.properties[original].title else { continue }
        report(
          Finding(
            "the number '\(property.id)' is already that of another property", in: design.path,
            at: property.range,
            notes: [
              Finding.Note(
                "the first one", in: design.path, at: design.properties[original].range)
            ]))
      }
    })

  static let emptyProperty = Rule(
    id: "empty-property", group: .design,
    summary: "A property of a design says nothing.",
    rationale: "There is nothing that a test could prove.",
    severity: .warning,
    passing: [.design("### Property 1\n\nFor all a: b.\n\n### Property 2: B\n")],
    failing: [.design("### Property 1: A\n\n→### Property 2:\n\n## é\n")],
    check: .feature { context, report in
      guard let design = context.feature.design else { return }
      for property in design.properties
      where property.title.isEmpty && property.validates.isEmpty && design.isBare(property) {
        report(
          Finding(
            "property '\(property.id)' says nothing", in: design.path, at: property.range,
            help: "write what holds for all inputs"))
      }
    })

  static let unprovedProperty = Rule(
    id: "property-without-requirement", group: .design,
    summary: "A property of a design names no requirement, though most others do.",
    rationale: "Which requirement it proves can only be guessed.",
    severity: .note,
    passing: [
      .design("### Property 1: A\n\nFor all a: b.\n\n### Property 2: B\n", with: [requirements]),
      .design(
        "### Property 1: A\n\n**Validates: Requirements 1.1**\n\n### Property 2: B\n\n**Validates: 1.1**\n",
        with: [requirements]),
    ],
    failing: [
      .design(
        "### Property 1: A\n\n**Validates: Requirements 1.1**\n\n→### Property 2: é\n\nFor all.\n\n### Property 3: C\n\n**Validates: 1.1**\n",
        with: [requirements])
    ],
    check: .feature { context, report in
      guard let design = context.feature.design, context.feature.requirements != nil else { return }
      let bare = design.properties.count(where: \.validates.isEmpty)
      guard bare > 0, bare * 2 < design.properties.count else { return }
      for property in design.properties where property.validates.isEmpty {
        report(
          Finding(
            "property '\(property.id)' names no requirement", in: design.path, at: property.range,
            help: "write '**Validates: Requirements 1.1**' below it"))
      }
    })

  private static let requirements = (
    path: "\(Example.folder)/requirements.md",
    text: "### Requirement 1: A\n\n#### Acceptance Criteria\n\n1. THE system SHALL a\n"
  )
}

extension DesignDocument {
  /// Whether nothing but headings and blank lines follows a property up to the next heading or the end.
  fileprivate func isBare(_ property: DesignProperty) -> Bool {
    let index = text.lines.partitioningIndex {
      $0.start > property.range.lowerBound.utf8
    }
    for line in text.lines[index...] where line.kind != .blank {
      if case .heading = line.kind { return true }
      return false
    }
    return true
  }
}
