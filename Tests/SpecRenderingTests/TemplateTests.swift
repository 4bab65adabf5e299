import SpecRendering
import Testing

@Suite struct TemplateTests {
  @Test func fillsKnownPlacesAndLeavesOthers() {
    let template = Template("# {{title}}\n{{unknown}} {{name}}{{name}} {{open\n")
    #expect(
      template.filled(with: ["title": "Ärger 😀", "name": "{{title}}"])
        == "# Ärger 😀\n{{unknown}} {{title}}{{title}} {{open\n")
  }

  @Test func everyDocumentTemplateIsBuiltInAndLeavesNoPlaceUnfilled() {
    var scaffold = FeatureScaffold(name: "order-book")
    scaffold.hasArchitecture = true
    let files = scaffold.files(in: ".claude/specs/order-book")
    #expect(
      files.map(\.path).map { $0.split(separator: "/").last.map(String.init) } == [
        "requirements.md", "design.md", "tasks.md", "architecture.md",
      ])
    #expect(files.allSatisfy { !$0.text.contains("{{") && $0.text.contains("Order Book") })
  }

  @Test func aWorkspacesOwnTemplateComesFirst() {
    let files = FeatureScaffold(name: "a").files(
      in: "x", ownTemplates: [.tasks: Template("- [ ] 1. {{title}}\n")])
    #expect(files.first { $0.path == "x/tasks.md" }?.text == "- [ ] 1. A\n")
  }

  @Test(arguments: [
    (WorkspaceScaffold.Roster.all, 45), (.spec, 14), (.none, 0),
  ])
  func rostersHaveTheirAgents(roster: WorkspaceScaffold.Roster, count: Int) {
    let files = WorkspaceScaffold(roster: roster).files
    #expect(files.count { $0.path.hasPrefix(".claude/agents/") } == count)
    #expect(files.contains { $0.path == ".claude/config.yaml" })
    #expect(files.contains { $0.path == ".claude/feature_registry.yaml" })
    #expect(files.count { $0.path.hasPrefix(".claude/templates/") } == 4)
  }

  @Test func pipelinesNameTheFolderOfTheWorkspace() throws {
    let github = try PipelineScaffold(.github, folder: "a \"b\" é").files
    #expect(github.map(\.path) == [".github/workflows/specs.yml"])
    #expect(github[0].text.contains("\n  SPECCTL_ROOT: \"a \\\"b\\\" é\"\n"))
    let gitlab = try PipelineScaffold(.gitlab, folder: "a$b").files
    #expect(gitlab.map(\.path) == [".gitlab-ci.yml", ".gitlab/specs.yml"])
    #expect(gitlab[1].text.contains("\n  SPECCTL_ROOT: \"a$$b\"\n"))
    let top = try PipelineScaffold(.github, folder: "").files
    #expect(top[0].text.contains("\n  SPECCTL_ROOT: .\n"))
  }

  @Test func aFolderThatAWorkflowWouldEvaluateIsRefused() {
    #expect(throws: PipelineScaffold.Fault.self) {
      try PipelineScaffold(.github, folder: "${{ github.token }}")
    }
    #expect(throws: Never.self) { try PipelineScaffold(.gitlab, folder: "${{ a }}") }
  }
}
