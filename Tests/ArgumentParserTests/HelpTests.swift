import ArgumentParser
import Testing

struct HelpTests {
  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["-vh"], ["--bogus", "--help"], ["--root", "--help"],
    ["--help", "plan"],
  ])
  func rootShowsItsHelp(_ arguments: [String]) {
    #expect {
      try Demo.parseAsRoot(arguments)
    } throws: { error in
      Demo.exitCode(for: error).isSuccess
        && Demo.fullMessage(for: error) + "\n" == Demo.helpMessage()
    }
  }

  @Test(arguments: [
    ["plan", "--help"], ["plan", "a", "-h"], ["help", "plan"], ["plan", "--limit", "x", "-h"],
    ["plan", "--bogus", "-h"],
  ])
  func subcommandShowsItsHelp(_ arguments: [String]) {
    #expect {
      try Demo.parseAsRoot(arguments)
    } throws: { error in
      Demo.exitCode(for: error).isSuccess
        && Demo.fullMessage(for: error) + "\n" == Demo.helpMessage(for: Demo.Plan.self)
    }
  }

  @Test func helpAfterTheTerminatorIsAnArgument() throws {
    #expect(try parsed("plan", "--", "--help", as: Demo.Plan.self)?.features == ["--help"])
  }

  @Test func showsTheVersion() throws {
    #expect(shown("--version") == "1.2.3")
    #expect(shown("plan", "--version") == "1.2.3")
    #expect(try #require(failure("--version")).1 == .success)
  }

  @Test func showsTheVersionAsJSONWhereAProgramHasThat() {
    struct Told: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Tell.", version: "1.2.3", versionReport: { "{\"told\": true}" })
      @Flag var loud = false
    }
    func shown(_ arguments: [String]) -> String {
      do {
        return "parsed \(try Told.parseAsRoot(arguments))"
      } catch {
        return Told.fullMessage(for: error)
      }
    }
    #expect(shown(["--version"]) == "1.2.3")
    #expect(shown(["--version", "--json"]) == "{\"told\": true}")
    #expect(shown(["--loud", "--version", "--json"]) == "{\"told\": true}")
    #expect(shown(["--loud", "--version"]) == "1.2.3")
    #expect(shown(["--json"]).hasPrefix("error: unknown option '--json'"))
    #expect(shown(["--help"]).contains("With '--json' behind it"))
    #expect(ArgumentParserTests.shown("--version", "--json") == "1.2.3")
    #expect(!Demo.helpMessage().contains("--json"))
  }

  @Test func rootHelpIsLaidOutInColumns() {
    #expect(
      Demo.helpMessage() == """
        OVERVIEW: Keep specs in order.

        USAGE: demo [--root <directory>] [--verbose] <subcommand>

        OPTIONS:
          --root <directory>      The directory to work in.
          -v, --verbose           Say what is done.
          --version               Show the version.
          -h, --help              Show help information.

        SUBCOMMANDS:
          plan                    Plan features.
          check, validate         Check specs against the rules.
          feature                 Handle features.
          help                    Show subcommand help information.

          See 'demo help <subcommand>' for detailed help.

        EXAMPLES:
          demo plan export
              Plan one feature.
          demo check --format json > findings.json
              Write all findings to a file that other programs can read, whatever their
              severity is.

        """)
  }

  @Test func commandHelpListsValuesDefaultsAndGroups() {
    #expect(
      Demo.helpMessage(for: Demo.Plan.self) == """
        OVERVIEW: Plan features.

        Tasks become waves. This paragraph is long enough to be wrapped at eighty
        columns, café 🙂.

          demo plan a b

        USAGE: demo plan [--root <directory>] [--verbose] [<features> ...]
               [--order <order>] [--limit <limit>] [--tag <tag> ...]
               [--optional|--no-optional]

        ARGUMENTS:
          <features>              The features to plan.

        COMMON OPTIONS:
          --root <directory>      The directory to work in.
          -v, --verbose           Say what is done.

        OPTIONS:
          -o, --order <order>     What silence about order means. (values: document,
                                  infer, declared; default: document)
          -l, --limit <limit>     How many run at once. (default: 4)
          --tag <tag>             A tag; may be repeated.
          --optional/--no-optional
                                  Plan optional tasks too. (default: on)
          -h, --help              Show help information.

        """)
  }

  @Test func flagsOfAnEnumerationAreListedOneByOne() {
    let help = Demo.helpMessage(for: Demo.Check.self)
    #expect(help.contains("\n  -q, --quiet             How much to say.\n  --loud    "))
    #expect(!help.contains("--normal"))
    #expect(help.contains("USAGE: demo check <file> [<second>] --format <format> "))
  }

  @Test func hiddenThingsAreShownOnRequestOnly() {
    #expect(!Demo.helpMessage(for: Demo.Plan.self).contains("--secret"))
    #expect(Demo.helpMessage(for: Demo.Plan.self, includeHidden: true).contains("--secret"))
    #expect(!Demo.helpMessage().contains("internals"))
    #expect(Demo.helpMessage(includeHidden: true).contains("internals"))
  }

  @Test func helpOfAGroupMarksTheDefaultAndPointsToItsSubcommands() {
    let help = Demo.helpMessage(for: Demo.Feature.self)
    #expect(help.contains("\n  list (default)          List features.\n"))
    #expect(help.contains("See 'demo help feature <subcommand>' for detailed help."))
  }

  @Test(arguments: [40, 80, 120])
  func noLineIsWiderThanTheColumns(_ columns: Int) {
    for command in [Demo.self, Demo.Plan.self, Demo.Check.self] as [any ParsableCommand.Type] {
      let help = Demo.helpMessage(for: command, columns: columns)
      for line in help.split(separator: "\n") where !line.hasPrefix("  demo ") {
        #expect(line.count <= max(columns, 50))
      }
    }
  }
}

struct DescriptionTests {
  @Test func coversTheWholeTree() throws {
    let description = CommandDescription(of: Demo.self)
    #expect(
      description.subcommands.map(\.name) == ["plan", "check", "feature", "internals", "help"])
    let feature = description.subcommands[2]
    #expect(
      feature.subcommands.map(\.fullName) == [
        "demo feature add", "demo feature list", "demo feature sync",
      ])
    #expect(feature.subcommands.map(\.isDefault) == [false, true, false])
    let order = try #require(
      description.subcommands[0].arguments.first { $0.valueName == "order" })
    #expect(order.kind == .option)
    #expect(order.names == [.short("o"), .long("order")])
    #expect(order.defaultValue == "document")
    #expect(order.completion == .list(["document", "infer", "declared"]))
    #expect(description.subcommands[3].isHidden)
  }
}
