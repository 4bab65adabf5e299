import Glibc
import SpecWorkspace
import Testing

struct WorkspaceWatcherTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(".claude/specs/shop/tasks.md", "- [ ] 1. é\n")
  }

  @Test func tellsOfADocumentThatWasWritten() throws {
    var watcher = try WorkspaceWatcher.watching(root: directory.path)
    try directory.write(".claude/specs/shop/tasks.md", "- [x] 1. é\n")
    #expect(try watcher.next()?.paths == [".claude/specs/shop/tasks.md"])
  }

  @Test func passesOverWhatIsNoDocument() throws {
    var watcher = try WorkspaceWatcher.watching(root: directory.path)
    try directory.write("README.md", "# Shop\n")
    try directory.write(".claude/notes.md", "# Notes\n")
    try directory.write(".claude/specs/shop/.tasks.md.swp", "")
    try directory.write(".claude/worktrees/one/tasks.md", "")
    try directory.write(".claude/specs/shop/design.md", "# Design\n")
    #expect(try watcher.next()?.paths == [".claude/specs/shop/design.md"])
  }

  @Test func tellsOfAFolderThatComesWithItsDocuments() throws {
    var watcher = try WorkspaceWatcher.watching(root: directory.path)
    try directory.write(".kiro/specs/later/tasks.md", "- [ ] 1. é\n")
    let change = try #require(try watcher.next())
    #expect(change.paths.contains(".kiro"))
    try directory.write(".kiro/specs/later/tasks.md", "- [x] 1. é\n")
    #expect(try watcher.next()?.paths == [".kiro/specs/later/tasks.md"])
  }

  @Test func tellsWhereAFolderWasAndWhereItIs() throws {
    var watcher = try WorkspaceWatcher.watching(root: directory.path)
    let specs = "\(directory.path)/.claude/specs"
    try #require(rename("\(specs)/shop", "\(specs)/store") == 0)
    #expect(try watcher.next()?.paths == [".claude/specs/shop", ".claude/specs/store"])
    try directory.write(".claude/specs/store/tasks.md", "")
    #expect(try watcher.next()?.paths == [".claude/specs/store/tasks.md"])
  }

  @Test func watchesWhereALinkLeads() throws {
    try directory.write("elsewhere/tasks.md", "- [ ] 1. é\n")
    try directory.link(".claude/specs/linked", to: "../../elsewhere")
    var watcher = try WorkspaceWatcher.watching(root: directory.path)
    try directory.write("elsewhere/tasks.md", "- [x] 1. é\n")
    #expect(try watcher.next()?.paths == [".claude/specs/linked/tasks.md"])
  }

  @Test func watchesFurtherDirectoriesWhenTold() throws {
    try directory.write("docs/shop/tasks.md", "- [ ] 1. é\n")
    var watcher = try WorkspaceWatcher.watching(root: directory.path)
    try watcher.watch(["docs/shop", "docs/missing"])
    try directory.write("docs/shop/tasks.md", "- [x] 1. é\n")
    #expect(try watcher.next()?.paths == ["docs/shop/tasks.md"])
  }

  @Test func endsWhenNobodyWaits() throws {
    var watcher = try WorkspaceWatcher.watching(root: directory.path)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(try watcher.next(unlessDeserted: ends[1]) == nil)
  }

  @Test func failsOnceTheRootIsGone() throws {
    let root = "\(directory.path)/root"
    directory.makeDirectory("root/.claude/specs")
    var watcher = try WorkspaceWatcher.watching(root: root)
    for name in ["/.claude/specs", "/.claude", ""] { try #require(rmdir(root + name) == 0) }
    #expect(throws: FileError.missing) {
      while try watcher.next() != nil {}
    }
    #expect(throws: FileError.missing) { try WorkspaceWatcher.watching(root: root).count }
  }
}
