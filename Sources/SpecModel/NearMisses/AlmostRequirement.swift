package import Diagnostics

/// A line that a person would take for a requirement or a criterion and the grammar does not.
package struct AlmostRequirement: Sendable, Hashable {
  /// What keeps the line from being one.
  package enum Reason: Sendable, Hashable {
    /// `### Requirment 3: A`, with the word as written.
    case misspelled(String)
    /// `### Requirement: A` in a document that numbers its requirements.
    case noNumber
    /// `- WHEN … SHALL …` below a requirement, but not below "Acceptance Criteria", so many lines of
    /// them in a row.
    case criterionElsewhere(count: Int)
  }

  package var reason: Reason
  /// The line; the first one of several in a row.
  package var range: Range<Offset>
  /// What makes it one, where that is plain.
  package var edits: [TextEdit]
}

extension RequirementsDocument {
  /// The lines that are almost requirements or criteria, in order; linear in the bytes.
  package var almostRequirements: [AlmostRequirement] {
    text.bytes.withView { AlmostRequirementReader(document: self, bytes: $0).read() }
  }
}
