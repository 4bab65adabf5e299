import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering

/// The two forms of what is looked at.
enum ViewFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

extension Specctl {
  struct List: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the features.",
      aliases: ["ls"],
      examples: [.init(command: "specctl list --format json", explanation: "for other tools")])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of the list.")
    var format: ViewFormat = .text

    @Flag(help: "Only the names, a line each.")
    var names = false

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
      let overview = WorkspaceOverview(session.workspace)
      if names {
        console.write(overview.features.map { $0.name + "\n" }.joined())
      } else if format == .json {
        console.write(OverviewJSON(overview).text)
      } else {
        console.write(OverviewText(overview, terminal: console.output).list)
      }
    }
  }
}
