import TestSupport
import Testing

/// Plans that were written before, held against those of today.
@Suite struct PlanComparisonTests {
  private let golden = FixtureFolder("golden")
  private let bookshop = FixtureFolder("bookshop")

  @Test func aPlanThatWasWrittenIsUpToDate() throws {
    let written = try Program.run(["plan", "--format", "json"], in: bookshop.path)
    golden.expect(written.outputText, in: "plan-bookshop.json")
    let check = try Program.run(
      ["plan", "--check", golden.path + "/plan-bookshop.json"], in: bookshop.path)
    #expect(check.status == 0)
    #expect(check.outputText.hasSuffix("/plan-bookshop.json' is up to date\n"))
  }

  @Test(arguments: [
    "text", "yaml", "markdown", "csv", "mermaid", "dot", "svg", "html", "github-actions", "argo",
    "slurm", "ninja",
  ])
  func everyFormThatWasWrittenIsUpToDate(format: String) throws {
    try withTemporaryFolder { folder in
      let file = "\(folder)/plan"
      let written = try Program.run(["plan", "--format", format], in: bookshop.path)
      #expect(written.status == 0 && !written.output.isEmpty)
      try TestFile.write(written.output, to: file)
      let check = try Program.run(["plan", "--format", format, "--check", file], in: bookshop.path)
      #expect(check.status == 0)
      #expect(check.outputText == "'\(file)' is up to date\n")

      try TestFile.write(written.output + Array("é 🎯\r\n".utf8), to: file)
      let stale = try Program.run(["plan", "--format", format, "--check", file], in: bookshop.path)
      #expect(stale.status == 1)
      #expect(stale.outputText.contains("  - é 🎯␍\n  + (the end)\n"))
    }
  }

  @Test func differencesFitEightyColumnsAndAScreen() throws {
    for arguments in [["--order", "declared", "--include-done"], ["--no-optional", "checkout"]] {
      let run = try Program.run(
        ["plan", "--check", golden.path + "/plan-bookshop.json"] + arguments, in: bookshop.path)
      #expect(run.status == 1)
      let lines = run.outputText.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
      #expect(lines.count <= 60)
    }
  }
}
