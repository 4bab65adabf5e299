import Glibc
import SpecWorkspace
import Testing

private let hasGit = (try? ChildProcess(["git", "--version"]).run().isSuccess) ?? false

@Suite(.enabled(if: hasGit, "git is not installed")) struct GitSourceTests {
  /// Runs git in a folder with an identity of its own.
  private func git(_ words: String..., in folder: String) throws {
    let settings = ["-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "core.quotepath=on"]
    let run = try ChildProcess(["git", "-C", folder] + settings + words).run()
    try #require(run.isSuccess, "\(run.complaint)")
  }

  private func write(_ text: String, to path: String) throws {
    try OutputFile.write(Array(text.utf8), to: path)
  }

  private func withTemporaryDirectory(_ body: (_ folder: String) throws -> Void) throws {
    let directory = try TemporaryDirectory()
    try withExtendedLifetime(directory) { try body(directory.path) }
  }

  private func withRepository(_ body: (_ folder: String) throws -> Void) throws {
    try withTemporaryDirectory { folder in
      try git("init", "-q", ".", in: folder)
      for name in ["a b", "é\"\n😀", "sub"] { #expect(mkdir("\(folder)/\(name)", 0o755) == 0) }
      try write("one", to: "\(folder)/a b/one.md")
      try write("two\r\n\u{0}", to: "\(folder)/é\"\n😀/two.yaml")
      try write("three", to: "\(folder)/sub/three.md")
      #expect(symlink("three.md", "\(folder)/sub/link.md") == 0)
      try body(folder)
    }
  }

  @Test func readsTheIndexAndNotTheFolder() throws {
    try withRepository { folder in
      try git("add", ".", in: folder)
      try write("changed", to: "\(folder)/a b/one.md")
      let source = try GitSource(try GitRepository(around: folder), .index)
      #expect(try source.read("a b/one.md") == Array("one".utf8))
      #expect(try source.read("é\"\n😀/two.yaml") == Array("two\r\n\u{0}".utf8))
      #expect(try source.read("sub/link.md") == Array("three".utf8))
      #expect(try Set(source.list("").map(\.name)) == ["a b", "é\"\n😀", "sub"])
      #expect(source.exists("sub") && !source.exists("sub/none"))
      #expect(throws: FileError.missing) { try source.read("none") }
      #expect(throws: FileError.isDirectory) { try source.read("sub") }
    }
  }

  @Test func readsACommitFromASubfolder() throws {
    try withRepository { folder in
      try git("add", ".", in: folder)
      try git("commit", "-q", "-m", "x", in: folder)
      try write("new", to: "\(folder)/sub/three.md")
      let repository = try GitRepository(around: "\(folder)/sub")
      let source = try GitSource(repository, .commit(try repository.commit("HEAD")))
      #expect(try source.read("three.md") == Array("three".utf8))
      #expect(try repository.changedPaths(since: try repository.commit("HEAD")) == ["three.md"])
    }
  }

  @Test func tellsWhatTheNextCommitChanges() throws {
    try withRepository { folder in
      let repository = try GitRepository(around: folder)
      try git("add", "sub", in: folder)
      #expect(try !repository.hasCommit())
      #expect(try repository.stagedPaths() == ["sub/three.md", "sub/link.md"])
      try git("commit", "-q", "-m", "x", in: folder)
      try git("add", ".", in: folder)
      #expect(try repository.stagedPaths() == ["a b/one.md", "é\"\n😀/two.yaml"])
    }
  }

  @Test func takesNoRevisionForAnOption() throws {
    try withRepository { folder in
      let repository = try GitRepository(around: folder)
      for revision in ["--output=x", "-h", "", "a\u{0}b", "nowhere"] {
        #expect(throws: GitRepository.Failure.self) { try repository.commit(revision) }
      }
    }
  }

  @Test func saysWhenThereIsNoRepository() throws {
    try withTemporaryDirectory { folder in
      let failure = #expect(throws: GitRepository.Failure.self) {
        try GitRepository(around: folder)
      }
      #expect(failure?.message.contains("is in no git repository") ?? false)
    }
  }

  @Test func aProgramIsFedAndDrainedAtOnce() throws {
    let input = [UInt8](repeating: 0x61, count: 3 << 20)
    let run = try ChildProcess(["cat"]).run(input: input)
    #expect(run.output == input)
    #expect(try ChildProcess(["sh", "-c", "echo é >&2; exit 7"]).run().status == 7)
    #expect(try ChildProcess(["true"]).run(input: input).isSuccess)
    #expect(throws: FileError.missing) { try ChildProcess(["specctl-no-such-program"]).run() }
  }
}
