/// What a piece of text is, for its colour.
///
/// Only the 16 colours that every theme defines are used, and none that vanishes on a dark or a
/// light background: no white, no black, no dark blue.
package enum TerminalStyle: Hashable, Sendable {
  case plain
  case error, warning, note
  /// A remedy, and the word that introduces it.
  case help
  /// What went well.
  case success
  /// A title, or the one line to read.
  case heading
  /// The frame around an excerpt: line numbers, bars and arrows.
  case frame
  /// What may be skipped.
  case faint

  /// The style of findings of a severity.
  package init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .note: self = .note
    }
  }

  /// The parameters of the escape sequence that starts the style; `nil` for plain text.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .help: "1;32"
    case .success: "32"
    case .heading: "1"
    case .frame: "36"
    case .faint: "2"
    }
  }
}
