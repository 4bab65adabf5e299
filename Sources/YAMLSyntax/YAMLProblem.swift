package import Diagnostics

/// A fault of a document that can be read all the same.
package struct YAMLProblem: Hashable, Sendable {
  /// What sort of fault it is.
  package enum Kind: Hashable, Sendable {
    /// A key that its mapping already has, at `first`; the first value is the one that counts.
    case duplicateKey(String, first: Range<Offset>)
    /// An unquoted value of the named key with `: ` in it, read as its line stands.
    case unquotedColon(key: String)
    /// An unquoted value of the named key that YAML does not take as text for another reason.
    case unquotedText(key: String)
  }

  package var kind: Kind
  /// A phrase without a full stop.
  package var message: String
  /// The value at fault; of a duplicate key the later one.
  package var range: Range<Offset>
  /// What to do about it.
  package var help: String?
  /// `nil` for a duplicate key: only people know which one to keep.
  package var fix: Fix?

  package init(
    _ kind: Kind, _ message: String, at range: Range<Offset>, help: String? = nil, fix: Fix? = nil
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.help = help
    self.fix = fix
  }
}
