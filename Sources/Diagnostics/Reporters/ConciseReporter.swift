/// One line a finding, for editors and `grep`: `path:line:column: error: message [rule]`.
///
/// Lines are the same on a terminal and off it: control characters are always made visible.
package struct ConciseReporter: Reporter {
  /// Whether findings of severity note are listed.
  package var showsNotes: Bool
  package var showsColor: Bool

  package init(showsNotes: Bool = false, showsColor: Bool = false) {
    self.showsNotes = showsNotes
    self.showsColor = showsColor
  }

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    var tables = LineTables(of: outcome)
    var line = StyledText(showsColor: showsColor)
    for finding in outcome.findings where showsNotes || finding.severity > .note {
      line.append(tables.place(finding.range, in: finding.path))
      line.append(": ")
      line.append("\(finding.severity.rawValue):", TerminalStyle(finding.severity))
      line.append(" \(finding.message) ")
      line.append("[\(finding.rule)]", .faint)
      line.endLine()
      line.flush(to: &output)
    }
  }
}
