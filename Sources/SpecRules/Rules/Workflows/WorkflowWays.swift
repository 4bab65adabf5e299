import Diagnostics
import SpecPlanning

extension Rule {
  static let unreachableStep = Rule(
    id: "unreachable-step", group: .workflows,
    summary: "Nothing leads to a step of a workflow.",
    rationale: "It is never done, however the others end.",
    severity: .warning,
    passing: [.workflow("steps: {one: {on_failure: two}, two: {}}\n")],
    failing: [
      .workflow("steps: {one: {on_success: three}, →two: {}, three: {}}\n"),
      .workflow("initial: two\n    steps: [→one, two]\n"),
    ],
    check: .workflows)

  static let workflowWithoutEnd = Rule(
    id: "workflow-without-end", group: .workflows,
    summary: "A workflow comes to no end, or to no good one.",
    rationale: "Who starts it waits for ever, or for a failure that is certain.",
    severity: .error,
    passing: [.workflow("steps: {one: {on_success: two, on_failure: failed}, two: {}}\n")],
    failing: [
      .workflow(
        "steps: {one: {}, →two: {on_success: three, on_failure: three}, "
          + "three: {on_success: two, on_failure: two, max_retries: 2}}\n"),
      .configuration("workflows:\n  →release: {steps: {one: {on_success: failed}}}\n"),
    ],
    check: .workflows)

  static let successCycle = Rule(
    id: "success-cycle", group: .workflows,
    summary: "The steps of a workflow lead round when all of them succeed.",
    rationale: "The better the work goes, the less it ends.",
    severity: .error,
    passing: [.workflow("steps: {one: {}, two: {on_failure: one, max_retries: 2}}\n")],
    failing: [
      .workflow("steps: {one: {}, two: {on_success: →one}}\n"),
      .workflow("steps: {é: {on_success: →é}}\n"),
    ],
    check: .workflows)

  static let unlimitedRetry = Rule(
    id: "unlimited-retry", group: .workflows,
    summary: "A failure leads back, and nothing says how often.",
    rationale:
      "Two agents that never agree would go on for ever. On every way round, one step whose "
      + "'on_failure' is followed must have 'max_retries'.",
    severity: .error,
    passing: [
      .workflow("steps: {one: {}, two: {on_failure: one, max_retries: 2}}\n"),
      .workflow("steps: {one: {on_failure: two}, two: {on_failure: one, max_retries: 2}}\n"),
    ],
    failing: [
      .workflow("steps: {one: {max_retries: 1}, two: {on_failure: →one}}\n"),
      .workflow("steps: {é: {on_failure: →é}, two: {on_failure: failed}}\n"),
      .workflow(
        "steps: {one: {}, two: {on_failure: →one}, three: {on_failure: one, max_retries: 1}}\n"),
    ],
    check: .workflows)
}
