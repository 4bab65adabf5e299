import ArgumentParser

/// A small command tree with one of everything.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep specs in order.", version: "1.2.3",
    subcommands: [Plan.self, Check.self, Feature.self, Internals.self],
    examples: [
      .init(command: "demo plan export", explanation: "Plan one feature."),
      .init(
        command: "demo check --format json > findings.json",
        explanation:
          "Write all findings to a file that other programs can read, whatever their severity is."),
    ])

  @OptionGroup var common: Common

  struct Common: ParsableArguments {
    @Option(
      help: ArgumentHelp("The directory to work in.", valueName: "directory"),
      completion: .directory)
    var root: String?

    @Flag(name: .shortAndLong, help: "Say what is done.")
    var verbose = false
  }

  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Plan features.",
      discussion: """
        Tasks become waves. This paragraph is long enough to be wrapped at eighty columns, café 🙂.

          demo plan a b
        """)

    @OptionGroup(title: "Common options") var common: Common

    @Argument(help: "The features to plan.", completion: .shellCommand("echo \"$DEMO_NAMES\""))
    var features: [String] = []

    @Option(name: .shortAndLong, help: "What silence about order means.")
    var order: Order = .document

    @Option(name: [.customLong("limit"), .customShort("l")], help: "How many run at once.")
    var parallelLimit = 4

    @Option(help: "A tag; may be repeated.") var tag: [String] = []

    @Flag(inversion: .prefixedNo, help: "Plan optional tasks too.") var optional = true

    @Option(help: .hidden) var secret: String?

    /// A property that is no argument.
    var note = "kept"

    mutating func validate() throws {
      if parallelLimit < 1 { throw ValidationError("'--limit' must be at least 1") }
    }
  }

  enum Order: String, CaseIterable, ExpressibleByArgument {
    case document, infer, declared
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check specs against the rules.", aliases: ["validate"],
      examples: [
        .init(command: "demo check", explanation: "Fail."),
        .init(command: "demo check --format json > findings.json", explanation: "Check."),
      ])

    @Argument(help: "The file to check.", completion: .file(extensions: ["md", "yaml"]))
    var file: String

    @Argument var second: Int?

    @Option(help: "How to report.") var format: Format
    @Option var ratio = 0.5
    @Option var strict: Bool?
    @Flag(help: "How much to say.") var volume: Volume = .normal
    @Flag(inversion: .prefixedNo) var color: Bool?

    mutating func run() async throws {
      throw CleanExit.message("checked \(file)")
    }
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
    case gitHub = "github"
  }

  enum Volume: EnumerableFlag {
    case quiet, normal, loud

    static func name(for value: Volume) -> NameSpecification {
      value == .quiet ? .shortAndLong : .long
    }

    static func help(for value: Volume) -> ArgumentHelp? {
      value == .normal ? .hidden : nil
    }
  }

  struct Feature: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Handle features.", subcommands: [Add.self, List.self, Sync.self],
      defaultSubcommand: List.self
    )

    @Flag var dry = false

    struct Add: ParsableCommand {
      static let configuration = CommandConfiguration(abstract: "Add a feature.")
      @Argument var name: String
    }

    struct Sync: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Sync features.", subcommands: [Now.self], defaultSubcommand: Now.self)

      struct Now: ParsableCommand {
        @Option(completion: .shellCommand("printf 'a:b\\n'")) var server: String?
      }
    }

    struct List: ParsableCommand {
      static let configuration = CommandConfiguration(abstract: "List features.")
      @Flag var long = false
      @Argument var pattern: String?
    }
  }

  struct Internals: ParsableCommand {
    static let configuration = CommandConfiguration(shouldDisplay: false)
    @Argument(help: "Numbers.") var numbers: [Int]
  }
}

/// What people see of a failed parse of the demo.
func shown(_ arguments: String...) -> String {
  do {
    let command = try Demo.parseAsRoot(arguments)
    return "parsed \(command)"
  } catch {
    return Demo.fullMessage(for: error)
  }
}

/// The first line of what people see, and the status.
func failure(_ arguments: String...) -> (String, ExitCode)? {
  do {
    _ = try Demo.parseAsRoot(arguments)
    return nil
  } catch {
    return (Demo.message(for: error), Demo.exitCode(for: error))
  }
}

/// The command of a type to which arguments lead.
func parsed<Command: ParsableCommand>(
  _ arguments: String..., as type: Command.Type = Command.self
) throws -> Command? {
  try Demo.parseAsRoot(arguments) as? Command
}
