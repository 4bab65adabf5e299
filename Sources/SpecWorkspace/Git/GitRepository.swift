internal import Glibc

/// The git repository that a workspace lies in, asked through the `git` program.
package struct GitRepository: Sendable {
  /// Why git cannot say what was asked.
  package struct Failure: Error, Sendable {
    package var message: String
    /// What to do about it; `nil` where nothing is known to help.
    package var help: String?
  }

  /// The absolute path of the workspace; git answers with paths relative to it.
  private let root: String
  private let variables: [String: String]

  /// Fails where there is no git, or no repository.
  package init(around root: String) throws(Failure) {
    self.root = root
    variables = Self.absoluteVariables
    let answer = try ask(["rev-parse", "--is-inside-work-tree"])
    guard answer.isSuccess else {
      // Git has other reasons too, such as a tree that belongs to somebody else.
      let isNone = answer.complaint.contains("not a git repository")
      throw Failure(
        message: isNone
          ? "'\(root)' is in no git repository"
          : "git does not open the repository of '\(root)': \(answer.complaint)",
        help: isNone ? "what has changed is asked of git; 'git init' makes a repository" : nil)
    }
  }

  /// Hooks are run with paths that are relative to where git was run.
  private static var absoluteVariables: [String: String] {
    var changed = ["GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"]
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
      guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty,
        !value.hasPrefix("/"), let here = try? RealPath.of(".")
      else { continue }
      changed[name] = "\(here)/\(value)"
    }
    return changed
  }

  private func ask(
    _ words: [String], input: [UInt8] = []
  ) throws(Failure) -> ChildProcess.Result {
    do throws(FileError) {
      return try ChildProcess(["git", "-C", root] + words, setting: variables).run(input: input)
    } catch {
      throw Failure(
        message: "cannot run git: \(error.phrase)",
        help: error == .missing ? "install git, or leave out what asks for it" : nil)
    }
  }

  /// What git wrote; fails with its complaint when it did not succeed.
  private func output(_ words: [String], input: [UInt8] = []) throws(Failure) -> [UInt8] {
    let answer = try ask(words, input: input)
    guard answer.isSuccess else {
      throw Failure(message: "git \(words[0]) failed: \(answer.complaint)")
    }
    return answer.output
  }

  /// The commit that a revision names.
  package func commit(_ revision: String) throws(Failure) -> String {
    let answer = try ask([
      "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}",
    ])
    guard answer.isSuccess else {
      throw Failure(
        message: "git knows no commit '\(revision)'",
        help: "in CI the history may be cut short: fetch it, or name another revision")
    }
    return String(decoding: answer.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Where the history of a revision and that of the working tree parted; the revision's own commit
  /// where they have nothing in common.
  package func commonAncestor(of revision: String) throws(Failure) -> String {
    let commit = try commit(revision)
    let answer = try ask(["merge-base", commit, "HEAD"])
    guard answer.isSuccess else { return commit }
    return String(decoding: answer.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// Whether there is a commit at all.
  package func hasCommit() throws(Failure) -> Bool {
    try ask(["rev-parse", "--verify", "--quiet", "HEAD"]).isSuccess
  }

  /// The paths below the workspace that differ between a commit and the working tree, those that git
  /// does not know yet included.
  package func changedPaths(since commit: String) throws(Failure) -> Set<String> {
    let changed = try output([
      "diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--",
    ])
    let new = try output(["ls-files", "--others", "--exclude-standard", "-z"])
    return Set(Self.paths(changed) + Self.paths(new))
  }

  /// The paths below the workspace that the next commit changes.
  package func stagedPaths() throws(Failure) -> Set<String> {
    guard try hasCommit() else { return Set(try entries(of: .index).map(\.path)) }
    return Set(
      Self.paths(
        try output(["diff", "--cached", "--name-only", "-z", "--no-renames", "--relative", "--"])))
  }

  private static func paths(_ output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  // MARK: Contents

  /// Where contents come from.
  package enum Tree: Sendable, Hashable {
    /// What the next commit holds.
    case index
    case commit(String)
  }

  struct Entry: Sendable {
    var mode: String
    var object: String
    var path: String
  }

  /// The files below the workspace.
  func entries(of tree: Tree) throws(Failure) -> [Entry] {
    let listing =
      switch tree {
      case .index: try output(["ls-files", "--stage", "-z"])
      case .commit(let commit): try output(["ls-tree", "-r", "-z", "--end-of-options", commit])
      }
    return listing.split(separator: 0).compactMap { line in
      // `mode object stage<TAB>path`, `mode blob object<TAB>path`
      guard let tab = line.firstIndex(of: 0x09) else { return nil }
      let words = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, let path = String(validating: line[(tab + 1)...], as: UTF8.self)
      else { return nil }
      return Entry(mode: words[0], object: tree == .index ? words[1] : words[2], path: path)
    }
  }

  /// The contents of objects, by their names; what is no file or too large is left out.
  func contents(of objects: [String]) throws(Failure) -> [String: [UInt8]] {
    let request = Array(objects.lazy.map { $0 + "\n" }.joined().utf8)
    let answer = try output(["cat-file", "--batch"], input: request)
    var contents: [String: [UInt8]] = [:]
    var position = 0
    while let end = answer[position...].firstIndex(of: 0x0A) {
      // `object type size`, the bytes, a line feed; `object missing`
      let words = answer[position..<end].split(separator: 0x20)
        .map { String(decoding: $0, as: UTF8.self) }
      position = end + 1
      guard words.count == 3, let size = Int(words[2]), answer.count - position > size else {
        continue
      }
      if words[1] == "blob" { contents[words[0]] = Array(answer[position..<(position + size)]) }
      position += size + 1
    }
    return contents
  }
}
