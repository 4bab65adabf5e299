package import Diagnostics
import YAMLSyntax

/// Something wrong with a document that did not keep it from being read.
package struct DocumentProblem: Sendable, Hashable {
  /// What is wrong.
  package enum Kind: Sendable, Hashable {
    /// The document could not be read at all.
    case unreadable
    case duplicateKey
    /// Only the tolerant reader could read it.
    case tolerated
    /// A value of a type or range that its key does not take.
    case wrongValue
    /// `yes`, `on` and their like where true or false is wanted: booleans of YAML 1.1 only.
    case legacyBoolean
    /// A word that is nearly one that is well known at its place.
    case misspelt
    /// Values that cannot all hold.
    case contradiction
    /// A key or password written out.
    case secret
    /// A reference to the environment that is not one.
    case variable
    /// A part of the document that lacks what makes it work.
    case incomplete
  }

  package var kind: Kind
  /// A phrase without a full stop.
  package var message: String
  package var range: Range<Offset>
  /// What to do about it.
  package var help: String?
  /// A second place that explains the first, with the words for it.
  package var note: Located<String>?
  package var fix: Fix?

  package init(
    _ kind: Kind, _ message: String, at range: Range<Offset>, help: String? = nil,
    note: Located<String>? = nil, fix: Fix? = nil
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.help = help
    self.note = note
    self.fix = fix
  }
}

extension DocumentProblem {
  /// What the YAML reader noticed and read past.
  init(_ problem: YAMLProblem) {
    switch problem.kind {
    case .duplicateKey(_, let first):
      self.init(
        .duplicateKey, problem.message, at: problem.range, help: problem.help,
        note: Located("first written here", at: first), fix: problem.fix)
    case .unquotedColon, .unquotedText:
      self.init(
        .tolerated, problem.message, at: problem.range, help: problem.help, fix: problem.fix)
    }
  }

  /// Why the YAML reader gave up.
  init(_ error: YAMLError) {
    self.init(.unreadable, error.message, at: error.range, help: error.help, note: error.note)
  }
}
