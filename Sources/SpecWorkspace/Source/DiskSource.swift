internal import Glibc
import Synchronization

/// A workspace on disk.
///
/// Symbolic links are followed where they stay inside the root. Nothing but regular files and
/// directories is read. A link put in place between the look at a directory and the opening of a
/// file in it is not guarded against; writing is (see ``WorkspaceWriter``).
package final class DiskSource: ByteSource {
  /// The absolute path of the root, without links.
  package let root: String
  private let rootDirectory: Descriptor
  /// Directories known to be inside the root.
  private let inside = Mutex<Set<PathKey>>([PathKey("")])

  /// Fails where the root is no directory; links that lead to it are followed.
  package init(root: String) throws(FileError) {
    self.root = try RealPath.of(root)
    rootDirectory = try Descriptor(at: AT_FDCWD, self.root, O_RDONLY | O_DIRECTORY)
  }

  /// A path that is not normalised is taken for one outside the root.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    guard RelativePath.isNormalized(path) else { throw .outsideRoot }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    try checkInside(slash.map { String(path[..<$0]) } ?? "")
    do throws(FileError) {
      return try Descriptor(at: rootDirectory.raw, path, O_RDONLY | O_NOFOLLOW).contents()
    } catch {
      guard error == .system(ELOOP) else { throw error }
      let target = try resolve(path)
      return try Descriptor(at: rootDirectory.raw, target, O_RDONLY | O_NOFOLLOW).contents()
    }
  }

  /// A path that is not normalised is taken for one outside the root.
  package func list(_ directory: String) throws(FileError) -> [DirectoryEntry] {
    guard RelativePath.isNormalized(directory) else { throw .outsideRoot }
    try checkInside(directory)
    let descriptor = try Descriptor(at: rootDirectory.raw, directory, O_RDONLY | O_DIRECTORY)
    var entries: [DirectoryEntry] = []
    var directories: [PathKey] = []
    try DirectoryStream.read(descriptor) { name, type in
      let entry = entry(name, type, in: directory, descriptor.raw)
      if entry.kind == .directory {
        directories.append(PathKey(RelativePath.join(directory, entry.name)))
      }
      entries.append(entry)
    }
    inside.withLock { $0.formUnion(directories) }
    return entries
  }

  /// False also where a link leads out of the root, and for a path that is not normalised.
  package func exists(_ path: String) -> Bool {
    guard RelativePath.isNormalized(path) else { return false }
    guard (try? checkInside(RelativePath.split(path).directory)) != nil else { return false }
    switch FileType(of: path, at: rootDirectory.raw) {
    case .file, .directory: return true
    case .link: return (try? resolve(path)) != nil
    case .special, nil: return false
    }
  }

  private func entry(
    _ name: UnsafeBufferPointer<UInt8>, _ type: FileType?, in directory: String, _ descriptor: Int32
  ) -> DirectoryEntry {
    guard let text = String(validating: name, as: UTF8.self) else {
      let shown = String(decoding: name, as: UTF8.self)
      return DirectoryEntry(name: shown, kind: .unusable(.undecodableName))
    }
    switch type ?? FileType(of: text, at: descriptor) {
    case .file: return DirectoryEntry(name: text, kind: .file)
    case .directory: return DirectoryEntry(name: text, kind: .directory)
    case .special: return DirectoryEntry(name: text, kind: .unusable(.isSpecial))
    case nil: return DirectoryEntry(name: text, kind: .unusable(.missing))
    case .link:
      do throws(FileError) {
        let target = try resolve(RelativePath.join(directory, text))
        switch FileType(of: target, at: rootDirectory.raw) {
        case .file: return DirectoryEntry(name: text, kind: .file)
        case .directory: return DirectoryEntry(name: text, kind: .directory, linkTarget: target)
        default: return DirectoryEntry(name: text, kind: .unusable(.isSpecial))
        }
      } catch {
        return DirectoryEntry(name: text, kind: .unusable(error))
      }
    }
  }

  /// Where a path leads once all links are followed, relative to the root.
  private func resolve(_ path: String) throws(FileError) -> String {
    try RealPath.of(path, inside: root)
  }

  /// Throws unless a directory stands inside the root; looks at each directory once.
  private func checkInside(_ directory: String) throws(FileError) {
    if inside.withLock({ $0.contains(PathKey(directory)) }) { return }
    var checked = ""
    for part in directory.split(separator: "/") {
      checked = RelativePath.join(checked, String(part))
      if inside.withLock({ $0.contains(PathKey(checked)) }) { continue }
      switch FileType(of: checked, at: rootDirectory.raw) {
      case .directory: break
      case .link: _ = try resolve(checked)
      case .file, .special: throw .isNoDirectory
      case nil: throw FileError(errno: errno)
      }
      _ = inside.withLock { $0.insert(PathKey(checked)) }
    }
  }
}

/// A path that is itself only with the very same bytes.
private struct PathKey: Hashable, Sendable {
  var path: String

  init(_ path: String) {
    self.path = path
  }

  static func == (left: PathKey, right: PathKey) -> Bool {
    ByteOrder.areEqual(left.path, right.path)
  }

  func hash(into hasher: inout Hasher) {
    ByteOrder.withBytes(of: path) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
