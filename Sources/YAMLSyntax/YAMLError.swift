package import Diagnostics

/// Why a text cannot be read as YAML, in the words of the person who wrote it.
package struct YAMLError: Error, Hashable, Sendable {
  /// What is wrong: a phrase without a full stop.
  package var message: String
  /// Where it is; empty at the end of the text.
  package var range: Range<Offset>
  /// What to do about it.
  package var help: String?
  /// A second place that explains the first, such as where a bracket was opened.
  package var note: Located<String>?

  package init(
    _ message: String, at range: Range<Offset>, help: String? = nil, note: Located<String>? = nil
  ) {
    self.message = message
    self.range = range
    self.help = help
    self.note = note
  }
}
