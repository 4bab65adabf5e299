internal import Glibc

/// A file that somebody named for input, anywhere on the machine.
package enum InputFile {
  /// Whether there is a file of that name, or a link to one.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    guard !path.isEmpty, !path.utf8.contains(0) else { return false }
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR
  }

  /// The bytes of the file, of at most so many; links are followed.
  package static func read(
    _ path: String, byteLimit: Int = SourceLimits.fileBytes
  ) throws(FileError) -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing }
    return try Descriptor(at: AT_FDCWD, path, O_RDONLY).contents(byteLimit: byteLimit)
  }
}
