internal import Glibc

/// What a name in a directory stands for, links not followed.
enum FileType {
  case file, directory, link, special

  /// The type of a path relative to an open directory; `nil`, with `errno` set, without one.
  init?(of path: String, at directory: Int32) {
    var status = stat()
    guard fstatat(directory, path.isEmpty ? "." : path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return nil
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    case S_IFLNK: self = .link
    default: self = .special
    }
  }

  /// The type that a directory says of an entry; some file systems say none.
  fileprivate init?(_ type: UInt8) {
    switch Int(type) {
    case Int(DT_UNKNOWN): return nil
    case Int(DT_REG): self = .file
    case Int(DT_DIR): self = .directory
    case Int(DT_LNK): self = .link
    default: self = .special
    }
  }
}

/// The names of a directory.
enum DirectoryStream {
  /// Calls `body` with the bytes of every name but `.` and `..`, in the order of the file system.
  static func read(
    _ directory: borrowing Descriptor,
    _ body: (UnsafeBufferPointer<UInt8>, FileType?) -> Void
  ) throws(FileError) {
    // The stream owns the descriptor that it is given.
    let copy = fcntl(directory.raw, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw FileError(errno: errno) }
    guard let stream = fdopendir(copy) else {
      let code = errno
      close(copy)
      throw FileError(errno: code)
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileError(errno: errno) }
        return
      }
      let type = FileType(entry.pointee.d_type)
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        let start = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self)
        let length = strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
        let name = UnsafeBufferPointer(start: start, count: length)
        if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return }
        body(name, type)
      }
    }
  }
}
