import Diagnostics
import SpecModel
import SpecPlanning

extension Rule {
  static let workflowWithoutSteps = Rule(
    id: "workflow-without-steps", group: .workflows,
    summary: "A workflow has no steps.",
    rationale: "There is nothing to do in it, and what it applies to is done by nobody.",
    severity: .error,
    passing: [.workflow("steps: [coder]\n")],
    failing: [
      .configuration("workflows:\n  →release: {description: é, steps: []}\n"),
      .configuration("workflows:\n  →release:\n"),
    ],
    check: .workflows)

  static let duplicateStep = Rule(
    id: "duplicate-step", group: .workflows,
    summary: "Two steps of a workflow have the same id.",
    rationale: "What leads to the id comes to the first one, and the other is never done.",
    severity: .error,
    passing: [
      .workflow("steps: [{id: one}, {id: two}]\n"),
      // Words of a pipeline are no ids that anything names.
      .workflow("steps: [coder, tester, coder]\n"),
    ],
    failing: [.workflow("steps: [{id: one}, {id: two}, {id: →one}]\n")],
    check: .workflows)

  static let severalInitialSteps = Rule(
    id: "several-initial-steps", group: .workflows,
    summary: "A workflow begins with several steps.",
    rationale: "It is in one step at a time, and only the first one named is where it begins.",
    severity: .error,
    passing: [.workflow("initial: one\n    steps: {one: {initial: true}, two: {}}\n")],
    failing: [
      .workflow("initial: [one, →two]\n    steps: {one: {}, two: {}}\n"),
      .workflow("initial: one\n    steps: {one: {}, two: {→initial: true}}\n"),
    ],
    check: .workflows)

  static let unknownStep = Rule(
    id: "unknown-step", group: .workflows,
    summary: "A workflow leads to a step that does not exist.",
    rationale: "Where the work goes on from there is not known.",
    severity: .error,
    passing: [
      .workflow(
        "steps: {one: {on_success: two, on_failure: failed}, two: {on_success: completed}}\n")
    ],
    failing: [
      .workflow("steps: {write: {on_success: →reviw, on_failure: →faild}, review: {}}\n"),
      .workflow("initial: →three\n    steps: [one, two]\n"),
      .workflow("initial: →completed\n    steps: [one, two]\n"),
    ],
    check: .workflows)

  static let terminalStepWithSuccessor = Rule(
    id: "terminal-step-with-successor", group: .workflows,
    summary: "A step that ends the workflow says what follows it.",
    rationale: "The workflow ends there, and what was to follow is never done.",
    severity: .error,
    passing: [
      .workflow(
        "steps: {one: {on_failure: tell}, tell: {terminal: true, on_success: completed}}\n"),
      .workflow("steps: {one: {on_failure: failed}, failed: {worker: generic}}\n"),
    ],
    failing: [
      .workflow("steps: {one: {}, two: {terminal: true, on_failure: →one}}\n"),
      .workflow("steps: {one: {}, two: {}, completed: {on_success: →two}}\n"),
    ],
    check: .workflows)

  static let oddRetryLimit = Rule(
    id: "odd-retry-limit", group: .workflows,
    summary: "The number of retries of a step makes no sense.",
    rationale:
      "A number below zero is none, more than 100 tries are no plan, and a failure that leads "
      + "back with no retry leads nowhere.",
    severity: .warning,
    passing: [
      .workflow("steps: {one: {max_retries: 0}, two: {on_failure: one, max_retries: 3}}\n")
    ],
    failing: [
      .workflow("steps: {one: {max_retries: →-1}, two: {max_retries: →101}}\n"),
      .workflow("steps: {one: {}, two: {on_failure: one, max_retries: →0}}\n"),
    ],
    check: .workflows)
}

extension Rule.Check {
  /// Reports the faults that are found with the machine of each workflow.
  static var workflows: Rule.Check {
    .workspace { context, report in
      for fault in context.workflowFaults where fault.rule == report.rule { report(fault) }
    }
  }
}

extension Example {
  /// A configuration with one workflow of the given keys, indented by four; with any further files.
  static func workflow(
    _ text: String, with others: [(path: String, text: String)] = [], line: Int = #line
  ) -> Example {
    .configuration("workflows:\n  release:\n    \(text)", with: others, line: line)
  }
}
