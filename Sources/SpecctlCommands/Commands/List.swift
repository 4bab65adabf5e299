import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering

/// The two forms of what is looked at.
enum ViewFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

extension Specctl {
  struct List: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the features and modules.",
      aliases: ["ls"],
      examples: [
        .init(command: "specctl list", explanation: "a line for each feature"),
        .init(command: "specctl list --format json", explanation: "for other tools"),
        .init(command: "specctl list --scopes", explanation: "what 'plan --scope' takes"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of the list.")
    var format: ViewFormat = .text

    @Flag(help: "Only the names, a line each.")
    var names = false

    @Flag(help: "Only the scopes of plans, a line each.")
    var scopes = false

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      if scopes {
        console.write(PlanScopes(session.workspace).names.map { $0 + "\n" }.joined())
        return
      }
      session.warnOfUnreadable(console)
      let overview = WorkspaceOverview(session.workspace)
      if names {
        let names = overview.features.map(\.name) + overview.modules.map(\.name)
        console.write(names.map { $0 + "\n" }.joined())
      } else if format == .json {
        console.write(OverviewJSON(overview).text)
      } else {
        console.write(OverviewText(overview, terminal: console.output).list)
      }
    }
  }
}
