/// A workspace that is only in memory.
package struct MemorySource: ByteSource {
  private let files: [String: [UInt8]]
  private var directories: [String: Set<DirectoryEntry>] = ["": []]

  /// A tree with the given files, by normalised path, and the directories that they stand in.
  package init(_ files: [String: [UInt8]]) {
    self.files = files
    for path in files.keys {
      var (directory, name) = RelativePath.split(path)
      var kind = DirectoryEntry.Kind.file
      while directories[directory, default: []].insert(DirectoryEntry(name: name, kind: kind))
        .inserted, !directory.isEmpty
      {
        (directory, name) = RelativePath.split(directory)
        kind = .directory
      }
    }
  }

  /// A tree with files of the given text.
  package init(_ files: [String: String]) {
    self.init(files.mapValues { Array($0.utf8) })
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    if let bytes = files[path] {
      guard bytes.count <= SourceLimits.fileBytes else { throw .tooLarge }
      return bytes
    }
    throw directories[path] == nil ? .missing : .isDirectory
  }

  package func list(_ directory: String) throws(FileError) -> [DirectoryEntry] {
    guard let entries = directories[directory] else {
      throw files[directory] == nil ? .missing : .isNoDirectory
    }
    return Array(entries)
  }

  package func exists(_ path: String) -> Bool {
    files[path] != nil || directories[path] != nil
  }
}
