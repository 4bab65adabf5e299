import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering
import SpecWorkspace
import YAMLSyntax

extension Specctl {
  struct InitFeature: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      commandName: "feature",
      abstract: "Scaffold a feature and register it.",
      discussion: """
        Writes requirements.md, design.md and tasks.md from the workspace's templates, else from \
        the built-in ones, and adds the feature to the registry; comments and order of the \
        registry stay as they are.
        """,
      examples: [
        .init(command: "specctl init feature order-book", explanation: "with the defaults"),
        .init(
          command: "specctl init feature price-feed --agent data-engineer --qa qa-tester",
          explanation: "with agents"),
        .init(
          command: "specctl init feature order-export --depends-on order-book --architecture",
          explanation: "after another feature, with a fourth document"),
      ])

    @OptionGroup var common: CommonOptions

    @Argument(help: "The name, in kebab-case.") var name: String

    @Option(help: "The title; made from the name without it.")
    var title: String?

    @Option(
      help: ArgumentHelp("The primary agent.", valueName: "name"),
      completion: .shellCommand("specctl agents --names"))
    var agent: String?

    @Option(
      help: ArgumentHelp("A supporting agent; may be repeated.", valueName: "name"),
      completion: .shellCommand("specctl agents --names"))
    var supporting: [String] = []

    @Option(
      help: ArgumentHelp("An agent that verifies; may be repeated.", valueName: "name"),
      completion: .shellCommand("specctl agents --names"))
    var qa: [String] = []

    @Option(help: ArgumentHelp("The layer that the feature belongs to.", valueName: "name"))
    var layer: String?

    @Option(
      help: ArgumentHelp("A feature that must be done first; may be repeated.", valueName: "name"),
      completion: .shellCommand("specctl list --names"))
    var dependsOn: [String] = []

    @Flag(help: "Write architecture.md too.")
    var architecture = false

    @Flag(help: "Write documents anew that exist.")
    var force = false

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    init() {}

    mutating func validate() throws {
      do throws(FeatureNameError) {
        _ = try FeatureName(name)
      } catch {
        throw ValidationError(error.message, help: error.help)
      }
    }

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      let creation = FeatureCreation(session: session, isForced: force, isDryRun: dryRun)
      for name in dependsOn { try creation.checkFeature(name) }
      for name in [agent].compactMap({ $0 }) + supporting + qa { try creation.checkAgent(name) }
      var scaffold = FeatureScaffold(name: name, title: title)
      scaffold.primaryAgent = agent ?? creation.defaultAgent
      scaffold.supportingAgents = supporting
      scaffold.qaAgents = qa
      scaffold.layer = layer
      scaffold.dependsOn = dependsOn
      scaffold.hasArchitecture = architecture
      let report = try creation.create(scaffold)
      console.write(report.text(terminal: console.output))
      if !dryRun { console.say("next: edit the documents, then specctl validate \(name)") }
    }
  }
}
