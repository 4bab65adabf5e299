/// When output is coloured, as the option `--color` has it.
package enum ColorChoice: String, Hashable, CaseIterable, Sendable {
  /// On a terminal that nobody asked to be plain.
  case auto
  case always
  case never

  /// Whether to colour, given what the process found out about the stream and its surroundings.
  ///
  /// On `auto`, any value of `NO_COLOR` but the empty one turns colours off, and so does a `TERM`
  /// that is `dumb`.
  package func showsColor(isTerminal: Bool, noColor: String?, term: String?) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: isTerminal && (noColor ?? "").isEmpty && term != "dumb"
    }
  }
}
