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
    if outcome.baselinedCount > 0 {
      text.append("; \(outcome.baselinedCount) in the baseline", .faint)
    }
    let hidden = showsNotes ? 0 : outcome.count(of: .note)
    if hidden > 0 {
      let them = hidden == 1 ? "it" : "them"
      text.append("; \(counted(hidden, "note")) not shown, --notes shows \(them)", .faint)
    }
    text.endLine()
    if outcome.staleBaselineCount > 0 {
      let entries = outcome.staleBaselineCount == 1 ? "entry" : "entries"
      text.append(
        "\(outcome.staleBaselineCount) \(entries) of the baseline found no more; --update-baseline drops them",
        .faint)
      text.endLine()
    }
    if outcome.offersFixes { writeFixes(to: &text) }
  }

  /// Writes a line such as `4 can be fixed with --fix, 2 more with --unsafe-fixes; --diff shows how`.
  private func writeFixes(to text: inout StyledText) {
    let shown = outcome.findings.lazy.filter { showsNotes || $0.severity > .note }
    let safe = shown.count { $0.fix?.safety == .safe }
    let unsafe = shown.count { $0.fix?.safety == .unsafe }
    guard safe + unsafe > 0 else { return }
    var parts: [String] = []
    if safe > 0 { parts.append("\(safe) can be fixed with --fix") }
    if unsafe > 0 {
      parts.append("\(unsafe) \(safe > 0 ? "more" : "can be fixed") with --unsafe-fixes")
    }
    text.append(parts.joined(separator: ", ") + "; --diff shows how", .faint)
    text.endLine()
  }
}

/// A number and its noun: `1 file`, `2 files`.
func counted(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}
