import Glibc
import SpecWorkspace
import Testing

@Suite struct WorkspaceWriterTests {
  let directory: TemporaryDirectory
  let writer: WorkspaceWriter

  init() throws {
    directory = try TemporaryDirectory()
    writer = try WorkspaceWriter(root: directory.path)
  }

  private func failure(_ body: () throws(WriteError) -> Void) -> String? {
    do throws(WriteError) {
      try body()
      return nil
    } catch {
      return error.message
    }
  }

  @Test func replacesTheBytesAndKeepsTheMode() throws {
    try directory.write("ä/tasks.md", "é\r\n", mode: 0o640)
    try writer.replace("ä/tasks.md", read: Array("é\r\n".utf8), with: Array("😀".utf8))
    #expect(try directory.text("ä/tasks.md") == "😀")
    #expect(try directory.status("ä/tasks.md").st_mode & 0o7777 == 0o640)
    #expect(try directory.names(in: "ä") == ["tasks.md"])
  }

  @Test func writesNothingWhereNothingChanges() throws {
    try directory.write("a.md", "é")
    let before = try directory.status("a.md").st_ino
    try writer.replace("a.md", read: Array("é".utf8), with: Array("é".utf8))
    #expect(try directory.status("a.md").st_ino == before)
  }

  @Test func refusesToReplaceWhatIsNotWhatWasRead() throws {
    try directory.write("a.md", "new")
    directory.makeDirectory("folder")
    let old = Array("old".utf8)
    #expect(
      failure { () throws(WriteError) in try writer.replace("a.md", read: old, with: []) }
        == "cannot write 'a.md': changed since it was read")
    #expect(
      failure { () throws(WriteError) in try writer.replace("no.md", read: old, with: []) }
        == "cannot write 'no.md': there is no such file or directory")
    #expect(
      failure { () throws(WriteError) in try writer.replace("folder", read: old, with: []) }
        == "cannot write 'folder': is a directory")
    #expect(try directory.text("a.md") == "new")
    #expect(try directory.names() == ["a.md", "folder"])
  }

  @Test func writesThroughLinksInsideAndNeverOut() throws {
    let outside = try TemporaryDirectory()
    try outside.write("x.md", "old")
    try directory.write("real/é.md", "old")
    try directory.link("link.md", to: "real/é.md")
    try directory.link("folder", to: "real")
    try directory.link("out.md", to: "\(outside.path)/x.md")
    try directory.link("out", to: outside.path)
    let old = Array("old".utf8)
    try writer.replace("link.md", read: old, with: Array("one".utf8))
    #expect(try directory.text("real/é.md") == "one")
    #expect(try directory.status("link.md").st_mode & S_IFMT == S_IFLNK)
    try writer.replace("folder/é.md", read: Array("one".utf8), with: old)
    try writer.create("folder/new/b.md", old)
    #expect(try directory.text("real/new/b.md") == "old")
    for path in ["out.md", "out/x.md", "../x.md", "/tmp/x.md"] {
      #expect(
        failure { () throws(WriteError) in try writer.replace(path, read: old, with: []) }
          == "cannot write '\(path)': leads out of the workspace")
    }
    for path in ["out/new.md", "out/new/x.md", "../new.md", ""] {
      #expect(
        failure { () throws(WriteError) in try writer.create(path, old) }
          == "cannot create '\(path)': leads out of the workspace")
    }
    #expect(try outside.names() == ["x.md"])
    #expect(try outside.text("x.md") == "old")
  }

  @Test func createsAFileWithItsDirectories() throws {
    try writer.create(".claude/specs/é/tasks.md", Array("😀\r\n".utf8))
    #expect(try directory.text(".claude/specs/é/tasks.md") == "😀\r\n")
    #expect(try directory.names(in: ".claude/specs/é") == ["tasks.md"])
    try writer.createDirectory("a/b/c")
    try writer.createDirectory("a/b/c")
    #expect(try directory.names(in: "a/b") == ["c"])
  }

  @Test func neverCreatesOverWhatIsThere() throws {
    try directory.write("a.md", "old")
    try directory.link("dangling.md", to: "none")
    directory.makeDirectory("folder")
    for path in ["a.md", "dangling.md", "folder"] {
      #expect(
        failure { () throws(WriteError) in try writer.create(path, []) }
          == "cannot create '\(path)': already exists")
    }
    #expect(
      failure { () throws(WriteError) in try writer.create("a.md/b.md", []) }
        == "cannot create 'a.md/b.md': is not a directory")
    #expect(try directory.text("a.md") == "old")
    #expect(try directory.names() == ["a.md", "dangling.md", "folder"])
  }

  @Test func ofManyThatCreateAFileOneDoes() async throws {
    let writer = writer
    let made = await withTaskGroup(of: String?.self) { group in
      for number in 0..<16 {
        group.addTask {
          do throws(WriteError) {
            try writer.create("new/a.md", Array("\(number)".utf8))
            return "\(number)"
          } catch {
            #expect(error.reason == .exists)
            return nil
          }
        }
      }
      return await group.reduce(into: [String]()) { if let text = $1 { $0.append(text) } }
    }
    #expect(made.count == 1)
    #expect(try directory.text("new/a.md") == made.first)
    #expect(try directory.names(in: "new") == ["a.md"])
  }

  @Test func whatCannotBeCreatedLeavesNothingBehind() throws {
    let long = String(repeating: "é", count: 200)
    #expect(
      failure { () throws(WriteError) in try writer.create("a/b/\(long)", []) }
        == "cannot create 'a/b/\(long)': the name is too long")
    #expect(try directory.names().isEmpty)
  }

  @Test func aFullDiskIsAnErrorThatChangesNothing() throws {
    let mounted = MountedMemory(at: directory, bytes: 64 << 10)
    // Only a privileged user may mount; others have nothing to look at.
    guard mounted.isMounted else { return }
    let old = Array("é😀\r\n".utf8)
    try writer.create("disk/a.md", old)
    let large = [UInt8](repeating: 0x61, count: 128 << 10)
    #expect(
      failure { () throws(WriteError) in try writer.replace("disk/a.md", read: old, with: large) }
        == "cannot write 'disk/a.md': no space left on device")
    #expect(
      failure { () throws(WriteError) in try writer.create("disk/new/b.md", large) }
        == "cannot create 'disk/new/b.md': no space left on device")
    #expect(try directory.text("disk/a.md") == "é😀\r\n")
    #expect(try directory.names(in: "disk") == ["a.md"])
  }
}

/// A small file system in memory, mounted at `disk` where the system allows it.
private final class MountedMemory {
  let isMounted: Bool
  private let path: String

  init(at directory: TemporaryDirectory, bytes: Int) {
    directory.makeDirectory("disk")
    path = "\(directory.path)/disk"
    let options = Array("size=\(bytes)".utf8CString)
    isMounted = mount("tmpfs", path, "tmpfs", 0, options) == 0
  }

  deinit {
    if isMounted { umount(path) }
  }
}
