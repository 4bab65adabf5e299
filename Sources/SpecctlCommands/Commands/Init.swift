import ArgumentParser
import Diagnostics
import SpecRendering
import SpecWorkspace

extension WorkspaceScaffold.Roster: ExpressibleByArgument {}

extension Specctl {
  struct Init: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a workspace, or a feature in it.",
      discussion: """
        Writes the configuration, the registry, the templates of documents and a roster of agents \
        below '.claude/'. What is there already is never overwritten.

        With '--ci' also a pipeline that checks the specs, in the git repository around the \
        workspace: '.github/workflows/specs.yml', or '.gitlab/specs.yml' with a '.gitlab-ci.yml' \
        that includes it. A workspace that is in use already gets the pipeline only.
        """,
      subcommands: [InitFeature.self],
      examples: [
        .init(command: "specctl init", explanation: "a workspace here, with the spec agents"),
        .init(command: "specctl init --agents all --dry-run", explanation: "only say what"),
        .init(command: "specctl init --ci github", explanation: "a workflow that checks the specs"),
        .init(command: "specctl init feature order-book", explanation: "a first feature"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(help: "Which of the built-in agents to write.")
    var agents: WorkspaceScaffold.Roster = .spec

    @Option(
      help: ArgumentHelp("Write a pipeline that checks the specs too.", valueName: "service"))
    var ci: PipelineScaffold.Service?

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    init() {}

    mutating func run() async throws {
      let console = Console(common: common)
      let root: String
      do throws(FileError) {
        if let named = common.root {
          root = try WorkspaceLocator.root(named: named)
        } else {
          root = try WorkspaceLocator.currentDirectory()
        }
      } catch {
        let folder = common.root ?? "."
        throw CommandFailure(
          "cannot read '\(folder)': \(error.phrase)",
          help: error == .missing ? "make it first: 'mkdir -p \(folder)'" : nil)
      }
      let workspace = WorkspaceScaffold(roster: agents).files
      if let ci { return try await write(ci, workspace, root, console) }
      let writing = ScaffoldWriting(root: root, isDryRun: dryRun)
      let report = try writing.write(workspace)
      console.write(report.text(terminal: console.output, isDryRun: dryRun))
      if report.created.isEmpty || dryRun { return }
      if let above = try? Self.workspace(above: root) {
        console.warn("'\(above)' is a workspace too; commands that are run here see only this one")
      }
      console.say("next: specctl init feature NAME")
    }

    /// The workspace in which another one has been made, if there is one.
    private static func workspace(above root: String) throws -> String? {
      let parent = RelativePath.split(root).directory
      let home = Console.environment("HOME")
      // A walk that starts in the home directory would take the settings there for a workspace.
      if let home, try WorkspaceLocator.root(named: home) == parent { return nil }
      return try WorkspaceLocator.root(from: parent, home: home)
    }

    private func write(
      _ service: PipelineScaffold.Service, _ workspace: [ScaffoldFile], _ root: String,
      _ console: Console
    ) async throws {
      let pipeline = try PipelineWriting(service, workspace: root)
      let source: DiskSource
      do throws(FileError) {
        source = try DiskSource(root: root)
      } catch {
        throw CommandFailure("cannot read '\(root)': \(error.phrase)")
      }
      let isInUse = await Session.open(root, source).workspace.isInUse
      let report = try ScaffoldWriting(root: pipeline.repository, isDryRun: dryRun)
        .write(pipeline.files(with: isInUse ? [] : workspace))
      console.write(report.text(terminal: console.output, isDryRun: dryRun))
      if dryRun { return }
      for step in pipeline.nextSteps(report) { console.say(step) }
      if !isInUse { console.say("next: specctl init feature NAME") }
    }
  }
}
