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

  /// Refuses what would be ignored, and a command that would do nothing and succeed.
  func check(_ format: PlanFormat) throws {
    if !format.isRunByEngines, run != nil || approval {
      throw ValidationError(
        "'\(run == nil ? "--approval" : "--run")' means nothing for '\(format.rawValue)'",
        help: "it is for plans that other engines run, such as '--format ninja'")
    }
    if let run, run.utf8.allSatisfy({ $0 <= 0x20 }) {
      throw ValidationError("the command of '--run' is empty")
    }
  }

  /// The plan for an engine; empty for the other formats.
  ///
  /// - Throws: ``CommandFailure`` when there is nothing to run.
  func text(
    _ plan: Plan, as format: PlanFormat, maxParallel: Int?, console: Console
  ) throws -> String {
    guard !plan.assignments.isEmpty else { throw CommandFailure("there is no task to plan") }
    let settings = ExportSettings(
      command: run ?? ExportSettings.standardCommand, asksForApproval: approval,
      maxParallel: maxParallel)
    guard let result = format.export(plan, settings) else { return "" }
    result.warnings.forEach(console.warn)
    return result.text
  }
}

extension PlanFormat {
  /// Whether another engine carries out what is written.
  var isRunByEngines: Bool {
    switch self {
    case .githubActions, .argo, .slurm, .ninja: true
    default: false
    }
  }

  /// The plan in the language of an engine; `nil` for formats that no engine runs.
  func export(_ plan: Plan, _ settings: ExportSettings) -> PlanExport? {
    switch self {
    case .githubActions: GitHubActionsExport.export(plan, settings: settings)
    case .argo: ArgoExport.export(plan, settings: settings)
    case .slurm: SlurmExport.export(plan, settings: settings)
    case .ninja: NinjaExport.export(plan, settings: settings)
    default: nil
    }
  }
}
