import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import SpecRules

/// The options that ask for a workflow in place of waves.
struct WorkflowOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Plan the steps of this workflow for each feature.", valueName: "name"))
  var workflow: String?

  @Option(
    help: ArgumentHelp("Find workflow and features by the words of a goal.", valueName: "words"))
  var goal: String?

  init() {}

  var isGiven: Bool { workflow != nil || goal != nil }

  mutating func validate() throws {
    if let goal, goal.utf8.allSatisfy({ $0 <= 0x20 }) {
      throw ValidationError(
        "the goal is empty", help: "say what is to be done, such as '--goal \"fix the order book\"'"
      )
    }
  }

  /// Prints the steps of the workflow that is asked for, or says why there are none.
  func run(
    _ session: Session, features: [String], format: PlanFormat, console: Console
  ) throws {
    _ = try session.planned(features, scope: nil)
    let catalogue = WorkflowCatalogue(session.workspace.configuration)
    let named = try workflow.map { try Self.entry($0, in: catalogue) }
    guard let goal else {
      guard let named else { return }
      try session.checkWorkflow(named, console: console)
      let plan = WorkflowPlan(
        named, for: try session.features(of: named.workflow, asked: features),
        in: session.workspace.withModulesAsFeatures)
      return try write(plan, format, console)
    }
    try run(
      GoalReading(
        goal, in: session.workspace.withModulesAsFeatures, features: features, workflow: named),
      session, format, console)
  }

  private func run(
    _ reading: GoalReading, _ session: Session, _ format: PlanFormat, _ console: Console
  ) throws {
    let features = Set(reading.scope.features.map(\.feature))
    let workspace = session.workspace.withModulesAsFeatures
    if let entry = reading.workflow { try session.checkWorkflow(entry, console: console) }
    let plan = reading.workflow.map { WorkflowPlan($0, for: features, in: workspace) }
    switch format {
    case .json: console.write(GoalReadingJSON.bytes(reading, plan: plan))
    case .text: console.write(GoalReadingText(terminal: console.output).text(reading))
    default: break
    }
    guard let plan, !features.isEmpty else { throw Self.failure(reading) }
    if format == .text { console.write("\n") }
    if format != .json { try write(plan, format, console) }
  }

  private func write(_ plan: WorkflowPlan, _ format: PlanFormat, _ console: Console) throws {
    switch format {
    case .text: console.write(WorkflowText(terminal: console.output).text(plan))
    case .json: console.write(WorkflowJSON.bytes(plan))
    case .mermaid: console.write(WorkflowMermaid.text(plan))
    default:
      throw CommandFailure(
        "a workflow has no form '\(format.rawValue)'", help: "its forms are text, json and mermaid")
    }
  }

  private static func entry(
    _ name: String, in catalogue: WorkflowCatalogue
  ) throws -> WorkflowCatalogue.Entry {
    if let entry = catalogue.named(name) { return entry }
    throw CommandFailure(
      "there is no workflow '\(name)'",
      help: nearMiss(to: name, among: catalogue.names).map { "did you mean '\($0)'?" }
        ?? "the workflows are \(catalogue.names.joined(separator: ", "))")
  }

  private static func failure(_ reading: GoalReading) -> CommandFailure {
    if reading.workflow == nil {
      let tied = reading.detection.tied.map { "'\($0.rawValue)'" }.joined(separator: " or ")
      return CommandFailure(
        tied.isEmpty
          ? "the goal does not say what kind of task it is" : "the kind of the goal can be \(tied)",
        help: "say what is to be done, such as 'fix' or 'speed up', or name a '--workflow'")
    }
    return CommandFailure(
      "the goal names no feature",
      help: "name the features: 'specctl plan FEATURE --goal …'; 'specctl list' lists them")
  }
}

extension Session {
  /// Reports what is wrong with a declared workflow, and fails where it cannot be followed.
  fileprivate func checkWorkflow(_ entry: WorkflowCatalogue.Entry, console: Console) throws {
    guard !entry.isBuiltIn, let configuration = workspace.configuration else { return }
    let selection = RuleSelection(configuration: configuration)
    let found = WorkflowFaults.find(in: entry.workflow, of: configuration.file.path)
      .compactMap { finding -> Finding? in
        guard let setting = selection.setting(finding.rule) else { return nil }
        var finding = finding
        finding.severity = setting.severity
        finding.severityOrigin = setting.origin
        return finding
      }
    guard found.contains(where: { $0.severity > .note }) else { return }
    let outcome = Outcome(
      findings: found, sources: [configuration.file.path: configuration.file],
      fileCount: workspace.files.count, featureCount: workspace.features.count)
    Console.write(TextReporter(terminal: console.talk).text(of: outcome), to: 2)
    if found.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
  }

  /// The features that were asked for, else those that a workflow applies to, else all.
  fileprivate func features(of workflow: Workflow, asked: [String]) throws -> Set<String> {
    if !asked.isEmpty { return Set(asked) }
    let all = Set(workspace.withModulesAsFeatures.features.map(\.name))
    let wanted = all.intersection(workflow.appliesTo.map(\.value))
    guard !all.isEmpty else { throw CommandFailure("there is no feature to plan") }
    return wanted.isEmpty ? all : wanted
  }
}
