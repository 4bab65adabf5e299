import SpecWorkspace
import Testing

@Suite struct RemainderTests {
  @Test func whatStandsBesideTheFilesIsNamedWithItsFolder() {
    let source = MemorySource([
      "a/one.md": "", "a/é 😀.md": "", "a/b/two.md": "", "a/b/three.md": "", "a/c/four.md": "",
      "a/c/d/five.md": "", "other/six.md": "",
    ])
    #expect(
      source.remainder(of: "a", without: ["a/one.md", "a/b/two.md"]) == [
        "a/b/three.md", "a/c/", "a/é 😀.md",
      ])
    #expect(source.remainder(of: "a/c", without: ["a/c/d/five.md"]) == ["a/c/four.md"])
    #expect(source.remainder(of: "nowhere", without: []).isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func manyFilesInManyFoldersTakeLinearTime() {
    let files = (0..<20_000).map { "a/\($0)/spec.md" }
    let source = MemorySource(
      Dictionary(uniqueKeysWithValues: (files + ["a/left.md"]).map { ($0, "") }))
    #expect(source.remainder(of: "a", without: Set(files)) == ["a/left.md"])
  }
}
