internal import Glibc

/// Writes files of a workspace so that each is, at any moment, wholly the old or wholly the new.
///
/// Links are followed where they stay inside the root. Each step of the way is checked on an open
/// directory, so that nothing put in place meanwhile leads out of it. What is done is on the device
/// when a call returns.
package struct WorkspaceWriter: Sendable {
  /// The absolute path of the root, without links.
  package let root: String

  /// Follows links; fails where nothing is at the path.
  package init(root: String) throws(FileError) {
    self.root = try RealPath.of(root)
  }

  /// Replaces what a file holds, if it still holds what was read; its mode stays, and its owner
  /// where the system allows.
  ///
  /// Where both are the same, nothing is written.
  package func replace(_ path: String, read old: [UInt8], with new: [UInt8]) throws(WriteError) {
    do throws(FileError) {
      let target = try fileBehindLinks(path)
      let (parent, name) = RelativePath.split(target)
      let directory = try SafeDirectory.open(parent, below: root)
      try Self.replace(name, in: directory, read: old, with: new)
    } catch {
      throw WriteError(.write, path, error)
    }
  }

  /// Makes a new file, with the directories above it; never touches what is there.
  package func create(_ path: String, _ bytes: [UInt8]) throws(WriteError) {
    _ = try makeFile(path, bytes)
  }

  /// The same, giving the directories that were made for it.
  func makeFile(_ path: String, _ bytes: [UInt8]) throws(WriteError) -> MadeDirectories {
    var made = MadeDirectories()
    do throws(FileError) {
      guard let target = RelativePath.normalized(path), !target.isEmpty else {
        throw .outsideRoot
      }
      let (parent, name) = RelativePath.split(target)
      let directory = try SafeDirectory.make(parent, below: root, made: &made)
      try Self.create(name, in: directory, bytes)
      return made
    } catch {
      made.remove(below: root)
      throw WriteError(.create, path, error)
    }
  }

  /// Removes a file that holds what was written to it.
  func remove(_ path: String, holding bytes: [UInt8]) throws(WriteError) {
    do throws(FileError) {
      guard let target = RelativePath.normalized(path), !target.isEmpty else { throw .outsideRoot }
      let (parent, name) = RelativePath.split(target)
      let directory = try SafeDirectory.open(parent, below: root)
      let file = try Descriptor(at: directory.raw, name, O_RDONLY | O_NOFOLLOW)
      guard try file.contents() == bytes else { throw .changed }
      guard unlinkat(directory.raw, name, 0) == 0 else { throw FileError(errno: errno) }
    } catch {
      throw WriteError(.remove, path, error)
    }
  }

  /// Makes a directory with those above it; one that is there already is no fault.
  package func createDirectory(_ path: String) throws(WriteError) {
    var made = MadeDirectories()
    do throws(FileError) {
      guard let target = RelativePath.normalized(path) else { throw .outsideRoot }
      _ = try SafeDirectory.make(target, below: root, made: &made)
    } catch {
      made.remove(below: root)
      throw WriteError(.createDirectory, path, error)
    }
  }

  /// The path of a file, or of the one that it leads to as a link.
  private func fileBehindLinks(_ path: String) throws(FileError) -> String {
    guard let target = RelativePath.normalized(path), !target.isEmpty else { throw .outsideRoot }
    let (parent, name) = RelativePath.split(target)
    let directory = try SafeDirectory.open(parent, below: root)
    switch FileType(of: name, at: directory.raw) {
    case .link: return try RealPath.of(target, inside: root)
    case nil: throw FileError(errno: errno)
    default: return target
    }
  }

  private static func replace(
    _ name: String, in directory: borrowing Descriptor, read old: [UInt8], with new: [UInt8]
  ) throws(FileError) {
    // Held until the directory is closed: between the look at the file and the change of it no other
    // specctl may change it.
    try directory.lock()
    let file = try Descriptor(at: directory.raw, name, O_RDONLY | O_NOFOLLOW)
    let before = try file.status()
    guard try file.contents() == old else { throw .changed }
    if old == new { return }
    // A new file could take the place of one that is not to be written.
    guard faccessat(directory.raw, name, W_OK, AT_EACCESS) == 0 else {
      throw FileError(errno: errno)
    }
    let temporary = try TemporaryFile(beside: name, in: directory)
    do throws(FileError) {
      try temporary.write(new)
      try temporary.takeOver(before)
      try temporary.synchronize()
      var now = stat()
      guard fstatat(directory.raw, name, &now, AT_SYMLINK_NOFOLLOW) == 0,
        now.st_ino == before.st_ino, now.st_dev == before.st_dev,
        now.st_size == before.st_size, now.st_mtim.tv_sec == before.st_mtim.tv_sec,
        now.st_mtim.tv_nsec == before.st_mtim.tv_nsec
      else { throw .changed }
      guard renameat(directory.raw, temporary.name, directory.raw, name) == 0 else {
        throw FileError(errno: errno)
      }
    } catch {
      temporary.remove(from: directory)
      throw error
    }
    directory.synchronizeQuietly()
  }

  private static func create(
    _ name: String, in directory: borrowing Descriptor, _ bytes: [UInt8]
  ) throws(FileError) {
    if FileType(of: name, at: directory.raw) != nil { throw .exists }
    let temporary = try TemporaryFile(beside: name, in: directory)
    do throws(FileError) {
      try temporary.write(bytes)
      try temporary.synchronize()
      // A link, unlike a rename, never replaces what stands there.
      if linkat(directory.raw, temporary.name, directory.raw, name, 0) != 0 {
        let code = errno
        guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(code) else {
          throw FileError(errno: code)
        }
        try createInPlace(name, in: directory, bytes)
      }
    } catch {
      temporary.remove(from: directory)
      throw error
    }
    temporary.remove(from: directory)
    directory.synchronizeQuietly()
  }

  /// Makes a file where the file system knows no second names: not at once, but still never over
  /// another.
  private static func createInPlace(
    _ name: String, in directory: borrowing Descriptor, _ bytes: [UInt8]
  ) throws(FileError) {
    let file = try Descriptor(
      at: directory.raw, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666)
    do throws(FileError) {
      try file.write(bytes)
      try file.synchronize()
    } catch {
      unlinkat(directory.raw, name, 0)
      throw error
    }
  }
}
