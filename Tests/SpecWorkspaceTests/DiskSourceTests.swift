import Glibc
import SpecWorkspace
import Testing

@Suite struct DiskSourceTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func failure(_ path: String) throws -> FileError? {
    let source = try directory.source
    do throws(FileError) {
      _ = try source.read(path)
      return nil
    } catch {
      return error
    }
  }

  /// What the root holds, in order.
  private func list() throws -> [DirectoryEntry] {
    try directory.source.list("").sorted { $0.name < $1.name }
  }

  @Test func readsTheBytesAsTheyAre() throws {
    let text = "\u{FEFF}é 😀\r\n\0end"
    try directory.write("ä/ö 😀.md", text)
    try directory.write("empty.md")
    let source = try directory.source
    #expect(try source.read("ä/ö 😀.md") == Array(text.utf8))
    #expect(try source.read("empty.md") == [])
    #expect(source.exists("ä") && source.exists("ä/ö 😀.md") && source.exists(""))
    #expect(!source.exists("ä/none") && !source.exists("none/none"))
  }

  @Test func listsWhatThereIsInOrder() throws {
    try directory.write("b.md")
    try directory.write("a/x.md")
    try directory.write("é.md")
    try directory.write(".hidden")
    #expect(
      try list() == [
        DirectoryEntry(name: ".hidden", kind: .file), DirectoryEntry(name: "a", kind: .directory),
        DirectoryEntry(name: "b.md", kind: .file), DirectoryEntry(name: "é.md", kind: .file),
      ])
  }

  @Test func saysWhySomethingCannotBeRead() throws {
    try directory.write("file")
    directory.makeDirectory("folder")
    try #require(mkfifo("\(directory.path)/pipe", 0o644) == 0)
    try directory.write("large")
    try #require(truncate("\(directory.path)/large", SourceLimits.fileBytes + 1) == 0)
    #expect(try failure("none") == .missing)
    #expect(try failure("none/none") == .missing)
    #expect(try failure("folder") == .isDirectory)
    #expect(try failure("file/below") == .isNoDirectory)
    #expect(try failure("pipe") == .isSpecial)
    #expect(try failure("large") == .tooLarge)
    #expect(try failure("large")?.phrase == "larger than 32 MiB")
    #expect(throws: FileError.isNoDirectory) { try directory.source.list("file") }
    #expect(throws: FileError.missing) { try directory.source.list("none") }
  }

  @Test(arguments: [
    "../x", "/etc/passwd", "a/../../x", "a//b", "./a", "a/", "..", "a/./b", "a\0b", "a/..",
  ])
  func refusesAPathThatIsNotPlain(path: String) throws {
    #expect(try failure(path) == .outsideRoot)
  }

  @Test func followsLinksThatStayInside() throws {
    try directory.write("real/é.md", "é😀")
    try directory.link("link.md", to: "real/é.md")
    try directory.link("folder", to: "real")
    let source = try directory.source
    #expect(try source.read("link.md") == Array("é😀".utf8))
    #expect(try source.read("folder/é.md") == Array("é😀".utf8))
    #expect(source.exists("link.md") && source.exists("folder"))
    #expect(
      try list() == [
        DirectoryEntry(name: "folder", kind: .directory, linkTarget: "real"),
        DirectoryEntry(name: "link.md", kind: .file),
        DirectoryEntry(name: "real", kind: .directory),
      ])
  }

  @Test func refusesLinksThatLeadOut() throws {
    let outside = try TemporaryDirectory()
    try outside.write("secret.md", "s")
    try directory.link("file.md", to: "\(outside.path)/secret.md")
    try directory.link("folder", to: outside.path)
    try directory.link("up", to: "..")
    try directory.link("nowhere", to: "none")
    try directory.link("round", to: "round")
    #expect(try failure("file.md") == .outsideRoot)
    #expect(try failure("folder/secret.md") == .outsideRoot)
    #expect(try failure("nowhere") == .missing)
    #expect(try failure("round") == .system(ELOOP))
    #expect(try failure("round")?.phrase == "too many levels of symbolic links")
    #expect(try failure("round/x") == .system(ELOOP))
    let source = try directory.source
    #expect(!source.exists("file.md") && !source.exists("folder/secret.md"))
    #expect(throws: FileError.outsideRoot) { try source.list("up") }
    #expect(
      try list().map(\.kind) == [
        .unusable(.outsideRoot), .unusable(.outsideRoot), .unusable(.missing),
        .unusable(.system(ELOOP)), .unusable(.outsideRoot),
      ])
  }

  @Test func aNameThatIsNoUTF8IsShownAndNotRead() throws {
    let bytes: [CChar] = Array("\(directory.path)/a".utf8CString.dropLast()) + [-1, 0]
    let file = try #require(fopen(bytes, "w"))
    fclose(file)
    #expect(
      try list() == [
        DirectoryEntry(name: "a\u{FFFD}", kind: .unusable(.undecodableName))
      ])
  }

  @Test(.enabled(if: geteuid() != 0, "a privileged user may read everything"))
  func saysThatPermissionIsDenied() throws {
    try directory.write("closed.md", "x", mode: 0)
    #expect(try failure("closed.md")?.phrase == "permission denied")
  }
}
