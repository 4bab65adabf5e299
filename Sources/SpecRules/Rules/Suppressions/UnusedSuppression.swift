import Diagnostics

extension Rule {
  static let unusedSuppression = Rule(
    id: "unused-suppression", group: .suppressions,
    summary: "A suppression suppresses nothing.",
    rationale: "Left behind, it would hide the next fault of that kind.",
    severity: .warning,
    passing: [
      .tasks(
        "- [ ] 1. A\n<!-- specctl: allow duplicate-task-id: kept for old links -->\n- [ ] 1. B\n")
    ],
    failing: [
      .tasks("- [ ] 1. A\n<!-- specctl: allow →duplicate-task-id: no more -->\n- [ ] 2. B\n")
    ],
    check: .run)
}

extension Finding {
  static func unusedSuppression(_ suppression: Suppression, in path: String) -> Finding {
    Finding(
      "nothing here breaks '\(suppression.rule)'", in: path, at: suppression.ruleRange,
      help: "remove the comment")
  }
}
