package import Diagnostics

/// One element of a list such as `1.1, 2.3-2.5, FR-4`, with its place.
///
/// What it refers to, requirements or tasks, the list's key says; here it is only spelled out.
package struct Reference: Sendable, Hashable {
  /// What was written.
  package enum Kind: Sendable, Hashable {
    /// One id, without the words before it: `1.1`, `FR-1`, `R1-AC4`, `4` for `Task 4`.
    case identifier(String)
    /// Every id from the first to the last: `1.1-1.6`, `NFR-1 through NFR-9`.
    case range(from: String, to: String)
    /// `All` and its translations, with the words that follow, such as `implementation tasks`.
    case all(qualifier: String)
    /// `None`, `N/A`, `-` and their translations.
    case none
    /// Words that are no id: `Performance`, `Phase 2 complete`.
    case text(String)
  }

  package var kind: Kind
  package var range: Range<Offset>
  /// The word in front of the id, in lower case, such as `task`, `requirement`, `phase`; empty without one.
  package var word: String

  package init(_ kind: Kind, word: String = "", at range: Range<Offset>) {
    self.kind = kind
    self.word = word
    self.range = range
  }
}
