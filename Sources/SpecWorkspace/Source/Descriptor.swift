internal import Glibc

/// An open file or directory; closed when it goes out of scope.
struct Descriptor: ~Copyable, Sendable {
  let raw: Int32

  /// Opens a path relative to a directory; never blocks on a pipe and takes no terminal.
  init(at directory: Int32, _ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileError) {
    let always = O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    while true {
      let raw = openat(directory, path.isEmpty ? "." : path, flags | always, mode)
      if raw >= 0 {
        self.raw = raw
        return
      }
      if errno != EINTR { throw FileError(errno: errno) }
    }
  }

  /// Takes over what the system opened.
  init(owning raw: Int32) {
    self.raw = raw
  }

  deinit {
    close(raw)
  }

  /// What the system knows of the open file.
  func status() throws(FileError) -> stat {
    var status = stat()
    guard fstat(raw, &status) == 0 else { throw FileError(errno: errno) }
    return status
  }
}

extension FileError {
  init(errno code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EEXIST: self = .exists
    case ENOTDIR: self = .isNoDirectory
    case EISDIR: self = .isDirectory
    // Opening a socket, or a device that nothing serves.
    case ENXIO, ENODEV: self = .isSpecial
    default: self = .system(code)
    }
  }
}
