/// A workspace as git has it: in the index, or in a commit.
///
/// Everything that could be part of a workspace is read at once, when the source is made; another
/// file is asked for by itself.
package struct GitSource: ByteSource {
  private let repository: GitRepository
  private let objects: [String: GitRepository.Entry]
  private let contents: [String: [UInt8]]
  private let directories: [String: Set<DirectoryEntry>]

  /// Folders that are at the top of a workspace, and how the files that are read end.
  private static let likelyFolders = [
    ".claude/", ".kiro/", ".spec-workflow/", "specs/", "openspec/",
  ]
  private static let likelyEndings = [".md", ".yaml", ".yml", ".json"]

  /// Reads the names of all files, and at once the bytes of those that could be part of a workspace.
  package init(
    _ repository: GitRepository, _ tree: GitRepository.Tree
  ) throws(GitRepository.Failure) {
    self.repository = repository
    var objects: [String: GitRepository.Entry] = [:]
    var directories: [String: Set<DirectoryEntry>] = ["": []]
    for entry in try repository.entries(of: tree) where entry.mode != "160000" {
      objects[entry.path] = entry
      var (directory, name) = RelativePath.split(entry.path)
      var kind = DirectoryEntry.Kind.file
      while directories[directory, default: []].insert(DirectoryEntry(name: name, kind: kind))
        .inserted, !directory.isEmpty
      {
        (directory, name) = RelativePath.split(directory)
        kind = .directory
      }
    }
    self.objects = objects
    self.directories = directories
    let wanted = objects.values.filter { Self.isLikely($0.path) }.map(\.object)
    contents = try repository.contents(of: Set(wanted).sorted())
  }

  private static func isLikely(_ path: String) -> Bool {
    let isAtTop = !path.utf8.contains(UInt8(ascii: "/"))
    return likelyEndings.contains { path.hasSuffix($0) }
      && (isAtTop || likelyFolders.contains { path.hasPrefix($0) })
  }

  /// Links to files are followed, at most eight in a row.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    try read(path, links: 0)
  }

  private func read(_ path: String, links: Int) throws(FileError) -> [UInt8] {
    guard let entry = objects[path] else {
      throw directories[path] == nil ? .missing : .isDirectory
    }
    let bytes = try bytes(of: entry.object)
    guard entry.mode == "120000" else { return bytes }
    // A link: what it leads to, as git has that.
    let target = RelativePath.join(
      RelativePath.split(path).directory, String(decoding: bytes, as: UTF8.self))
    guard links < 8, let normalized = RelativePath.normalized(target) else { throw .outsideRoot }
    return try read(normalized, links: links + 1)
  }

  private func bytes(of object: String) throws(FileError) -> [UInt8] {
    let known = contents[object]
    guard let bytes = known ?? (try? repository.contents(of: [object]))?[object] else {
      throw .missing
    }
    guard bytes.count <= SourceLimits.fileBytes else { throw .tooLarge }
    return bytes
  }

  /// A link is a file here, wherever it leads.
  package func list(_ directory: String) throws(FileError) -> [DirectoryEntry] {
    guard let entries = directories[directory] else {
      throw objects[directory] == nil ? .missing : .isNoDirectory
    }
    return Array(entries)
  }

  /// Links are not followed.
  package func exists(_ path: String) -> Bool {
    objects[path] != nil || directories[path] != nil
  }
}
