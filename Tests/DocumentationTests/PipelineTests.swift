import TestSupport
import Testing

/// The pipelines that `docs/ci.md` shows, by the schemas that `check-jsonschema` brings along.
@Suite struct PipelineTests {
  @Test(
    .enabled(if: InstalledTool.checkJSONSchema.isInstalled, "check-jsonschema is not installed"),
    arguments: [("runs-on:", "vendor.github-workflows"), ("include:", "vendor.gitlab-ci")])
  func pipelinesAreValid(word: String, schema: String) throws {
    let blocks = try WrittenDocument("docs/ci.md").codeBlocks.filter { block in
      block.language == "yaml" && block.lines.contains { $0.contains(word) }
    }
    let block = try #require(blocks.first)
    try withTemporaryFolder { folder in
      try TestFile.write(block.lines.joined(separator: "\n"), to: "\(folder)/pipeline.yml")
      let run = try InstalledTool.checkJSONSchema.run(
        ["--builtin-schema", schema, "pipeline.yml"], in: folder)
      #expect(run.status == 0, "\(run.outputText)")
    }
  }

  @Test func everyFormatHasItsRow() throws {
    let text = try ProjectFile("docs/ci.md").text()
    let table = text.split(separator: "## Reports\n").last?.split(separator: "\n## ").first ?? ""
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let formats = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(
      formats == ["text", "concise", "json", "sarif", "junit", "github", "gitlab", "markdown"])
  }
}
