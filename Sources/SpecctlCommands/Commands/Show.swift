import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering

extension Specctl {
  struct Show: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a feature, a task or an agent.",
      examples: [
        .init(command: "specctl show order-book", explanation: "requirements, tasks, agents"),
        .init(command: "specctl show order-book/2.1", explanation: "one task"),
        .init(command: "specctl show qa-tester", explanation: "an agent and where it is used"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of what is shown.")
    var format: ViewFormat = .text

    @Argument(
      help: "A feature, a task ('feature/id' or an id) or an agent.",
      completion: .shellCommand("specctl list --names"))
    var name: String

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
      let workspace = session.workspace
      if let feature = workspace.features.first(where: { $0.name == name }) {
        console.write(
          format == .json
            ? ShowJSON.feature(feature, in: workspace)
            : FeatureText(feature, in: workspace, terminal: console.output).text)
      } else if let module = workspace.moduleFeatures.firstIndex(where: { $0.name == name }) {
        console.write(
          format == .json
            ? ShowJSON.feature(workspace.moduleFeatures[module], in: workspace)
            : ModuleText(module, in: workspace, terminal: console.output).text)
      } else if workspace.hasAgent(name) {
        console.write(
          format == .json
            ? ShowJSON.agent(name, in: workspace)
            : AgentText(name, in: workspace, terminal: console.output).text)
      } else if !session.tasks(name).isEmpty {
        let (feature, task) = try session.oneTask(name)
        console.write(
          format == .json
            ? ShowJSON.task(task.id, of: feature)
            : TaskText(task, of: feature, terminal: console.output).text)
      } else {
        // What has the form of a task gets the answer of a task.
        if name.contains("/") { _ = try session.oneTask(name) }
        let known =
          workspace.features.map(\.name) + workspace.moduleFeatures.map(\.name)
          + workspace.agents.map(\.identity)
        throw CommandFailure(
          "there is no feature, task or agent '\(name)'",
          help: nearMiss(to: name, among: known).map { "did you mean '\($0)'?" }
            ?? "'specctl list' lists the features, 'specctl agents' the agents")
      }
    }
  }
}
