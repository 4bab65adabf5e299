import Glibc
import SpecWorkspace
import Testing

@Suite struct GeneratedFolderTests {
  let directory: TemporaryDirectory
  private var folder: GeneratedFolder { GeneratedFolder(path: directory.path + "/a/site") }

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func files(_ texts: KeyValuePairs<String, String>) -> [GeneratedFolder.File] {
    texts.map { ($0.key, Array($0.value.utf8)) }
  }

  @Test func writesWhatIsDifferentAndRemovesWhatIsGone() throws {
    let first = try folder.write(
      files(["index.html": "é", "features/a.html": "1", "features/b.html": "2"]))
    #expect((first.written, first.unchanged, first.removed) == (3, 0, 0))
    let second = try folder.write(files(["index.html": "é", "other/c.html": "3"]))
    #expect((second.written, second.unchanged, second.removed) == (1, 1, 2))
    #expect(try directory.names(in: "a/site") == [".specctl-docs", "index.html", "other"])
    #expect(try directory.text("a/site/other/c.html") == "3")
  }

  @Test func filesOfOthersAreNeitherReplacedNorRemoved() throws {
    try directory.write("a/site/README.md", "mine")
    try directory.write("a/site/same.md", "same")
    try directory.write("a/site/mine.txt", "mine")
    let made = files(["README.md": "theirs", "same.md": "same"])
    #expect(try folder.strangers(among: made) == ["README.md"])
    _ = try folder.write(files(["same.md": "same"]))
    _ = try folder.write([])
    #expect(try directory.names(in: "a/site") == [".specctl-docs", "README.md", "mine.txt"])
  }

  @Test func differencesAreNamed() throws {
    #expect(try folder.differences(from: files(["a": "1"])).map(\.difference) == [.missing])
    _ = try folder.write(files(["a": "1", "b": "2", "c": "3"]))
    #expect(try folder.differences(from: files(["a": "1", "b": "2", "c": "3"])).isEmpty)
    let found = try folder.differences(from: files(["b": "é", "c": "3", "d": "4"]))
    #expect(found.map(\.path) == ["a", "b", "d"])
    #expect(found.map(\.difference) == [.leftOver, .stale, .missing])
  }

  @Test func aForgedListReachesNothingOutside() throws {
    try directory.write("a/secret", "kept")
    try directory.write("a/site/.specctl-docs", "# head\n../secret\n/etc/hostname\nlink/x\n")
    try directory.write("outside/x", "kept")
    try directory.link("a/site/link", to: directory.path + "/outside")
    _ = try folder.write(files(["index.html": "1"]))
    #expect(try directory.text("a/secret") == "kept")
    #expect(try directory.text("outside/x") == "kept")
  }

  @Test func aLinkInThePlaceOfAFolderLeadsNothingOut() throws {
    try directory.write("outside/x", "kept")
    directory.makeDirectory("a/site")
    try directory.link("a/site/features", to: directory.path + "/outside")
    do throws(WriteError) {
      _ = try folder.write(files(["features/x": "changed"]))
      Issue.record("wrote through a link")
    } catch {
      #expect(error.reason == .outsideRoot)
    }
    #expect(try directory.text("outside/x") == "kept")
  }

  @Test func whatARunThatWasCutOffWroteIsItsOwn() throws {
    directory.makeDirectory("a/site")
    try directory.link("a/site/b", to: directory.path)
    #expect(throws: WriteError.self) { try folder.write(files(["a": "1", "b/x": "2"])) }
    #expect(try directory.text("a/site/a") == "1")
    #expect(try folder.strangers(among: files(["a": "3"])) == [])
  }

  @Test func whatALinkLeadsToIsNoPartOfTheFolder() throws {
    try directory.write("outside/x", "1")
    directory.makeDirectory("a/site")
    try directory.link("a/site/features", to: directory.path + "/outside")
    // It holds just what is wanted, somewhere else.
    #expect(throws: WriteError(.write, folder.path + "/features/x", .outsideRoot)) {
      try folder.write(files(["features/x": "1"]))
    }
    #expect(throws: WriteError.self) { try folder.differences(from: files(["features/x": "1"])) }
  }

  @Test func aFileInThePlaceOfTheFolderIsAFault() throws {
    try directory.write("a/site", "a file")
    do throws(WriteError) {
      _ = try folder.write(files(["x": "1"]))
      Issue.record("wrote into a file")
    } catch {
      #expect(error.message.contains("a/site"))
    }
  }
}
