/// The findings as a report of GitLab's code quality, the subset of Code Climate that GitLab reads.
///
/// Errors are `major`, warnings `minor`, notes `info`. GitLab drops findings with a fingerprint that
/// it has seen in the report, which never happens with a ``FindingFingerprint``. A breakdown has no
/// place in this format.
package struct GitLabReporter: Reporter {
  /// Whether findings of severity note are listed.
  package var showsNotes: Bool

  package init(showsNotes: Bool = false) {
    self.showsNotes = showsNotes
  }

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    var tables = LineTables(of: outcome)
    var json = JSONWriter()
    json.array { json in
      for (finding, fingerprint) in zip(outcome.findings, FindingFingerprint.all(of: outcome))
      where showsNotes || finding.severity > .note {
        let region = tables.region(finding.range, in: finding.path) ?? .startOfFile
        json.object { json in
          json.member("description", finding.message)
          json.member("check_name", finding.rule)
          json.member("fingerprint", fingerprint.description)
          json.member("severity", name(of: finding.severity))
          json.key("location")
          json.object { json in
            json.member("path", outcome.path(finding.path))
            json.key("lines")
            json.object {
              $0.member("begin", region.start.line)
              $0.member("end", region.lastLine)
            }
          }
        }
        json.flush(to: &output)
      }
    }
    json.flush(to: &output)
  }

  private func name(of severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
