package import Diagnostics

/// A specification of OpenSpec: that of a capability, or what a change does to one.
///
/// The form is `### Requirement: Title` with `#### Scenario: Title` below it; in a change the
/// requirements stand below `## ADDED Requirements` and the like.
package struct OpenSpecDocument: Sendable {
  /// What a section does with its requirements.
  package enum Operation: String, Sendable, Hashable, CaseIterable {
    case added = "ADDED"
    case modified = "MODIFIED"
    case removed = "REMOVED"
    case renamed = "RENAMED"
  }

  /// `## ADDED Requirements`, or `## Requirements` in the specification of a capability.
  package struct Section: Sendable, Hashable {
    /// `nil` where the requirements just hold.
    package var operation: Operation?
    /// The heading.
    package var range: Range<Offset>
    /// Whether any text stands below the heading.
    package var hasText = false
  }

  /// A heading such as `### Requirement: Title` with what stands below it.
  package struct Requirement: Sendable, Hashable {
    /// What stands behind `Requirement:`; empty where nothing does.
    package var title: Located<String>
    /// The heading.
    package var range: Range<Offset>
    /// The place in ``OpenSpecDocument/sections``; `nil` in front of all.
    package var section: Int?
    /// Whether its text, up to the first scenario, says SHALL or MUST.
    package var isNormative = false
    /// Whether it has any text of its own.
    package var hasText = false
    /// In document order.
    package var scenarios: [Scenario] = []
    /// Whether headings of the level of scenarios stand below it that are called otherwise.
    package var hasOtherHeadings = false
  }

  /// A heading such as `#### Scenario: Title` with what stands below it.
  package struct Scenario: Sendable, Hashable {
    /// The heading.
    package var range: Range<Offset>
    /// Whether a line begins with WHEN, in bold or not, whatever its case.
    package var hasWhen = false
    /// Likewise for THEN.
    package var hasThen = false
    /// Whether anything stands below it.
    package var hasText = false
  }

  /// A line that is nearly the heading of a scenario.
  package struct AlmostScenario: Sendable, Hashable {
    /// The whole line.
    package var range: Range<Offset>
    /// The number signs in front, to be made four; `nil` for a line that is no heading.
    package var marks: Range<Offset>?
  }

  /// A line `FROM:` or `TO:` below `## RENAMED Requirements`.
  package struct Renaming: Sendable, Hashable {
    /// Whether the line is `FROM:`.
    package var isOld: Bool
    /// What stands behind the colon, without `Requirement:` and the marks around it.
    package var title: Located<String>
  }

  package let text: SpecText
  /// In document order.
  package var sections: [Section] = []
  /// In document order; those that a list below `## REMOVED Requirements` names are among them.
  package var requirements: [Requirement] = []
  /// In document order, each line for itself.
  package var renamings: [Renaming] = []
  /// In document order.
  package var almostScenarios: [AlmostScenario] = []

  /// Relative to the root.
  package var path: String { text.path }

  /// The operation of the section that a requirement stands in.
  package func operation(of requirement: Requirement) -> Operation? {
    requirement.section.flatMap { sections[$0].operation }
  }
}
