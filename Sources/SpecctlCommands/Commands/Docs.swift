import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import SpecRules
import SpecTracing
import SpecWorkspace

/// The forms of a documentation.
enum DocumentationFormat: String, CaseIterable, ExpressibleByArgument {
  case html, markdown
}

extension Specctl {
  struct Docs: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Generate documentation: pages for a browser, or Markdown.",
      discussion: """
        Writes an overview, a page for each feature with its requirements, design and tasks, the \
        matrix of requirements and tasks, the plan, the agents, the findings and the rules. Where \
        'trace' in the configuration or options say which files hold code, tests and results, \
        these and the proof stand beside each criterion. The pages need no server and no network. \
        The same documents give the same bytes.

        Only files that an earlier run wrote are replaced or removed; a folder that holds others \
        under the same names is left alone.
        """,
      examples: [
        .init(command: "specctl docs --out site", explanation: "pages for a browser"),
        .init(
          command: "specctl docs --format markdown --out docs/specs",
          explanation: "Markdown, to be committed"),
        .init(
          command: "specctl docs --format markdown --out docs/specs --check",
          explanation: "for CI: 1 if the committed pages are stale"),
        .init(
          command: "specctl docs --out site --since main",
          explanation: "with a page of what has changed"),
        .init(
          command: "specctl docs --out site --source 'src/**' --test 'tests/**' --junit report.xml",
          explanation: "with code, tests and proof beside each criterion"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("The folder to write to; it is made if need be.", valueName: "dir"),
      completion: .directory)
    var out: String

    @Option(name: .shortAndLong, help: "The form of the pages.")
    var format: DocumentationFormat = .html

    @Option(help: ArgumentHelp("What the documentation is called.", valueName: "words"))
    var title = "Specifications"

    @Option(
      help: ArgumentHelp(
        "Add a page of what has changed since a revision of git.", valueName: "revision"))
    var since: String?

    @OptionGroup var inputs: TraceInputOptions

    @Flag(
      help: "Leave out code, tests and results, also where the configuration says where they are.")
    var documentsOnly = false

    @Flag(help: "Write nothing; exit with 1 if the folder is not up to date.")
    var check = false

    init() {}

    mutating func validate() throws {
      if title.isEmpty { throw ValidationError("'--title' is empty") }
      if out.isEmpty { throw ValidationError("'--out' is empty") }
    }

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      let readings =
        documentsOnly ? TraceReadings() : try await inputs.read(session, console)
      let contents = try await contents(session, readings)
      let files =
        switch format {
        case .html: await Site(contents).files()
        case .markdown: await MarkdownSite(contents, root: wayToRoot(session)).files()
        }
      let output = SiteOutput(folder: out, console: console)
      if check { try output.check(files) } else { try output.write(files) }
    }

    /// The way from the folder that is written to the root of the workspace, where the one is in the other.
    private func wayToRoot(_ session: Session) -> String? {
      guard let current = try? WorkspaceLocator.currentDirectory() else { return nil }
      var known = (out.hasPrefix("/") ? out : current + "/" + out)[...]
      var depth = 0
      // The folder need not be there yet: the nearest one above that is says where it will be.
      while true {
        if let folder = WorkspaceLocator.relative(String(known), to: session.root) {
          return String(repeating: "../", count: folder.split(separator: "/").count + depth)
        }
        guard let slash = known.lastIndex(of: "/"), slash > known.startIndex else { return nil }
        if !known[slash...].dropFirst().isEmpty, known[slash...] != "/." { depth += 1 }
        known = known[..<slash]
      }
    }

    private func contents(
      _ session: Session, _ readings: TraceReadings
    ) async throws -> SiteContents {
      let workspace = session.workspace
      async let trace = TraceReport(
        workspace, files: readings.files, results: readings.results, inputs: readings.inputs)
      async let usage = AgentUsage(workspace)
      let check = WorkspaceCheck(only: [], profile: nil, filter: nil, folder: "")
      async let outcome = check.outcome(of: workspace)
      let (plan, faults) = session.wholePlan()
      let schedule = plan.map { Schedule($0, settings: session.scheduleSettings) }
      return SiteContents(
        title: title, workspace: workspace, outcome: await outcome,
        trace: await trace, plan: plan, schedule: schedule, planFaults: faults,
        usage: await usage,
        sources: readings.sources,
        changes: try await changes(session, plan, schedule))
    }

    private func changes(
      _ session: Session, _ plan: Plan?, _ schedule: Schedule?
    ) async throws -> SiteChanges? {
      guard let since else { return nil }
      let former: Session
      do throws(GitRepository.Failure) {
        let repository = try GitRepository(around: session.root)
        former = await Session.open(
          session.root, try GitSource(repository, .commit(try repository.commit(since))))
      } catch {
        throw CommandFailure(error.message, help: error.help)
      }
      var difference: PlanDifference?
      if let plan, let schedule, let old = former.wholePlan().plan {
        difference = PlanDifference(
          from: PlanSummary(old, Schedule(old, settings: former.scheduleSettings)),
          to: PlanSummary(plan, schedule))
      }
      return SiteChanges(revision: since, former: former.workspace, plan: difference)
    }
  }
}
