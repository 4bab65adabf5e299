package import Diagnostics

/// A user story of a specification in Spec Kit's form: `### User Story 1 - Title (Priority: P1)`.
package struct UserStory: Sendable, Hashable {
  /// As written, of one to six digits.
  package var number: Int
  package var numberRange: Range<Offset>
  /// The heading.
  package var range: Range<Offset>
  /// Whether there is any list below it, in which scenarios could stand in any language.
  package var hasList = false
  /// Every item of a list below the heading, in document order, whatever its words.
  package var scenarios: [AcceptanceScenario] = []

  package init(number: Int, numberRange: Range<Offset>, range: Range<Offset>) {
    self.number = number
    self.numberRange = numberRange
    self.range = range
  }
}

/// An item below a story: `1. **Given** …, **When** …, **Then** …`.
package struct AcceptanceScenario: Sendable, Hashable {
  /// The item with its further lines.
  package var range: Range<Offset>
  /// Whether `Given` stands in it as a word, whatever its case.
  package var hasGiven = false
  /// Likewise for `When`.
  package var hasWhen = false
  /// Likewise for `Then`.
  package var hasThen = false
}
