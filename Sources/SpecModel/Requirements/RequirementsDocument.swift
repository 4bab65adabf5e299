package import Diagnostics

/// What a feature must do: `requirements.md`, or the `bugfix.md` that stands in for it.
package struct RequirementsDocument: Sendable {
  package let text: SpecText
  /// The first heading, without the marks around it.
  package var title: Located<String>?
  /// In document order.
  package var requirements: [Requirement]

  /// Relative to the root.
  package var path: String { text.path }
}

/// One requirement, by whatever form of id it goes.
package struct Requirement: Sendable {
  /// How the requirement stands in the document.
  package enum Form: Sendable, Hashable {
    case heading, paragraph, bullet, tableRow
  }

  /// The id as tasks cite it: `2` for `### Requirement 2`, else as written: `FR-1`, `1.2`, `R3`.
  package var id: String
  package var idRange: Range<Offset>
  /// Further ids: in brackets behind the title, or on an `**ID:**` line.
  package var aliases: [Located<String>] = []
  package var form: Form
  /// Without the ids in brackets at its ends, which are `aliases`.
  package var title: String
  package var titleRange: Range<Offset>
  /// The line that makes the requirement.
  package var range: Range<Offset>
  /// From that line to the end of the last line that belongs to the requirement.
  package var block: Range<Offset>
  /// The `**User Story:**` text.
  package var userStory: Range<Offset>?
  /// In document order.
  package var criteria: [Criterion] = []
  /// The index of the requirement of which this one is a part: `FR-1.1` stands below `FR-1`.
  package var parent: Int?
  /// The last number where one heading stands for several requirements: 31 of `### Requirement 21-31`.
  package var lastOfSeveral: Int?
  /// Whether the requirement is one of a family that only counts where tasks cite it: tests, risks,
  /// assumptions, out-of-scope items.
  package var isSecondary = false
  /// Whether the form is one of which acceptance criteria are expected: a requirement proper, not a
  /// one-line statement such as `- **NFR-1**: …` or a table row.
  package var expectsCriteria = true
}

/// One acceptance criterion.
package struct Criterion: Sendable, Hashable {
  /// The address within the feature, such as `2.3`; the written id where it has one of its own, such as `AC-1.2`.
  package var id: String
  /// The position below its requirement, from 1.
  package var position: Int
  /// The number as written, if one is written: 3 for `3.` and for `2.3`.
  package var writtenNumber: Int?
  /// The marker or written id.
  package var idRange: Range<Offset>
  /// The text over all its lines.
  package var textRange: Range<Offset>

  package init(
    id: String, position: Int, writtenNumber: Int?, idRange: Range<Offset>,
    textRange: Range<Offset>
  ) {
    self.id = id
    self.position = position
    self.writtenNumber = writtenNumber
    self.idRange = idRange
    self.textRange = textRange
  }
}
