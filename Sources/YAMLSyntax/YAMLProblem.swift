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
  package var message: String
  package var range: Range<Offset>
  package var help: String?
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
