import Diagnostics

extension Rule {
  static let unknownSuppression = Rule(
    id: "unknown-suppression", group: .suppressions,
    summary: "A suppression names a rule that does not exist.",
    rationale: "A misspelt id suppresses nothing, and nobody notices.",
    severity: .warning,
    passing: [
      .tasks(
        "- [ ] 1. A\n<!-- specctl: allow duplicate-task-id: kept for old links -->\n- [ ] 1. B\n")
    ],
    failing: [.tasks("- [ ] 1. A <!-- specctl: allow →duplicate-task-ids: typo -->\n")],
    check: .run)
}

extension Finding {
  static func unknownSuppression(
    _ suppression: Suppression, in path: String, known: [String]
  ) -> Finding {
    Finding(
      "there is no rule '\(suppression.rule)'", in: path, at: suppression.ruleRange,
      help: nearMiss(to: suppression.rule, among: known).map { "did you mean '\($0)'?" }
        ?? "'specctl explain' lists the rules")
  }
}
