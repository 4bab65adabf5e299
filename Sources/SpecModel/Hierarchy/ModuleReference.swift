package import Diagnostics

/// A word or path by which a document names a module, or a layer, that it builds on.
package struct ModuleReference: Sendable, Hashable {
  /// How the module is named.
  package enum Form: Sendable, Hashable {
    /// `PORTFOLIO_AGENT`: nothing else can be meant.
    case agent
    /// `Portfolio module`.
    case module
    /// Any other word, which may as well be the name of a library.
    case word
    /// The path of an import with the names taken from it, such as `engine/core/events` with `Tick`.
    case path(members: [String], isRelative: Bool)
  }

  package var form: Form
  /// The name as written; the parts of a path with `/` between them.
  package var name: String
  package var range: Range<Offset>

  package init(_ form: Form, _ name: String, at range: Range<Offset>) {
    self.form = form
    self.name = name
    self.range = range
  }
}
