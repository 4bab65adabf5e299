import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering

extension Specctl {
  struct Agents: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show which agents are used where, and which never.",
      examples: [
        .init(command: "specctl agents", explanation: "every agent with its uses"),
        .init(command: "specctl agents --unused", explanation: "only those that nothing names"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of the report.")
    var format: ViewFormat = .text

    @Flag(help: "Only agents that nothing names.")
    var unused = false

    @Flag(help: "Only the names, a line each.")
    var names = false

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
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
  }
}
