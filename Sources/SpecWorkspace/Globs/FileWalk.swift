package import SpecModel

/// Files below a root that patterns mean.
package struct FileWalk: Sendable {
  /// How much a walk may find.
  package enum Limits {
    /// More files that patterns mean are a fault.
    package static let files = 200_000
    /// More opened folders are a fault.
    package static let folders = 200_000
    /// How many folders may stand in each other.
    package static let depth = 64
    /// Of larger files none is source that somebody wrote.
    package static let fileBytes = 8 << 20
  }

  /// Why a walk was given up.
  package enum Fault: Error, Sendable, Hashable {
    case tooManyFiles, tooManyFolders

    /// The fault as a phrase.
    package var phrase: String {
      switch self {
      case .tooManyFiles: "more than \(Limits.files) files match"
      case .tooManyFolders: "there are more than \(Limits.folders) folders to look into"
      }
    }
  }

  /// In the byte order of their paths.
  package private(set) var paths: [String] = []
  /// Folders that could not be looked into, and names that mean nothing that can be read.
  package private(set) var unreadable: [(path: String, reason: String)] = []

  /// Looks for the files, a few folders at once.
  ///
  /// Only folders in which a pattern can match are opened. Links to folders are not followed, and links
  /// to files only where they stay below the root. Linear in what the opened folders hold.
  package init(_ globs: [FileGlob], in source: some ByteSource) async throws(Fault) {
    guard globs.contains(where: { !$0.isExclusion }) else { return }
    var level = [Folder(path: "", progress: GlobProgress(globs))]
    var count = 0
    for _ in 0...Limits.depth {
      guard !level.isEmpty else { break }
      count += level.count
      guard count <= Limits.folders else { throw .tooManyFolders }
      let found = await BoundedTasks.map(level, workers: BoundedTasks.processors) {
        $0.contents(from: source)
      }
      level = []
      for part in found {
        paths += part.files
        level += part.folders
        unreadable += part.unreadable
        guard paths.count <= Limits.files else { throw .tooManyFiles }
      }
    }
    for folder in level {
      unreadable.append((folder.path, "more than \(Limits.depth) folders deep"))
    }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    unreadable.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What `work` makes of the bytes of each file, a few at once, in the order of the paths; files that cannot
  /// be read, or are too large, are left out and told of.
  package static func map<Result: Sendable>(
    _ paths: [String], in source: some ByteSource, byteLimit: Int = Limits.fileBytes,
    _ work: @escaping @Sendable (String, [UInt8]) -> Result?
  ) async -> (results: [Result], unreadable: [(path: String, reason: String)]) {
    let parts = await BoundedTasks.map(paths, workers: BoundedTasks.processors) {
      path -> (result: Result?, reason: String?) in
      do throws(FileError) {
        let bytes = try source.read(path)
        guard bytes.count <= byteLimit else {
          return (nil, "larger than \(byteLimit >> 20) MiB")
        }
        return (work(path, bytes), nil)
      } catch {
        return (nil, error.phrase)
      }
    }
    var unreadable: [(path: String, reason: String)] = []
    for (path, part) in zip(paths, parts) {
      if let reason = part.reason { unreadable.append((path, reason)) }
    }
    return (parts.compactMap(\.result), unreadable)
  }

  private struct Folder: Sendable {
    var path: String
    var progress: GlobProgress

    func contents(from source: some ByteSource) -> Contents {
      var contents = Contents()
      do throws(FileError) {
        for entry in try source.list(path) {
          let path = RelativePath.join(path, entry.name)
          switch entry.kind {
          case .file: if progress.takes(file: entry.name) { contents.files.append(path) }
          case .directory:
            guard entry.linkTarget == nil, let next = progress.entering(entry.name) else {
              continue
            }
            contents.folders.append(Folder(path: path, progress: next))
          case .unusable(let error):
            if error != .isSpecial, error != .missing, error != .outsideRoot,
              progress.takes(file: entry.name)
            {
              contents.unreadable.append((path, error.phrase))
            }
          }
        }
      } catch {
        contents.unreadable.append((path, error.phrase))
      }
      return contents
    }
  }

  private struct Contents: Sendable {
    var files: [String] = []
    var folders: [Folder] = []
    var unreadable: [(path: String, reason: String)] = []
  }
}
