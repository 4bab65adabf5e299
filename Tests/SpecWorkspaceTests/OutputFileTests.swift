import Glibc
import SpecWorkspace
import Testing

@Suite struct OutputFileTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func write(_ text: String, to name: String) throws(WriteError) {
    try OutputFile.write(Array(text.utf8), to: "\(directory.path)/\(name)")
  }

  private func failure(_ name: String) -> FileError? {
    do throws(WriteError) {
      try write("é", to: name)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func makesAndReplacesWithoutALeftover() throws {
    try write("é\r\n", to: "ä.xml")
    #expect(try directory.text("ä.xml") == "é\r\n")
    try write("😀", to: "ä.xml")
    #expect(try directory.text("ä.xml") == "😀")
    #expect(try directory.names() == ["ä.xml"])
  }

  @Test func keepsTheModeAndTheLink() throws {
    try directory.write("folder/real", "old", mode: 0o640)
    try directory.link("link", to: "folder/real")
    try write("new", to: "link")
    #expect(try directory.text("folder/real") == "new")
    #expect(try directory.status("folder/real").st_mode & 0o7777 == 0o640)
    #expect(try directory.status("link").st_mode & S_IFMT == S_IFLNK)
  }

  @Test func failsWithoutADirectoryAndOnOne() throws {
    directory.makeDirectory("folder")
    try directory.write("file", "")
    try directory.link("dangling", to: "nowhere")
    #expect(failure("none/a") == .missing)
    #expect(failure("file/a") == .isNoDirectory)
    #expect(failure("folder") == .isDirectory)
    #expect(failure("new/") == .isDirectory || failure("new/") == .missing)
    #expect(failure("dangling") == .missing)
    #expect(try directory.names() == ["dangling", "file", "folder"])
    #expect(try directory.names(in: "folder").isEmpty)
  }

  @Test func writesThroughWhatIsNoFile() throws {
    try OutputFile.write(Array("é".utf8), to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test(.enabled(if: geteuid() != 0, "everything may be written by root"))
  func refusesWhatIsNotToBeWritten() throws {
    try directory.write("file", "old", mode: 0o444)
    #expect(failure("file") == .system(EACCES))
    #expect(try directory.text("file") == "old")
  }
}
