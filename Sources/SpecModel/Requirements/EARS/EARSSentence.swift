package import Diagnostics

/// A criterion's sentence taken apart by the Easy Approach to Requirements Syntax.
///
/// The patterns are those of Mavin, Wilkinson, Harwood and Novak, "Easy Approach to Requirements
/// Syntax (EARS)", 17th IEEE International Requirements Engineering Conference, 2009, pages 317 to
/// 322; scenarios are added, since documents mix the two. All ranges lie in the criterion's text, in
/// this order unless a clause stands behind the response: clauses, THEN, system, modal, response.
package struct EARSSentence: Sendable, Hashable {
  /// The form of a sentence, by the words that it begins with.
  package enum Pattern: String, Sendable, CaseIterable {
    /// The system SHALL …
    case ubiquitous
    /// WHEN …
    case event
    /// WHILE …
    case state
    /// IF … THEN …
    case unwanted
    /// WHERE …
    case optional
    /// Clauses of several kinds.
    case complex
    /// GIVEN … WHEN … THEN …, or WHEN … THEN … without a word that demands.
    case scenario
  }

  /// A condition and the word that opens it.
  package struct Clause: Sendable, Hashable {
    package var keyword: EARSKeyword
    /// The keyword as written, with a translation in brackets: `WHEN（当）`.
    package var keywordRange: Range<Offset>
    /// What stands behind the keyword, before it in Japanese; empty when nothing does.
    package var textRange: Range<Offset>
    /// Whether the keyword is a word of English.
    package var isEnglish: Bool
    /// Whether the clause stands behind the response.
    package var isTrailing: Bool
  }

  /// `nil` for a sentence of another form.
  package var pattern: Pattern?
  /// In the order written, those behind the response last.
  package var clauses: [Clause] = []
  /// The THEN between the clauses and the system.
  package var then: Range<Offset>?
  /// What stands before the modal and has to act, with its article; `nil` when that cannot be told,
  /// empty when nothing stands there.
  package var system: Range<Offset>?
  /// The SHALL, or a word like it.
  package var modal: Range<Offset>?
  /// What has to happen; empty when nothing is said, `nil` without a modal or THEN.
  package var response: Range<Offset>?
  /// How often SHALL stands in the criterion in capitals, outside code and quotations.
  package var shallCount = 0
  /// A modal and the one that follows it directly: `SHALL must`.
  package var doubledModal: Range<Offset>?
  /// Whether the modal is a word of English.
  package var isModalEnglish = false
}

/// What a word opens.
package enum EARSKeyword: String, Sendable, CaseIterable {
  case given, `where`, `while`, when, `if`

  /// The place in the order of clauses: WHERE, WHILE, then WHEN or IF.
  package var rank: Int {
    switch self {
    case .given: 0
    case .where: 1
    case .while: 2
    case .when, .if: 3
    }
  }

  var pattern: EARSSentence.Pattern {
    switch self {
    case .given: .scenario
    case .where: .optional
    case .while: .state
    case .when: .event
    case .if: .unwanted
    }
  }
}
