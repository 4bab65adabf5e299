import TestSupport
import Testing

@Suite struct ArchitectureTests {
  @Test func everyTargetHasItsParagraph() throws {
    let anchors = try WrittenDocument("docs/architecture.md").anchors
    for target in try TestFile.names(in: ProjectFile("Sources").path) {
      #expect(anchors.contains(target.lowercased()), "architecture.md says nothing of \(target)")
    }
  }
}
