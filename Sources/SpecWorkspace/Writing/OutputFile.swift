internal import Glibc

/// A file that somebody named for a result, anywhere on the machine.
///
/// At any moment it is wholly the old or wholly the new. A link is followed and stays; the mode of a
/// file that is there stays too. Devices and pipes are written to as they are.
package enum OutputFile {
  /// Makes or replaces the file; its directory must exist.
  package static func write(_ bytes: [UInt8], to path: String) throws(WriteError) {
    do throws(FileError) {
      guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
      var status = stat()
      let exists = stat(path, &status) == 0
      if exists, status.st_mode & S_IFMT != S_IFREG {
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .isDirectory }
        return try writeThrough(path, bytes)
      }
      let (parent, name) = RelativePath.split(exists ? try RealPath.of(path) : path)
      guard !name.isEmpty else { throw .isDirectory }
      let isAtTop = path.utf8.first == UInt8(ascii: "/")
      let directory = try Descriptor(
        at: AT_FDCWD, parent.isEmpty && isAtTop ? "/" : parent, O_RDONLY | O_DIRECTORY)
      if exists {
        // A new file could take the place of one that is not to be written.
        guard faccessat(directory.raw, name, W_OK, AT_EACCESS) == 0 else {
          throw FileError(errno: errno)
        }
      } else if FileType(of: name, at: directory.raw) != nil {
        // A link that leads nowhere.
        throw .missing
      }
      try replace(name, in: directory, bytes, status: exists ? status : nil)
    } catch {
      throw WriteError(.write, path, error)
    }
  }

  private static func replace(
    _ name: String, in directory: borrowing Descriptor, _ bytes: [UInt8], status: stat?
  ) throws(FileError) {
    let temporary = try TemporaryFile(beside: name, in: directory)
    do throws(FileError) {
      try temporary.write(bytes)
      if let status { try temporary.takeOver(status) }
      try temporary.synchronize()
      guard renameat(directory.raw, temporary.name, directory.raw, name) == 0 else {
        throw FileError(errno: errno)
      }
    } catch {
      temporary.remove(from: directory)
      throw error
    }
    directory.synchronizeQuietly()
  }

  private static func writeThrough(_ path: String, _ bytes: [UInt8]) throws(FileError) {
    let file = try Descriptor(at: AT_FDCWD, path, O_WRONLY)
    // It was opened so as not to hang on a pipe without a reader; writing waits for the reader.
    _ = fcntl(file.raw, F_SETFL, fcntl(file.raw, F_GETFL) & ~O_NONBLOCK)
    try file.write(bytes)
  }
}
