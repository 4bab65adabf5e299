/// The one line that says how a run went.
///
/// `3 errors, 2 warnings in 48 files (12 features); 5 notes not shown, --notes shows them`
struct OutcomeSummary {
  var outcome: Outcome
  var showsNotes: Bool

  func write(to text: inout StyledText) {
    var isFirst = true
    for severity in Severity.allCases.reversed() where showsNotes || severity > .note {
      let count = outcome.count(of: severity)
      guard count > 0 else { continue }
      if !isFirst { text.append(", ") }
      isFirst = false
      text.append(counted(count, severity.rawValue), TerminalStyle(severity))
    }
    if isFirst { text.append("no problems", .success) }
    text.append(" in \(counted(outcome.fileCount, "file"))")
    if outcome.featureCount > 0 { text.append(" (\(counted(outcome.featureCount, "feature")))") }
    if outcome.suppressedCount > 0 {
      text.append("; \(outcome.suppressedCount) suppressed", .faint)
    }
    let hidden = showsNotes ? 0 : outcome.count(of: .note)
    if hidden > 0 {
      let them = hidden == 1 ? "it" : "them"
      text.append("; \(counted(hidden, "note")) not shown, --notes shows \(them)", .faint)
    }
    text.endLine()
  }
}

/// A number and its noun: `1 file`, `2 files`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
