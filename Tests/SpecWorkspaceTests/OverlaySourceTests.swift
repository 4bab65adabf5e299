import SpecWorkspace
import Testing

@Suite struct OverlaySourceTests {
  private let base = MemorySource(["a/one.md": "1", "a/two.md": "2", "b/three.md": "3"])

  private func names(_ source: OverlaySource, _ directory: String) throws -> [String] {
    try source.list(directory).map(\.name).sorted()
  }

  @Test func showsWhatLiesOverAndElseWhatIsBelow() throws {
    var source = OverlaySource(over: base)
    source.lay(Array("é😀".utf8), over: "./a/one.md")
    #expect(try source.read("a/one.md") == Array("é😀".utf8))
    #expect(try source.read("a/two.md") == Array("2".utf8))
    #expect(try names(source, "a") == ["one.md", "two.md"])
    #expect(source.paths == ["a/one.md"])
  }

  @Test func addsFilesWithTheDirectoriesAboveThem() throws {
    var source = OverlaySource(over: base)
    source.lay([], over: "c/d/new.md")
    #expect(try names(source, "") == ["a", "b", "c"])
    #expect(try names(source, "c") == ["d"])
    #expect(try names(source, "c/d") == ["new.md"])
    #expect(source.exists("c/d"))
    #expect(throws: FileError.isDirectory) { try source.read("c/d") }
  }

  @Test func takesFilesAway() throws {
    var source = OverlaySource(over: base)
    source.lay(nil, over: "a/one.md")
    #expect(throws: FileError.missing) { try source.read("a/one.md") }
    #expect(!source.exists("a/one.md"))
    #expect(try names(source, "a") == ["two.md"])
  }

  @Test func uncoversWhatIsBelow() throws {
    var source = OverlaySource(over: base)
    source.lay([0x78], over: "a/one.md")
    source.lay([0x78], over: "c/new.md")
    source.uncover("a/one.md")
    source.uncover("c/new.md")
    #expect(try source.read("a/one.md") == Array("1".utf8))
    #expect(try names(source, "") == ["a", "b"])
    #expect(source.paths.isEmpty)
  }

  @Test func takesNoPathThatLeavesTheRoot() {
    var source = OverlaySource(over: base)
    source.lay([], over: "../x")
    source.lay([], over: "/x")
    #expect(source.paths.isEmpty)
  }
}
