internal import Glibc

/// A folder of files that are made from something else, and are made anew whenever that changes.
///
/// A list in the folder, ``listName``, says which of its files were made so: only these are ever replaced
/// or removed. No link below the folder leads out of it. Each file is, at any moment, wholly the old or wholly
/// the new; as all of them can be made again, nothing waits for the device.
package struct GeneratedFolder: Sendable {
  /// A file to be: its path below the folder, normalised, and its bytes.
  package typealias File = (path: String, bytes: [UInt8])

  /// What is wrong with a file of the folder.
  package enum Difference: Sendable, Hashable {
    case missing, stale
    /// It was made once and is not made any more.
    case leftOver
  }

  /// What was done.
  package struct Summary: Sendable, Hashable {
    /// How many files are new or have new bytes.
    package var written = 0
    /// How many files held these bytes already.
    package var unchanged = 0
    /// How many files of earlier runs are gone.
    package var removed = 0

    package init() {}
  }

  /// The file that lists the others, one path a line, sorted.
  package static let listName = ".specctl-docs"
  private static let listHead =
    "# written by specctl docs; the files below are replaced and removed by it"

  /// The folder as it was named.
  package let path: String

  /// The folder need not exist; nothing is read or made yet.
  package init(path: String) {
    self.path = path
  }

  /// How the folder differs from what it should hold, by path; files that nobody listed do not count.
  package func differences(
    from files: [File]
  ) throws(WriteError) -> [(path: String, difference: Difference)] {
    guard let root = try existingRoot() else { return files.map { ($0.path, .missing) } }
    var found: [(path: String, difference: Difference)] = []
    for file in files {
      switch try contents(file.path, below: root) {
      case nil: found.append((file.path, .missing))
      case let bytes? where bytes != file.bytes: found.append((file.path, .stale))
      case _?: break
      }
    }
    let wanted = Set(files.map(\.path))
    for path in try listed(below: root) where !wanted.contains(path) {
      if try contents(path, below: root) != nil { found.append((path, .leftOver)) }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// The paths at which something stands that was not made by an earlier run and would be lost.
  package func strangers(among files: [File]) throws(WriteError) -> [String] {
    guard let root = try existingRoot() else { return [] }
    let listed = Set(try listed(below: root))
    var found: [String] = []
    for file in files where !listed.contains(file.path) {
      if let bytes = try contents(file.path, below: root), bytes != file.bytes {
        found.append(file.path)
      }
    }
    return found
  }

  /// Makes the folder hold the files, and removes what earlier runs made and this one does not.
  package func write(_ files: [File]) throws(WriteError) -> Summary {
    let root = try madeRoot()
    var summary = Summary()
    let former = try listed(below: root)
    let wanted = files.map(\.path)
    let wantedSet = Set(wanted)
    // The list comes first: a run that is cut off leaves nothing that the next one takes for a stranger.
    let both = wantedSet.union(former).sorted()
    if both != former { try put(Self.listName, Self.list(both), below: root) }
    for file in files {
      if try contents(file.path, below: root) == file.bytes {
        summary.unchanged += 1
      } else {
        try put(file.path, file.bytes, below: root)
        summary.written += 1
      }
    }
    for path in former where !wantedSet.contains(path) {
      if try remove(path, below: root) { summary.removed += 1 }
    }
    if both != wanted.sorted() { try put(Self.listName, Self.list(wanted.sorted()), below: root) }
    return summary
  }

  // MARK: The list

  private static func list(_ paths: [String]) -> [UInt8] {
    Array(([listHead] + paths).joined(separator: "\n").utf8) + [0x0A]
  }

  /// The paths of the list that can be paths of made files, sorted; empty without a list.
  private func listed(below root: String) throws(WriteError) -> [String] {
    guard let bytes = try contents(Self.listName, below: root) else { return [] }
    return bytes.split(separator: 0x0A).dropFirst()
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { RelativePath.normalized($0) == $0 && $0 != Self.listName }
      .sorted()
  }

  // MARK: Files

  private func existingRoot() throws(WriteError) -> String? {
    do throws(FileError) {
      return try RealPath.of(path)
    } catch {
      if error == .missing { return nil }
      throw WriteError(.write, path, error)
    }
  }

  private func madeRoot() throws(WriteError) -> String {
    var made = ""
    if path.utf8.first == UInt8(ascii: "/") { made = "/" }
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
      if mkdir(made, 0o777) != 0, errno != EEXIST, errno != EISDIR {
        throw WriteError(.createDirectory, path, FileError(errno: errno))
      }
    }
    do throws(FileError) {
      let root = try RealPath.of(path)
      _ = try Descriptor(at: AT_FDCWD, root, O_RDONLY | O_DIRECTORY)
      return root
    } catch {
      throw WriteError(.createDirectory, path, error)
    }
  }

  /// What a file holds; `nil` where there is none.
  private func contents(_ file: String, below root: String) throws(WriteError) -> [UInt8]? {
    let (parent, name) = RelativePath.split(file)
    do throws(FileError) {
      let directory = try SafeDirectory.open(parent, below: root)
      return try Descriptor(at: directory.raw, name, O_RDONLY | O_NOFOLLOW).contents()
    } catch {
      if error == .missing || error == .isNoDirectory { return nil }
      throw WriteError(.write, shown(file), error)
    }
  }

  private func shown(_ file: String) -> String {
    path.hasSuffix("/") ? path + file : path + "/" + file
  }

  private func put(_ file: String, _ bytes: [UInt8], below root: String) throws(WriteError) {
    var made = MadeDirectories()
    do throws(FileError) {
      let (parent, name) = RelativePath.split(file)
      let directory = try SafeDirectory.make(parent, below: root, made: &made)
      let temporary = try TemporaryFile(beside: name, in: directory)
      do throws(FileError) {
        try temporary.write(bytes)
        guard renameat(directory.raw, temporary.name, directory.raw, name) == 0 else {
          throw FileError(errno: errno)
        }
      } catch {
        temporary.remove(from: directory)
        throw error
      }
    } catch {
      throw WriteError(.write, shown(file), error)
    }
  }

  /// Removes a file, and the directories above it that are empty then.
  private func remove(_ file: String, below root: String) throws(WriteError) -> Bool {
    let (parent, name) = RelativePath.split(file)
    do throws(FileError) {
      let directory = try SafeDirectory.open(parent, below: root)
      guard FileType(of: name, at: directory.raw) == .file,
        unlinkat(directory.raw, name, 0) == 0
      else { return false }
    } catch {
      return false
    }
    var folder = parent
    while !folder.isEmpty, removeIfEmpty(folder, below: root) {
      folder = RelativePath.split(folder).directory
    }
    return true
  }

  /// Whether a directory was empty and is gone.
  private func removeIfEmpty(_ folder: String, below root: String) -> Bool {
    let (parent, name) = RelativePath.split(folder)
    guard let directory = try? SafeDirectory.open(parent, below: root) else { return false }
    return unlinkat(directory.raw, name, AT_REMOVEDIR) == 0
  }
}
