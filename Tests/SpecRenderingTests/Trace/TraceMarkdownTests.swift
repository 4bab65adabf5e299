import Diagnostics
import SpecModel
import SpecRendering
import SpecTracing
import Testing

@Suite struct TraceMarkdownTests {
  private func text(title: String, tasks: Int = 1) async -> String {
    let requirements = """
      ### Requirement 1: \(title)

      #### Acceptance Criteria

      1. WHEN \(title) THEN it SHALL b
      """
    let tasks = (1...tasks).map { "- [x] \($0). \(title)\n  - _Requirements: 1.1_\n" }
    let feature = Feature(
      name: "lamp", directory: "specs/lamp", layout: .claude,
      requirements: RequirementsDocument(
        reading: SourceFile(path: "specs/lamp/requirements.md", text: requirements)),
      tasks: TasksDocument(
        reading: SourceFile(path: "specs/lamp/tasks.md", text: tasks.joined())))
    return TraceMarkdown.text(await TraceReport(Workspace(features: [feature])))
  }

  @Test(arguments: [
    "@everybody", "https://evil.example", "www.evil.example", "see #12 and !3", "![x](y)",
    "<img src=x>", "a | b",
  ])
  func noTitleCallsAnybodyOrLeadsAnywhere(title: String) async {
    let text = await text(title: title)
    #expect(text.contains(MarkdownText.inline(title)), "\(text)")
    #expect(!text.contains(title), "\(text)")
  }

  @Test func whatHasNoRoomIsCounted() async {
    #expect(await text(title: "A").contains("| ✓ [1](/specs/lamp/tasks.md#L1) |"))
    let many = await text(title: "A", tasks: 102)
    #expect(many.contains("✓ [100](/specs/lamp/tasks.md#L199), and 2 more |"))
    #expect(!many.contains("[101]"))
  }
}
