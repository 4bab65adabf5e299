/// Bytes laid over another source: what an editor has not saved, or what fixes would make of files.
///
/// A file that is laid over need not be below; the directories that it stands in are then listed
/// too. A file that is taken away is in no listing.
package struct OverlaySource: ByteSource {
  private let base: any ByteSource
  /// By normalised path; `nil` for a file that is taken away.
  private var files: [String: [UInt8]?] = [:]
  /// What the files laid over add to the listings of their directories.
  private var added: [String: Set<DirectoryEntry>] = [:]

  package init(over base: any ByteSource) {
    self.base = base
  }

  /// The paths that differ from the source below, in byte order.
  package var paths: [String] {
    files.keys.sorted(by: ByteOrder.precedes)
  }

  /// Lays bytes over a file, or takes the file away with `nil`.
  ///
  /// A path that leaves the root is left alone: nothing below the root would ask for it.
  package mutating func lay(_ bytes: [UInt8]?, over path: String) {
    guard let path = RelativePath.normalized(path), !path.isEmpty else { return }
    files[path] = .some(bytes)
    guard bytes != nil else { return }
    var (directory, name) = RelativePath.split(path)
    var kind = DirectoryEntry.Kind.file
    while added[directory, default: []].insert(DirectoryEntry(name: name, kind: kind)).inserted,
      !directory.isEmpty
    {
      (directory, name) = RelativePath.split(directory)
      kind = .directory
    }
  }

  /// Lets the source below be seen again at a path.
  package mutating func uncover(_ path: String) {
    guard let path = RelativePath.normalized(path), files.removeValue(forKey: path) != nil else {
      return
    }
    // Few files are ever laid over, so the listings are made anew.
    let remaining = files
    added = [:]
    for (path, bytes) in remaining { lay(bytes, over: path) }
  }

  /// The bytes laid over a path; `nil` where none are.
  package func overlay(of path: String) -> [UInt8]? {
    files[path] ?? nil
  }

  package func read(_ path: String) throws(FileError) -> [UInt8] {
    if let overlay = files[path] {
      guard let bytes = overlay else { throw .missing }
      guard bytes.count <= SourceLimits.fileBytes else { throw .tooLarge }
      return bytes
    }
    do throws(FileError) {
      return try base.read(path)
    } catch {
      throw error == .missing && added[path] != nil ? .isDirectory : error
    }
  }

  /// A directory that only files laid over stand in is there too.
  package func list(_ directory: String) throws(FileError) -> [DirectoryEntry] {
    let additions = added[directory]
    var entries: [DirectoryEntry]
    do throws(FileError) {
      entries = try base.list(directory)
    } catch {
      guard error == .missing, additions != nil else { throw error }
      entries = []
    }
    entries.removeAll { entry in
      let path = RelativePath.join(directory, entry.name)
      if let overlay = files[path] { return overlay == nil || entry.kind != .directory }
      return false
    }
    let names = Set(entries.map(\.name))
    for entry in additions ?? [] where !names.contains(entry.name) {
      entries.append(entry)
    }
    return entries
  }

  package func exists(_ path: String) -> Bool {
    if let overlay = files[path] { return overlay != nil }
    return added[path] != nil || base.exists(path)
  }
}
