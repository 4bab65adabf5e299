/// The findings for people: each with its place, an excerpt and what to do, then a summary.
///
/// ```
/// error[unknown-dependency]: task 'T3' depends on 'T9', which does not exist
///   --> specs/export/tasks.md:14:28
///    |
/// 14 | - [ ] T3 Write rows (after T9)
///    |                            ^^
///    = help: did you mean 'T8'?
/// ```
///
/// Excerpts fit the width of the terminal; messages and paths are never cut.
package struct TextReporter: Reporter {
  package var terminal: TerminalTraits
  /// Whether findings of severity note are shown.
  package var showsNotes: Bool

  package init(terminal: TerminalTraits = .plain, showsNotes: Bool = false) {
    self.terminal = terminal
    self.showsNotes = showsNotes
  }

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    var tables = LineTables(of: outcome)
    var text = StyledText(showsColor: terminal.showsColor)
    for finding in outcome.findings where showsNotes || finding.severity > .note {
      write(finding, tables: &tables, to: &text)
      text.endLine()
      text.flush(to: &output)
    }
    OutcomeSummary(outcome: outcome, showsNotes: showsNotes).write(to: &text)
    text.flush(to: &output)
  }

  private func write(_ finding: Finding, tables: inout LineTables, to text: inout StyledText) {
    let style = TerminalStyle(finding.severity)
    let first = ExcerptBlock(finding.range, in: finding.path, tables: &tables)
    let others = finding.notes.map { ExcerptBlock($0.range, in: $0.path, tables: &tables) }
    // One gutter for all excerpts of a finding, so that their bars stand in one line.
    let gutter = others.reduce(max(first.digits, 2)) { max($0, $1.digits) }

    text.append("\(finding.severity.rawValue)[\(finding.rule)]", style)
    text.append(": ")
    text.append(finding.message, .heading)
    text.endLine()
    first.write(mark: "^", style, gutter: gutter, width: terminal.width, to: &text)
    write("help", finding.help, .help, gutter: gutter, to: &text)
    // A fix does what the help says; where both are there, one of them is enough.
    if finding.help == nil {
      write("help", finding.fix.map(words), .help, gutter: gutter, to: &text)
    }
    write(
      "note", finding.severityOrigin.map { "severity set in \($0)" }, .note, gutter: gutter,
      to: &text)
    for (note, block) in zip(finding.notes, others) {
      text.append("note", .note)
      text.append(": \(note.message)")
      text.endLine()
      block.write(mark: "-", .note, gutter: gutter, width: terminal.width, to: &text)
    }
  }

  /// Writes `   = help: words`; further lines of the words stand under the first.
  private func write(
    _ label: String, _ words: String?, _ style: TerminalStyle, gutter: Int,
    to text: inout StyledText
  ) {
    guard let words else { return }
    for (index, line) in words.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      text.append(spaces: gutter + 1)
      if index == 0 {
        text.append("=", .frame)
        text.append(" ")
        text.append(label, style)
        text.append(": ")
      } else {
        text.append(spaces: label.count + 4)
      }
      text.append(line)
      text.endLine()
    }
  }

  private func words(_ fix: Fix) -> String {
    switch fix.safety {
    case .safe, .displayOnly: fix.description
    case .unsafe: "\(fix.description) (may change the meaning)"
    }
  }
}
