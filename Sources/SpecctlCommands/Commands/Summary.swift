import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import SpecWorkspace

extension Specctl {
  struct Summary: AsyncParsableCommand, SpecctlCommand {
    /// The forms of a summary.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case markdown, text, json
    }

    static let configuration = CommandConfiguration(
      abstract: "Sum up where the workspace stands, for the page of a CI job.",
      discussion: """
        Tells the verdict of 'validate' with the most severe findings, the progress of every \
        feature, how much of the requirements the tasks cite, which tasks can start now and with \
        which agent, and with '--since' what a change does to the plan.

        Markdown is for the page of a job or a comment on a change: nothing in a document can add \
        markup, links or mentions to it, and what has no room is counted. The exit status is 0 \
        whatever is found: 'validate' judges, this reports.
        """,
      examples: [
        .init(command: "specctl summary", explanation: "Markdown on standard output"),
        .init(command: "specctl summary --format text", explanation: "for a terminal"),
        .init(
          command: "specctl summary --since origin/main --output summary.md",
          explanation: "with what a branch does to the plan"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of the summary.")
    var format: Format = .markdown

    @Option(
      help: ArgumentHelp(
        "Tell what is different from the plan of a git revision, from where the branches parted.",
        valueName: "revision"))
    var since: String?

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"),
      completion: .file())
    var output: String?

    @Option(help: "The least severity that counts as failed; the default is that of 'validate'.")
    var failOn: Severity?

    @Option(
      help: ArgumentHelp("Leave out the findings that are listed in this file.", valueName: "file"),
      completion: .file())
    var baseline: String?

    @Option(
      help: ArgumentHelp("The most bytes of Markdown, from 20000 to 1000000.", valueName: "number"))
    var maxBytes = 60_000

    @Flag(help: "List notes too.")
    var notes = false

    init() {}

    mutating func validate() throws {
      guard (SummaryMarkdown.leastBytes...1_000_000).contains(maxBytes) else {
        throw ValidationError(
          "'--max-bytes' is \(maxBytes), where a number from \(SummaryMarkdown.leastBytes) to "
            + "1000000 is wanted")
      }
    }

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      let terminal = output == nil ? console.output : .plain
      var check = WorkspaceCheck(only: [], profile: nil, filter: nil, folder: session.folder)
      let known = BaselineFile(named: baseline)
      if let path = try known.path(session) { check.baseline = try known.read(path) }
      let configured = session.workspace.configuration?.validation.failOn?.value
      let (plan, faults) = session.wholePlan()
      let schedule = plan.map { Schedule($0, settings: session.scheduleSettings) }
      var summary = await WorkspaceSummary(
        session.workspace, await check.outcome(of: session.workspace),
        threshold: failOn ?? configured ?? .error,
        plan: plan, schedule: schedule, planFaults: faults.count)
      var failure: CommandFailure?
      if let since {
        do {
          let change = try await session.change(of: plan, schedule, since: since)
          summary.change = (since, change)
        } catch let error as CommandFailure {
          // The rest is worth having all the same.
          summary.change = (since, .unknown(error.message))
          failure = error
        }
      }
      let text =
        switch format {
        case .markdown: SummaryMarkdown(byteLimit: maxBytes, showsNotes: notes).text(summary)
        case .text: SummaryText(terminal: terminal, showsNotes: notes).text(summary)
        case .json: SummaryJSON.text(summary)
        }
      try write(text, console)
      if let failure { throw failure }
    }

    private func write(_ text: String, _ console: Console) throws {
      guard let output, output != "-" else { return console.write(text) }
      do throws(WriteError) {
        try OutputFile.write(Array(text.utf8), to: output)
      } catch {
        throw CommandFailure(writing: error)
      }
    }
  }
}
