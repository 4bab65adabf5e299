import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering

extension Specctl {
  struct Agents: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show where each agent comes in, and which never do.",
      discussion: """
        Everything is planned, finished tasks included. An agent stands by when features have it \
        and no step is its own; the reason is printed, with what would bring it in.
        """,
      examples: [
        .init(command: "specctl agents", explanation: "every agent with its uses"),
        .init(command: "specctl agents qa-tester", explanation: "one agent with all its tasks"),
        .init(command: "specctl agents --unused", explanation: "only those that no feature has"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of the report.")
    var format: ViewFormat = .text

    @Flag(help: "Only agents that no feature has.")
    var unused = false

    @Flag(help: "Only the names, a line each.")
    var names = false

    @Argument(
      help: "An agent; all without one.", completion: .shellCommand("specctl agents --names"))
    var name: String?

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
      if let name {
        try show(name, in: session.workspace, console)
        return
      }
      var usage = AgentUsage(session.workspace)
      if unused { usage.entries.removeAll { $0.isUsed } }
      if names {
        console.write(usage.entries.map { $0.name + "\n" }.joined())
        return
      }
      switch format {
      case .json: console.write(AgentUsageJSON(usage).text)
      case .text: console.write(AgentUsageText(usage, terminal: console.output).text)
      }
    }

    private func show(_ name: String, in workspace: Workspace, _ console: Console) throws {
      guard workspace.hasAgent(name) else {
        let known = AgentUsage(workspace).entries.map(\.name)
        throw CommandFailure(
          "there is no agent '\(name)'",
          help: nearMiss(to: name, among: known).map { "did you mean '\($0)'?" }
            ?? "'specctl agents' lists the agents")
      }
      console.write(
        format == .json
          ? ShowJSON.agent(name, in: workspace)
          : AgentText(name, in: workspace, terminal: console.output).text)
    }
  }
}
