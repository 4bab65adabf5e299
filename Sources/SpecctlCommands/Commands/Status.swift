import ArgumentParser
import Diagnostics
import SpecRendering

extension Specctl {
  struct Status: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the progress of every feature.",
      discussion: "Only leaf tasks count; a skipped task counts as finished.",
      examples: [.init(command: "specctl status", explanation: "a bar for each feature")])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of the report.")
    var format: ViewFormat = .text

    @Argument(
      help: "Features to show; all without one.", completion: .shellCommand("specctl list --names"))
    var features: [String] = []

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
      _ = try session.planned(features, scope: nil)
      var overview = WorkspaceOverview(session.workspace)
      if !features.isEmpty {
        overview.features.removeAll { !features.contains($0.name) }
        overview.modules.removeAll { !features.contains($0.name) }
      }
      switch format {
      case .json: console.write(OverviewJSON(overview).text)
      case .text:
        console.write(
          OverviewText(overview, terminal: console.output)
            .status(showsBars: console.outputIsTerminal))
      }
    }
  }
}
