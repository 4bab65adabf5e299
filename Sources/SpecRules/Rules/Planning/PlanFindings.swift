import Diagnostics

extension Rule {
  static let taskWithoutAgent = Rule(
    id: "task-without-agent", group: .planning,
    summary: "A plan has a task that no agent can be found for.",
    rationale: "Nobody would do it. A workspace without any agents is left alone.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n")], failing: [], check: .plan)

  static let contradictedLayers = Rule(
    id: "layer-order-contradicted", group: .planning,
    summary: "The layers of features contradict what 'depends_on' says of them.",
    rationale: "Both cannot hold, so the layers order nothing in the plan.",
    severity: .warning,
    passing: [.registry("features:\n  a: {layer: core}\n")], failing: [], check: .plan)

  static let selfVerification = Rule(
    id: "self-verification", group: .planning,
    summary: "An agent that should verify a feature implements one of its tasks.",
    rationale: "Nobody finds his own mistakes, so the agent is not asked to verify that feature.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n")], failing: [], check: .plan)

  static let unverifiedFeature = Rule(
    id: "unverified-feature", group: .planning,
    summary: "Every qa agent of a feature implements one of its tasks, so nobody verifies it.",
    rationale: "Nobody verifies their own work, and no other agent is there for it.",
    severity: .warning,
    passing: [.tasks("- [ ] 1. A\n")], failing: [], check: .plan)

  static let unplannedAgent = Rule(
    id: "unplanned-agent", group: .planning,
    summary: "A plan counts on an agent that is neither configured nor an agent file.",
    rationale: "The plan is made all the same; who carries it out must know the agent.",
    severity: .warning,
    passing: [.registry("features:\n  a: {}\n")], failing: [], check: .plan)

  static let missedDeadline = Rule(
    id: "missed-deadline", group: .planning,
    summary: "A schedule ends after a deadline of the configuration.",
    rationale:
      "Limits, estimates or the deadline have to give way, and that is for people to decide.",
    severity: .warning,
    passing: [.configuration("planning:\n  deadline: 2 days\n")], failing: [], check: .plan)
}
