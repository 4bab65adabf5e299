import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering
import SpecWorkspace

extension ImportSource: ExpressibleByArgument {}

extension Specctl {
  struct Import: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring features of other tools into '.claude/specs'.",
      discussion: """
        specctl reads the features of Kiro, cc-sdd, spec-workflow, Spec Kit and OpenSpec where they \
        stand; nobody has to import anything. 'import' is for those who want to go on in \
        '.claude/specs': it writes requirements.md, design.md and tasks.md there and registers the \
        features. Without a source it only lists what it finds.

        Documents in the same grammar are copied byte for byte. Of Spec Kit and OpenSpec, stories, \
        scenarios and deltas become requirements and criteria in the same words. What is not \
        carried over is listed. Nothing is overwritten, and the source is left alone. The exit status \
        is 1 when a feature cannot be imported; the others are.
        """,
      examples: [
        .init(command: "specctl import", explanation: "what there is, and what it would become"),
        .init(command: "specctl import kiro --dry-run", explanation: "only say what"),
        .init(command: "specctl import spec-kit 001-photo-albums", explanation: "one feature"),
        .init(
          command: "specctl import openspec --from ../shop --diff",
          explanation: "of another project; what would change in its documents"),
      ])

    @OptionGroup var common: CommonOptions

    @Argument(help: "The tool whose features to import; without it, they are only listed.")
    var source: ImportSource?

    @Argument(help: ArgumentHelp("The features, by the names of their folders; all without."))
    var features: [String] = []

    @Option(
      help: ArgumentHelp("The project to import from, instead of this one.", valueName: "dir"),
      completion: .directory)
    var from: String?

    @Option(
      name: .customLong("as"),
      help: ArgumentHelp("The name of the one feature that is imported.", valueName: "name"))
    var newName: String?

    @Option(
      help: ArgumentHelp("The primary agent of the features.", valueName: "name"),
      completion: .shellCommand("specctl agents --names"))
    var agent: String?

    @Flag(help: "Import the specifications of OpenSpec too: features without tasks.")
    var specs = false

    @Flag(help: "Say what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Show how documents would differ from those of the source, and write nothing.")
    var diff = false

    init() {}

    mutating func validate() throws {
      if newName != nil, features.count != 1 {
        throw ValidationError("'--as' names one feature", help: "name the feature to import")
      }
      if let newName {
        do throws(FeatureNameError) {
          _ = try FeatureName(newName)
        } catch {
          throw ValidationError(error.message, help: error.help)
        }
      }
    }

    mutating func run() async throws {
      let console = Console(common: common)
      let target = try await Session.openHere(common)
      let origin = if let from { try await Session.open(named: from) } else { target }
      let planning = ImportPlanning(target: target, origin: origin, withCapabilities: specs)
      guard let source else { return try list(planning, console) }
      let items = try ImportSelection(source, features, as: newName).items(of: planning)
      if let agent {
        try FeatureCreation(session: target, isForced: false, isDryRun: true).checkAgent(agent)
      }
      let writing = try ImportWriting(items, planning, agent: agent)
      if diff { return console.write(writing.difference(showsColor: console.output.showsColor)) }
      if !dryRun { try writing.write() }
      let report = writing.report(isDryRun: dryRun, console.output)
      console.write(report.text)
      writing.talk(isDryRun: dryRun, console)
      if !writing.isComplete { throw ExitCode.failure }
    }

    private func list(_ planning: ImportPlanning, _ console: Console) throws {
      let registry = try RegistryAdditions(planning.target.workspace)
      let all = try planning.items()
      let items = all.filter { $0.state != .inPlace || !registry.knows($0.name) }
      guard let first = items.first else {
        let known = all.isEmpty ? "no features of other tools here" : "all features are registered"
        console.say("nothing to import: \(known)")
        if all.isEmpty, from == nil { console.advise("'--from DIR' looks into another project") }
        return
      }
      console.write(
        ImportReport.overview(
          of: items, isRegistered: { registry.knows($0.name) }, terminal: console.output))
      let wanted = items.first { $0.state == .new } ?? first
      let place = from.map { " --from \($0)" } ?? ""
      console.say("next: specctl import \(wanted.candidate.source.rawValue)\(place) --dry-run")
    }
  }
}

extension Session {
  /// The workspace here or above, else the current directory, where one may begin.
  fileprivate static func openHere(_ common: CommonOptions) async throws -> Session {
    if common.root != nil { return try await open(common) }
    let place: String
    do throws(FileError) {
      let current = try WorkspaceLocator.currentDirectory()
      let root = try WorkspaceLocator.root(from: current, home: Console.environment("HOME"))
      place = root ?? current
    } catch {
      throw CommandFailure("cannot look for a workspace: \(error.phrase)")
    }
    return try await open(named: place)
  }

  /// The workspace in a directory.
  fileprivate static func open(named directory: String) async throws -> Session {
    let root: String
    let source: DiskSource
    do throws(FileError) {
      root = try WorkspaceLocator.root(named: directory)
      source = try DiskSource(root: root)
    } catch {
      throw CommandFailure("cannot read '\(directory)': \(error.phrase)")
    }
    return await open(root, source)
  }
}
