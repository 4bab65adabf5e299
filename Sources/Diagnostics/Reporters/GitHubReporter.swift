/// The findings as workflow commands, which GitHub Actions shows beside the lines of a change.
///
/// ```
/// ::error file=specs/a/tasks.md,line=3,endLine=3,col=28,endColumn=29,title=unknown-dependency::…
/// ```
///
/// Lines and columns count from 1, columns in Unicode scalars, and the last ones are still part of
/// the range. There are no columns where a range goes over several lines, since GitHub would drop
/// the annotation. Each message starts with its place, because the log of a job shows nothing else
/// of a command. Every line is a command or the program's own words, so that no document can steer
/// the runner.
package struct GitHubReporter: Reporter {
  /// Whether findings of severity note are listed.
  package var showsNotes: Bool

  /// How many annotations of a kind GitHub keeps of one step.
  private static let annotationsPerKind = 10
  /// GitHub refuses longer messages and titles; the first counts bytes of 64 KiB, escapes included.
  private static let messageBytes = 16_000
  private static let titleBytes = 255

  package init(showsNotes: Bool = false) {
    self.showsNotes = showsNotes
  }

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    if let breakdown = outcome.breakdown {
      output.write("::error title=specctl::\(data(breakdown))\n")
      return
    }
    var tables = LineTables(of: outcome)
    for finding in outcome.findings where showsNotes || finding.severity > .note {
      output.write(command(for: finding, of: outcome, tables: &tables))
    }
    let shown: [Severity] = showsNotes ? [.error, .warning, .note] : [.error, .warning]
    if shown.contains(where: { outcome.count(of: $0) > Self.annotationsPerKind }) {
      output.write(
        "\(outcome.counts(showsNotes: showsNotes)); GitHub shows the first "
          + "\(Self.annotationsPerKind) of a kind, --format markdown makes a summary of all\n")
    }
  }

  private func command(
    for finding: Finding, of outcome: Outcome, tables: inout LineTables
  ) -> String {
    var text = "::\(name(of: finding.severity)) file=\(property(outcome.path(finding.path)))"
    if let region = tables.region(finding.range, in: finding.path) {
      text += ",line=\(region.start.line),endLine=\(region.lastLine)"
      if region.end.line == region.start.line {
        let last = max(region.end.column - 1, region.start.column)
        text += ",col=\(region.start.column),endColumn=\(last)"
      }
    }
    let place = outcome.place(finding.range, in: finding.path, tables: &tables)
    let words = finding.words(in: outcome, tables: &tables)
    text += ",title=\(property(finding.rule.limited(to: Self.titleBytes)))"
    return text + "::\(data("\(place): \(words)"))\n"
  }

  private func name(of severity: Severity) -> String {
    severity == .note ? "notice" : severity.rawValue
  }

  private func data(_ text: String) -> String {
    escaped(text.limited(to: Self.messageBytes), isProperty: false)
  }

  private func property(_ text: String) -> String {
    escaped(text, isProperty: true)
  }

  /// A text with the characters escaped that end a command or a part of it.
  private func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default:
        if let form = scalar.visibleForm {
          result += form
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
