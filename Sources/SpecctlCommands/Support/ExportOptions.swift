import ArgumentParser
import SpecPlanning
import SpecRendering

/// What the formats that other engines run need to know beside the plan.
struct ExportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The shell command that does one step, for the formats that other engines run.",
      valueName: "command"))
  var run: String?

  @Flag(help: "Let a person agree behind the gates of each feature, in these formats.")
  var approval = false

  init() {}

  /// The plan for an engine.
  ///
  /// - Throws: ``CommandFailure`` when there is nothing to run.
  func text(_ plan: Plan, console: Console, _ export: (Plan, StepCommand) -> PlanExport) throws
    -> String
  {
    guard !plan.assignments.isEmpty else { throw CommandFailure("there is no task to plan") }
    let command = StepCommand(run ?? StepCommand.standard, asksForApproval: approval)
    let result = export(plan, command)
    result.warnings.forEach(console.warn)
    return result.text
  }
}
