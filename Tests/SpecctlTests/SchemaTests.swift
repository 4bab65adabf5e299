import Glibc
import TestSupport
import Testing

/// What is written for programs is what the schemas say.
@Suite struct SchemaTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var schema: String
    var fixture: String
    var arguments: [String]

    var testDescription: String { "\(arguments[0]) of \(fixture)" }

    /// What the command prints.
    func output() throws -> [UInt8] {
      try Program.run(
        arguments + ["--format", "json"], in: FixtureFolder(fixture).path
      ).output
    }
  }

  private static let formerPlan = FixtureFolder("golden").path + "/plan-bookshop.json"

  static let cases = [
    Case(schema: "plan", fixture: "trading-dashboard", arguments: ["plan"]),
    Case(schema: "plan", fixture: "bookshop", arguments: ["plan", "--order", "declared"]),
    Case(schema: "plan", fixture: "bookshop", arguments: ["plan", "--include-done"]),
    Case(schema: "plan", fixture: "layered-engine", arguments: ["plan"]),
    Case(
      schema: "plan", fixture: "layered-engine", arguments: ["plan", "--scope", "layer/core"]),
    Case(
      schema: "plan", fixture: "layered-engine",
      arguments: ["plan", "--scope", "module/web-page"]),
    Case(schema: "workflow", fixture: "bookshop", arguments: ["plan", "--workflow", "publish"]),
    Case(schema: "workflow", fixture: "bookshop", arguments: ["plan", "--workflow", "debug"]),
    Case(
      schema: "goal", fixture: "bookshop",
      arguments: ["plan", "--goal", "fix the crash in basket.py of the checkout"]),
    Case(schema: "goal", fixture: "bookshop", arguments: ["plan", "--goal", "slow and broken"]),
    Case(
      schema: "plan-difference", fixture: "bookshop",
      arguments: ["plan", "--order", "infer", "--no-optional", "--check", formerPlan]),
    Case(
      schema: "plan-difference", fixture: "trading-dashboard",
      arguments: ["plan", "--max-parallel", "2", "--include-done", "--check", formerPlan]),
    Case(schema: "summary", fixture: "trading-dashboard", arguments: ["summary"]),
    Case(
      schema: "summary", fixture: "trading-dashboard-broken",
      arguments: ["summary", "--since", "HEAD"]),
    Case(schema: "summary", fixture: "layered-engine", arguments: ["summary"]),
    Case(schema: "trace", fixture: "traced-bakery", arguments: ["trace"]),
    Case(schema: "trace", fixture: "trading-dashboard", arguments: ["trace"]),
    Case(schema: "trace", fixture: "lending-library", arguments: ["trace"]),
    Case(schema: "validate", fixture: "trading-dashboard", arguments: ["validate"]),
    Case(schema: "validate", fixture: "trading-dashboard-broken", arguments: ["validate"]),
    Case(schema: "validate", fixture: "bookshop", arguments: ["validate"]),
    Case(schema: "version", fixture: "bookshop", arguments: ["--version", "--json"]),
  ]

  private static func path(_ schema: String) -> String {
    ProjectFile("schemas/\(schema).schema.json").path
  }

  // @spec tracing/3.1
  @Test(arguments: cases) func outputFitsTheSchema(_ example: Case) throws {
    let schema = JSONSchema(try JSONValue(try TestFile.read(Self.path(example.schema))))
    #expect(schema.faults(in: try JSONValue(try example.output())).sorted() == [])
    // A schema that takes anything would be no check.
    #expect(schema.faults(in: .object(["version": .string("other")])).count > 2)
  }

  private static let checker: String? = {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/check-jsonschema" }
      .first { access($0, X_OK) == 0 }
  }()

  @Test(.enabled(if: checker != nil, "check-jsonschema is not installed"), arguments: cases)
  func outputFitsTheSchemaForAnotherReader(_ example: Case) throws {
    try withTemporaryFolder { folder in
      try TestFile.write(try example.output(), to: "\(folder)/output.json")
      let run = try ProcessRun.run(
        [
          try #require(Self.checker), "--schemafile", Self.path(example.schema),
          "\(folder)/output.json",
        ], in: folder,
        environment: [
          "PATH": getenv("PATH").map { String(cString: $0) } ?? "", "HOME": folder,
        ])
      #expect(run.status == 0, "\(run.outputText)\(run.talkText)")
    }
  }
}
