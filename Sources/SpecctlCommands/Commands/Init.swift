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
        """,
      subcommands: [InitFeature.self],
      examples: [
        .init(command: "specctl init", explanation: "a workspace here, with the spec agents"),
        .init(command: "specctl init --agents all --dry-run", explanation: "only say what"),
        .init(command: "specctl init feature order-book", explanation: "a first feature"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(help: "Which of the built-in agents to write.")
    var agents: WorkspaceScaffold.Roster = .spec

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
        throw CommandFailure("cannot read '\(common.root ?? ".")': \(error.phrase)")
      }
      let writing = ScaffoldWriting(root: root, isDryRun: dryRun)
      let report = try writing.write(WorkspaceScaffold(roster: agents).files)
      console.write(report.text(terminal: console.output, isDryRun: dryRun))
      if report.created.isEmpty || dryRun { return }
      console.say("next: specctl init feature NAME")
    }
  }
}
