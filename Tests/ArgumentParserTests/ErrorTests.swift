import ArgumentParser
import Testing

struct ErrorTests {
  @Test(arguments: [
    (["plan", "--ordr", "infer"], "unknown option '--ordr'"),
    (["plan", "-x"], "unknown option '-x'"),
    (["plan", "-vx"], "unknown option '-x' in '-vx'"),
    (["plan", "--order"], "missing value for '--order <order>'"),
    (["plan", "--order", "--tag", "x"], "missing value for '--order <order>'"),
    (["plan", "-o"], "missing value for '--order <order>'"),
    (["plan", "--verbose=yes"], "'--verbose' takes no value, but 'yes' was given"),
    (["plan", "-v=yes"], "'-v' takes no value, but 'yes' was given"),
    (["plna"], "unknown subcommand 'plna'"),
    (["feature", "add", "a", "b"], "unexpected argument 'b'"),
    (["feature", "add", "a", "b", "c"], "unexpected arguments 'b', 'c'"),
    (["feature", "add"], "missing argument '<name>'"),
    (["check", "f"], "missing option '--format <format>'"),
    (["internals"], "missing argument '<numbers>'"),
    (["internals", "7", "x"], "invalid value 'x' for '<numbers>': not a whole number"),
    (
      ["plan", "--order", "infre"],
      "invalid value 'infre' for '--order <order>': allowed are 'document', 'infer', 'declared'"
    ),
    (
      ["check", "f", "--format", "text", "--ratio", "x"],
      "invalid value 'x' for '--ratio <ratio>': not a number"
    ),
    (
      ["check", "f", "--format", "text", "--strict", "yes"],
      "invalid value 'yes' for '--strict <strict>': allowed are 'true', 'false'"
    ),
    (["check", "f", "--format=text", "-q", "--loud"], "'--quiet' and '--loud' exclude each other"),
    (["plan", "--limit", "0"], "'--limit' must be at least 1"),
    (["help", "plna"], "unknown subcommand 'plna'"),
  ])
  func saysWhatIsWrongAndEndsWithWrongUsage(_ arguments: [String], _ message: String) {
    do {
      _ = try Demo.parseAsRoot(arguments)
      Issue.record("parsed")
    } catch {
      #expect(Demo.message(for: error) == message)
      #expect(Demo.exitCode(for: error) == .validationFailure)
      #expect(Demo.exitCode(for: error).rawValue == 64)
    }
  }

  @Test func showsUsageAndWhereHelpIs() {
    #expect(
      shown("feature", "add") == """
        error: missing argument '<name>'
        usage: demo feature add <name>
        see 'demo feature add --help'
        """)
    #expect(
      shown("plan", "--ordr", "x") == """
        error: unknown option '--ordr'
          = help: did you mean '--order'?
        see 'demo plan --help'
        """)
    #expect(
      shown("plan", "--sideways", "x") == """
        error: unknown option '--sideways'
        usage: demo plan [--root <directory>] [--verbose] [<features> ...]
               [--order <order>] [--limit <limit>] [--tag <tag> ...]
               [--optional|--no-optional]
        see 'demo plan --help'
        """)
    #expect(
      shown("plan", "--order", "sideways") == """
        error: invalid value 'sideways' for '--order <order>': allowed are 'document', 'infer', \
        'declared'
        see 'demo plan --help'
        """)
  }

  @Test(arguments: [
    (["plna"], "did you mean 'plan'?"), (["vaildate"], "did you mean 'validate'?"),
    (["plan", "--order", "infre"], "did you mean 'infer'?"),
    (["plan", "-order", "x"], nil), (["plan", "-tga"], "did you mean '--tag'?"),
    (["plan", "--secrte", "x"], nil), (["internalz"], nil), (["plan", "-x"], nil),
    (["--verison"], "did you mean '--version'?"),
    (["version"], "did you mean '--version'?"), (["-V"], "did you mean '--version'?"),
    (["plan", "--declared"], "did you mean '--order declared'?"),
    (["check", "f", "--json"], "did you mean '--format json'?"),
    (["check", "f", "9", "json"], "did you mean '--format json'?"),
    (["feature", "sync", "today"], nil), (["feature", "list", "a", "b"], nil),
    (["tasks", "all"], nil), (["sync"], "did you mean 'feature sync'?"),
    (["check"], "such as 'demo check --format json > findings.json'"),
    (["check", "f", "9", "x", "y"], "such as 'demo check --format json > findings.json'"),
    (["feature", "sync", "now", "x"], "'demo feature sync now' takes only options"),
  ])
  func offersTheNearMiss(_ arguments: [String], _ help: String?) {
    do {
      _ = try Demo.parseAsRoot(arguments)
      Issue.record("parsed")
    } catch {
      let lines = Demo.fullMessage(for: error).split(separator: "\n")
      let found = lines.first { $0.hasPrefix("  = help: ") }.map { String($0.dropFirst(10)) }
      #expect(found == help)
    }
  }

  @Test func showsControlCharactersAndEndlessTextsHarmlessly() throws {
    #expect(
      try #require(failure("\u{1B}[2Jé🙂\r\n")).0 == #"unknown subcommand '\u{1b}[2Jé🙂\u{d}\u{a}'"#)
    let long = try #require(failure("plan", "--" + String(repeating: "x", count: 1_000_000))).0
    #expect(long.count < 300)
    let many = Array(repeating: "x", count: 50_000)
    #expect {
      try Demo.parseAsRoot(["feature", "add"] + many)
    } throws: { error in
      Demo.message(for: error).hasSuffix("'x' and 49979 more")
    }
  }

  @Test func errorsOfACommandAreFailures() {
    struct Broken: Error, CustomStringConvertible {
      var description: String { "cannot read 'a': permission denied" }
    }
    #expect(Demo.exitCode(for: Broken()) == .failure)
    #expect(Demo.fullMessage(for: Broken()) == "error: cannot read 'a': permission denied")
    #expect(Demo.exitCode(for: ExitCode(rawValue: 7)).rawValue == 7)
    #expect(Demo.fullMessage(for: ExitCode(rawValue: 7)).isEmpty)
    #expect(Demo.exitCode(for: ValidationError("no")) == .validationFailure)
    #expect(Demo.fullMessage(for: ValidationError("no")).hasPrefix("error: no\nsee 'demo --help'"))
    #expect(Demo.exitCode(for: CleanExit.message("done")) == .success)
    #expect(Demo.fullMessage(for: CleanExit.message("done")) == "done")
  }

  @Test func aCommandThatDoesNothingShowsItsHelp() throws {
    var command = try Demo.parseAsRoot(["plan"])
    #expect {
      try command.run()
    } throws: { error in
      Demo.exitCode(for: error).isSuccess
        && Demo.fullMessage(for: error) + "\n" == Demo.helpMessage(for: Demo.Plan.self)
    }
  }

  @Test func anAsynchronousCommandIsRunThroughItsProtocol() async throws {
    let command = try Demo.parseAsRoot(["check", "a.md", "--format", "json"])
    var check = try #require(command as? any AsyncParsableCommand)
    do {
      try await check.run()
      Issue.record("ended without a message")
    } catch {
      #expect(Demo.fullMessage(for: error) == "checked a.md")
    }
  }
}
