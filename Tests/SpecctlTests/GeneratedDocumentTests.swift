import TestSupport
import Testing

/// What `init` writes breaks no rule.
@Suite struct GeneratedDocumentTests {
  @Test(arguments: ["none", "spec", "all"], [[], ["--architecture"]])
  func filledInTemplatesHaveNoErrorAndNoWarning(roster: String, extra: [String]) throws {
    try withTemporaryFolder { folder in
      let made = try Program.run("init", "--root", folder, "--agents", roster, in: folder)
      #expect(made.status == 0, "\(made.talkText)")
      #expect(try findings(folder) == [])
      let agents =
        roster == "none"
        ? []
        : [
          "--agent", "spec-task-executor", "--supporting", "spec-test-generator", "--qa",
          "spec-integration-tester",
        ]
      for options in [
        ["order-book"],
        ["order-export", "--title", "Export of Bücher 😀: all", "--depends-on", "order-book"],
        ["order-archive", "--layer", "core", "--depends-on", "order-book"] + agents,
      ] {
        let run = try Program.run(["init", "feature"] + options + extra, in: folder)
        #expect(run.status == 0, "\(run.talkText)")
      }
      #expect(try findings(folder) == [])
      let plan = try Program.run("plan", "--format", "json", in: folder)
      #expect(plan.status == 0, "\(plan.talkText)")
      #expect(try JSONValue(plan.output)["waves"].items.isEmpty == false)
    }
  }

  /// What is above a note, a line each.
  private func findings(_ folder: String) throws -> [String] {
    let run = try Program.run("validate", "--format", "json", in: folder)
    return try JSONValue(run.output)["findings"].items.compactMap { finding in
      finding["severity"].text == "note"
        ? nil : "\(finding["path"].text ?? "") \(finding["message"].text ?? "")"
    }
  }
}
