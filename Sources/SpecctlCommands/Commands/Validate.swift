import ArgumentParser
import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

extension Severity: ExpressibleByArgument {}

/// How findings are reported.
enum FindingFormat: String, CaseIterable, ExpressibleByArgument {
  case text, concise, json
}

extension Specctl {
  struct Validate: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check specs, registry, configuration and agents.",
      discussion: """
        Reads the whole workspace and runs every rule of the catalogue. With names or paths, only \
        what lies there is reported. Nothing is ever written.

        A finding can be allowed where it stands: '<!-- specctl: allow RULE: reason -->' in \
        Markdown, '# specctl: allow RULE: reason' in YAML. The configuration sets severities \
        below 'validation: rules:'.
        """,
      aliases: ["check"],
      examples: [
        .init(command: "specctl validate", explanation: "check everything"),
        .init(command: "specctl validate order-book", explanation: "report on one feature"),
        .init(
          command: "specctl validate --rule unknown-agent --format concise",
          explanation: "one rule, one line a finding"),
        .init(command: "specctl validate --fail-on warning", explanation: "strict, for CI"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "How to report.")
    var format: FindingFormat = .text

    @Option(help: "The least severity that makes the exit status 1; the default is error.")
    var failOn: Severity?

    @Option(
      help: ArgumentHelp("Run only this rule; may be repeated.", valueName: "id"),
      completion: .shellCommand("specctl explain --names"))
    var rule: [String] = []

    @Flag(help: "Show notes too.")
    var notes = false

    @Argument(
      help: "Features or paths to report on.",
      completion: .shellCommand("specctl list --names"))
    var targets: [String] = []

    init() {}

    mutating func validate() throws {
      for id in rule where Rule.named(id) == nil {
        throw ValidationError(unknownRule: id)
      }
    }

    mutating func run() async throws {
      let session = try await Session.open(common)
      let configuration = session.workspace.configuration
      let selection = RuleSelection(configuration: configuration, only: rule)
      var outcome = await Validation(selection).outcome(of: session.workspace)
      if !targets.isEmpty {
        let filter = try TargetFilter(targets, in: session)
        outcome.findings.removeAll { !filter.includes($0.path) }
        outcome.fileCount = session.workspace.files.count { filter.includes($0.path) }
        outcome.featureCount = session.workspace.features.count { filter.includes($0.directory) }
      }
      let console = Console(common: common)
      let showsNotes = notes || !rule.isEmpty
      let text =
        switch format {
        case .text:
          TextReporter(terminal: console.output, showsNotes: showsNotes).text(of: outcome)
        case .concise:
          ConciseReporter(showsNotes: showsNotes).text(of: outcome)
        case .json: JSONReporter().text(of: outcome)
        }
      console.write(text)
      if outcome.reaches(failOn ?? configuration?.validation.failOn?.value ?? .error) {
        throw ExitCode.failure
      }
    }
  }
}
