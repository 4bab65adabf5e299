import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import SpecRules
import SpecWorkspace

/// The forms of a plan.
enum PlanFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, yaml, markdown, csv, kiro
  case mermaid, dot, svg, html
  case githubActions = "github-actions"
  case argo, slurm, ninja

  /// The form that a file's name tells.
  init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "txt": self = .text
    case "json": self = .json
    case "yaml", "yml": self = .yaml
    case "md", "markdown": self = .markdown
    case "csv": self = .csv
    case "mmd", "mermaid": self = .mermaid
    case "dot", "gv": self = .dot
    case "svg": self = .svg
    case "html", "htm": self = .html
    case "ninja": self = .ninja
    default: return nil
    }
  }
}

extension PlanningOrder: ExpressibleByArgument {}

/// The options that say what is planned, and how.
struct PlanningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Plan only this feature; may be repeated.", valueName: "name"),
    completion: .shellCommand("specctl list --names"))
  var feature: [String] = []

  @Option(
    help: ArgumentHelp(
      "Plan only a part: 'system', 'layer/core' or 'module/portfolio'.", valueName: "scope"),
    completion: .shellCommand("specctl list --scopes"))
  var scope: String?

  @Option(
    help: "What silence means: the order written, what files and names tell, or no order at all.")
  var order: PlanningOrder?

  @Option(help: "With --order infer, the least confidence of waits that are found.")
  var confidence: Confidence = .medium

  @Flag(help: "Leave out optional tasks.")
  var noOptional = false

  @Flag(help: "Plan finished tasks too.")
  var includeDone = false

  @Option(
    help: ArgumentHelp("How many steps may run at once in all.", valueName: "number"))
  var maxParallel: Int?

  @Flag(help: "Take paths that differ in letter case alone for one file.")
  var ignoreCase = false

  init() {}

  mutating func validate() throws {
    if let maxParallel, !(1...1_000_000).contains(maxParallel) {
      throw ValidationError(
        "'--max-parallel' is \(maxParallel), where a number from 1 to 1000000 is wanted")
    }
  }

  /// What schedules are made by.
  func scheduleSettings(_ session: Session) -> ScheduleSettings {
    var settings = ScheduleSettings(session.workspace.configuration?.planning ?? .init())
    if let maxParallel { settings.maxParallel = maxParallel }
    return settings
  }

  /// The planner for a workspace, with the features that are asked for.
  ///
  /// In a workspace as it was, what is asked for need not be.
  func planner(
    _ session: Session, features: [String], isFormer: Bool = false
  ) throws -> Planner {
    let names = features + feature
    let selected =
      isFormer
      ? session.formerlyPlanned(names, scope: scope) : try session.planned(names, scope: scope)
    let configured = session.workspace.configuration?.planning.order
    return Planner(
      order: order ?? configured.flatMap { PlanningOrder(rawValue: $0.value) } ?? .document,
      selection: TaskSelection(
        features: selected, includesOptional: !noOptional, includesDone: includeDone),
      leastConfidence: confidence, ignoresCase: ignoreCase ? true : nil)
  }
}

extension Specctl {
  struct PlanCommand: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      commandName: "plan",
      abstract: "Say which task can start when, and which agent gets it.",
      discussion: """
        A wave holds the tasks that can start once all earlier waves are done. Tasks wait for what they declare; where nothing is declared they keep the order written, \
        while features run side by side. Two tasks that name the same file never share a wave. For a \
        workspace that cannot be planned the reason is printed, and the exit status is 1.
        """,
      examples: [
        .init(command: "specctl plan", explanation: "plan the whole workspace"),
        .init(command: "specctl plan order-book --format kiro", explanation: "a waves block"),
        .init(
          command: "specctl plan --order infer --explain",
          explanation: "what files and names tell about order"),
        .init(
          command: "specctl plan --order infer --write-depends --dry-run",
          explanation: "the lines that would say so"),
        .init(
          command: "specctl plan --output plan.json", explanation: "for other tools"),
        .init(
          command: "specctl plan --check plan.json", explanation: "for CI: 1 if it is stale"),
        .init(command: "specctl plan --diff main", explanation: "what a change does to the plan"),
        .init(
          command: "specctl plan --goal \"fix the order book\"",
          explanation: "a workflow with its agents"),
      ])

    @OptionGroup var common: CommonOptions
    @OptionGroup var planning: PlanningOptions
    @OptionGroup var dependencies: DependencyOptions
    @OptionGroup var export: ExportOptions
    @OptionGroup var course: WorkflowOptions
    @OptionGroup var comparison: ComparisonOptions

    @Option(
      name: [.customShort("f"), .customLong("format")],
      help: "The form of the plan; by default the one that the name of the output tells, or text.")
    var givenFormat: PlanFormat?

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Write the plan to a file.", valueName: "file"), completion: .file())
    var output: String?

    @Argument(
      help: "Features to plan; all without one.", completion: .shellCommand("specctl list --names"))
    var features: [String] = []

    init() {}

    private var format: PlanFormat {
      givenFormat ?? output.flatMap { PlanFormat(path: $0) } ?? .text
    }

    mutating func validate() throws {
      let isWholePlan = !dependencies.writeDepends && !dependencies.explain && !course.isGiven
      try export.check(format)
      try comparison.check(format, isWholePlan: isWholePlan)
      if output != nil, !isWholePlan || comparison.isGiven {
        throw ValidationError("'--output' is for whole plans", help: "'> FILE' takes anything else")
      }
    }

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      if dependencies.writeDepends {
        let planner = try planning.planner(session, features: features)
        return try dependencies.write(planner, session, console)
      }
      if course.isGiven {
        return try course.run(
          session, features: try session.named(features + planning.feature, planning.scope),
          format: format, console: console)
      }
      let plan = try planning.plan(session, features: features, console: console)
      if dependencies.explain {
        return console.write(PlanExplanation(terminal: console.output).text(plan))
      }
      let schedule = Schedule(plan, settings: planning.scheduleSettings(session))
      planning.report(
        schedule.deadlineFindings(session.workspace.configuration), session, console)
      let compared = PlanComparison(
        plan: plan, schedule: schedule, format: format, console: console)
      if let path = comparison.check {
        return try compared.check(path) {
          try rendering(of: plan, schedule, session, console, .plain)
        }
      }
      if let revision = comparison.diff {
        return compared.show(
          from: try await planning.formerPlan(
            at: revision, of: session, features: features, console: console), at: revision)
      }
      try write(plan, schedule, session, console)
    }

    private func write(
      _ plan: Plan, _ schedule: Schedule, _ session: Session, _ console: Console
    ) throws {
      guard let output, output != "-" else {
        return console.write(try rendering(of: plan, schedule, session, console, console.output))
      }
      let bytes = try rendering(of: plan, schedule, session, console, .plain)
      do throws(WriteError) {
        try OutputFile.write(bytes, to: output)
      } catch {
        throw CommandFailure(writing: error)
      }
    }

    /// The plan in the form that was asked for.
    private func rendering(
      of plan: Plan, _ schedule: Schedule, _ session: Session, _ console: Console,
      _ terminal: TerminalTraits
    ) throws -> [UInt8] {
      let text =
        switch format {
        case .text: PlanText(terminal: terminal).text(plan, schedule)
        case .json: String(decoding: PlanJSON.bytes(plan, schedule), as: UTF8.self)
        case .yaml: PlanYAML.text(plan, schedule)
        case .markdown: PlanMarkdown.text(PlanPicture(plan, schedule))
        case .csv: PlanCSV.text(plan, schedule)
        case .kiro: try waves(of: plan)
        case .githubActions, .argo, .slurm, .ninja:
          try export.text(
            plan, as: format, maxParallel: planning.scheduleSettings(session).maxParallel,
            console: console)
        case .mermaid: PlanMermaid.text(PlanPicture(plan, schedule))
        case .dot: PlanDot.text(PlanPicture(plan, schedule))
        case .svg: PlanSVG.text(PlanPicture(plan, schedule))
        case .html: PlanPage.text(PlanPicture(plan, schedule))
        }
      return Array(text.utf8)
    }

    private func waves(of plan: Plan) throws -> String {
      // Features that others wait for stand in a plan although none of their tasks do.
      let planned = plan.features.filter { $0.taskCount > 0 }
      guard let feature = planned.first else { throw CommandFailure("there is no task to plan") }
      guard planned.count == 1 else {
        let names = Set(planned.map { RelativePath.split($0.directory).name })
        throw CommandFailure(
          "a waves block is that of one feature, and the plan has \(planned.count)",
          help: names.count == 1
            ? "they have the same name: remove or rename the folder of the others"
            : "name one: 'specctl plan NAME --format kiro'")
      }
      guard let bytes = KiroWaves.bytes(plan, feature: feature.name) else {
        throw CommandFailure("feature '\(feature.name)' has no task to plan")
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}

extension PlanningOptions {
  /// The plan, with a report of what it has to say, or of what keeps it from being made.
  ///
  /// Without `warns` only the latter is reported, for who asks about one task. In a workspace as it was,
  /// what is asked for need not be.
  func plan(
    _ session: Session, features: [String], console: Console, warns: Bool = true,
    isFormer: Bool = false
  ) throws -> Plan {
    let planner = try planner(session, features: features, isFormer: isFormer)
    let faults = session.readingFaults(of: planner.selection)
    let result = faults.isEmpty ? planner.plan(session.workspace) : nil
    if warns || result?.plan == nil {
      report(result?.findings ?? faults, session, console, isFatal: result?.plan == nil)
    }
    guard let plan = result?.plan else { throw ExitCode.failure }
    return plan
  }

  /// Tells on standard error of the findings that are worth it, of those that keep the plan from being
  /// made whatever the configuration sets their rules to.
  func report(_ findings: [Finding], _ session: Session, _ console: Console, isFatal: Bool = false)
  {
    let selection = RuleSelection(configuration: session.workspace.configuration)
    let adjusted = findings.compactMap(selection.adjusted).filter { $0.severity > .note }
    let report = isFatal && adjusted.isEmpty ? findings : adjusted
    guard !report.isEmpty else { return }
    let outcome = Outcome(
      findings: report,
      sources: Dictionary(session.workspace.files.map { ($0.path, $0) }) { first, _ in first },
      fileCount: session.workspace.files.count, featureCount: session.workspace.features.count)
    Console.write(TextReporter(terminal: console.talk).text(of: outcome), to: 2)
  }
}
