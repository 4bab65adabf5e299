import Glibc
import TestSupport
import Testing

/// Workspaces that real people have, where there are some: a folder with a program `materialize`.
enum Corpus {
  /// Beside the project, unless the environment names another place.
  static let folder: String = {
    if let named = getenv("SPECCTL_CORPUS") { return String(cString: named) }
    return FixtureFolder("").path("../../../shared/corpus")
  }()

  static let isPresent = access("\(folder)/materialize", R_OK) == 0

  static func materialize(_ arguments: String...) throws {
    let run = try ProcessRun.run(
      ["/usr/bin/env", "python3", "-B", "\(folder)/materialize"] + arguments, in: "/",
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
    try #require(run.status == 0, "\(run.talkText)")
  }
}

@Suite(.enabled(if: Corpus.isPresent, "the corpus of real workspaces is not here"))
struct CorpusTests {
  @Test func everyWorkspaceIsReadAndPlanned() throws {
    try withTemporaryFolder { folder in
      try Corpus.materialize("--all", "\(folder)/all")
      let names = try TestFile.names(in: "\(folder)/all")
      #expect(names.count > 50)
      for name in names {
        let root = "\(folder)/all/\(name)"
        let validation = try Program.run("validate", "--root", root, "--format", "json", in: "/")
        #expect(validation.status == 0 || validation.status == 1, "\(name)")
        let outcome = try JSONValue(validation.output)
        #expect(outcome["version"].text == "specctl.validate/1", "\(name)")
        #expect((validation.status == 1) == (outcome["summary"]["errors"].int != 0), "\(name)")

        let plan = try Program.run("plan", "--root", root, "--format", "json", in: "/")
        #expect(plan.status == 0 || plan.status == 1, "\(name)")
        if plan.status == 0 {
          #expect(try JSONValue(plan.output)["version"].text == "specctl.plan/1", "\(name)")
        } else {
          #expect(plan.output.isEmpty && plan.talkText.contains("error["), "\(name)")
        }
      }
    }
  }

  @Test func everyWorkspaceIsImported() throws {
    try withTemporaryFolder { folder in
      try Corpus.materialize("--all", "\(folder)/all")
      var features = 0
      for name in try TestFile.names(in: "\(folder)/all") {
        let (source, target) = ("\(folder)/all/\(name)", "\(folder)/new/\(name)")
        try TestFile.write("", to: "\(target)/.claude/.keep")
        let places = ["--from", source, "--root", target]
        let list = try Program.run(["import"] + places, in: "/")
        #expect(list.status == 0, "\(name): \(list.talkText)")
        let tools = Set(
          list.outputText.split(separator: "\n").dropFirst().compactMap { line in
            line.split(separator: " ").first.map(String.init)
          })
        for tool in tools.sorted() {
          let run = try Program.run(["import", tool] + places, in: "/")
          #expect(
            run.status == 0 || run.status == 1 && run.talkText.contains("is not imported"),
            "\(name), \(tool): \(run.talkText)")
        }
        let listed = try Program.run("list", "--format", "json", "--root", target, in: "/")
        features += try JSONValue(listed.output)["features"].items.count
        let again = try Program.run(["import"] + places, in: "/")
        let left = again.outputText.split(separator: "\n").dropFirst()
        #expect(
          left.allSatisfy {
            $0.hasSuffix("(there already)") || $0.contains("nothing;") || $0.contains("(archived)")
              || $0.hasSuffix("…")
          },
          "\(name): \(again.outputText)")
      }
      #expect(features > 200)
    }
  }

  @Test func theLayeredEngineIsPlannedFromTheInsideToTheOutside() throws {
    try withTemporaryFolder { folder in
      try Corpus.materialize("akgoparaju/Jutsu-Labs", "\(folder)/engine")
      func plan(_ arguments: String...) throws -> JSONValue {
        let run = try Program.run(
          ["plan", "--root", "\(folder)/engine", "--format", "json"] + arguments, in: "/")
        #expect(run.status == 0 && run.talkText.isEmpty)
        return try JSONValue(run.output)
      }
      let whole = try plan()
      let waves = whole["waves"].items.map { $0["tasks"].items.compactMap(\.text) }
      #expect(
        waves == [
          ["events/1"], ["portfolio/1", "strategy/1"], ["event_loop/1"],
          ["backtest_runner/1", "data_sync/1"],
          ["database_handler/1", "indicators/1", "performance/1", "schwab_fetcher/1"], ["cli/1"],
        ])
      let checks = whole["assignments"].items.filter { $0["kind"].text == "verification" }
      #expect(
        checks.compactMap { $0["agent"].text } == [
          "CORE_ORCHESTRATOR", "APPLICATION_ORCHESTRATOR", "INFRASTRUCTURE_ORCHESTRATOR",
          "SYSTEM_ORCHESTRATOR",
        ])
      let core = try plan("--scope", "layer/core")
      #expect(core["waves"].items.count == 3)
      let module = try plan("--scope", "module/portfolio")
      #expect(module["assumed"].items.compactMap(\.text) == ["events"])
    }
  }

  @Test func theTradingDashboardIsToldTheTruth() throws {
    try withTemporaryFolder { folder in
      try Corpus.materialize("adamdoherty-arc/Magnus", "\(folder)/magnus")
      let run = try Program.run(
        "validate", "--root", "\(folder)/magnus", "--format", "json", in: "/")
      let findings = try JSONValue(run.output)["findings"].items
      func messages(_ rule: String) -> [String] {
        findings.filter { $0["rule"].text == rule }.compactMap { $0["message"].text }
      }

      #expect(run.status == 1)
      #expect(
        Set(messages("unknown-agent")) == [
          "there is no agent 'rule_engine'", "there is no agent 'ui-test-agent'",
        ])
      #expect(messages("unknown-feature") == ["there is no feature 'all_ui_pages'"])
      #expect(
        messages("missing-spec-folder")
          == ["robinhood-positions", "seven-day-dte", "sports-betting"].map {
            "the folder '.claude/specs/\($0)' does not exist"
          })
      #expect(messages("orphan-spec-folder").count == 16)
      // Sixteen that features obey, and two that are shared.
      #expect(Set(messages("undefined-rule")).count == 18)
      #expect(messages("unused-rule").count == 3)
      #expect(messages("agent-name-mismatch").count == 1)
      #expect(messages("agent-name-mismatch").first?.contains("postgres-pro.md") == true)
      #expect(
        messages("agent-without-front-matter")
          == ["architect", "code-reviewer", "qa-tester"].map {
            "agent '\($0)' has no front matter"
          })
      let statistics = findings.filter { $0["rule"].text == "statistics-mismatch" }
      #expect(
        statistics.compactMap { $0["message"].text?.split(separator: "'").first.map(String.init) }
          == ["agents_utilized", "agent_utilization", "features_with_specs", "spec_coverage"])
      // Nothing else that counts is invented.
      let known: Set<String> = [
        "unknown-agent", "unknown-feature", "missing-spec-folder", "orphan-spec-folder",
        "undefined-rule", "agent-name-mismatch", "agent-without-front-matter",
        "statistics-mismatch",
      ]
      #expect(
        findings.filter { $0["severity"].text != "note" && !known.contains($0["rule"].text ?? "") }
          == [])
      let plan = try Program.run("plan", "--root", "\(folder)/magnus", in: "/")
      #expect(plan.status == 0 || plan.status == 1)
    }
  }
}
