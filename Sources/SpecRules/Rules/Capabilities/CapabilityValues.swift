import Diagnostics
import SpecModel

extension Rule {
  static let invalidCapabilityValue = Rule(
    id: "invalid-capability-value", group: .capabilities,
    summary: "A value in the settings of a capability is not of the kind that its key takes.",
    rationale: "Who reads the file stops there, or goes on with a default and does not say so.",
    severity: .warning,
    passing: [
      .capability(
        "security",
        "security:\n  enabled: true\n  rate_limiting:\n    per_user: 100/hour\n"),
      .capability(
        "observability",
        "observability:\n  alerting:\n    conditions:\n      - error_rate > 5%\n"),
    ],
    failing: [
      .capability("security", "security:\n  rate_limiting:\n    per_user: →100\n"),
      .capability(
        "observability", "observability:\n  alerting:\n    conditions:\n      - →error_rate 5%\n"),
      .capability("cost_management", "cost_management:\n  budgets:\n    alert_threshold: →80\n"),
      .capability("multi_tenancy", "multi_tenancy:\n  isolation:\n    level: →srtict\n"),
      .capability("human_review", "human_review:\n  workflow: {timeout: →a while}\n"),
    ],
    check: .workspace { context, report in
      context.workspace.reportCapabilityProblems(.wrongValue, to: &report)
    })

  static let misspeltCapabilityWord = Rule(
    id: "misspelt-capability-word", group: .capabilities,
    summary: "A word in the settings of a capability is nearly one that is well known there.",
    rationale: "What was meant by it does not happen.",
    severity: .note,
    passing: [
      .capability("events", "events:\n  event_types: [agent_started, invoice_sent]\n")
    ],
    failing: [
      .capability("events", "events:\n  event_types: [→agent_strated]\n"),
      .capability("security", "security:\n  code_scanning:\n    tools:\n      - →bandti\n"),
    ],
    check: .workspace { context, report in
      context.workspace.reportCapabilityProblems(.misspelt, to: &report)
    })

  static let contradictoryThresholds = Rule(
    id: "contradictory-thresholds", group: .capabilities,
    summary: "Two limits in the settings of a capability cannot both take effect.",
    rationale: "The one that can never be reached protects from nothing.",
    severity: .warning,
    passing: [
      .capability(
        "cost_management",
        "cost_management:\n  budgets:\n    daily_limit: $50\n    monthly_limit: 1000.00\n")
    ],
    failing: [
      .capability(
        "cost_management",
        "cost_management:\n  budgets:\n    daily_limit: 50\n    weekly_limit: →20\n"),
      .capability(
        "memory",
        "memory:\n  layers:\n    short_term: {retention: 7_days}\n"
          + "    long_term: {retention: →24h}\n"),
    ],
    check: .workspace { context, report in
      context.workspace.reportCapabilityProblems(.contradiction, to: &report)
    })

  static let secretInSettings = Rule(
    id: "secret-in-settings", group: .capabilities,
    summary: "The settings of a capability hold a key or a password.",
    rationale: "Whoever can read the repository can use it, and its history keeps it.",
    severity: .warning,
    passing: [
      .servers(
        #"{"mcpServers": {"a": {"command": "x", "env": {"A_TOKEN": "${A_TOKEN}"}}}}"#),
      .servers(
        #"{"mcpServers": {"a": {"command": "x", "env": {"A_TOKEN": "your-token-goes-here-1"}}}}"#),
    ],
    failing: [
      .servers(
        #"{"mcpServers": {"a": {"command": "x", "env": {"A_TOKEN": →"4f7ad91c20b84e6f"}}}}"#)
    ],
    check: .workspace { context, report in
      context.workspace.reportCapabilityProblems(.secret, to: &report)
    })
}

extension Workspace {
  /// Reports what the readers of capabilities noticed.
  func reportCapabilityProblems(_ kind: DocumentProblem.Kind, to report: inout RuleReport) {
    for capability in capabilities {
      for problem in capability.problems where problem.kind == kind {
        report(Finding(problem, in: capability.file.path))
      }
    }
  }
}
