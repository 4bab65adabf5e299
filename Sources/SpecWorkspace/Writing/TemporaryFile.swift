internal import Glibc
internal import Synchronization

/// A new file that will take the place of another, or its name.
struct TemporaryFile: ~Copyable {
  let name: String
  private let file: Descriptor

  private static let counter = Atomic(0)

  /// Makes an empty file with a hidden name that is not taken, with the mode of new files.
  init(beside name: String, in directory: borrowing Descriptor) throws(FileError) {
    var failure = FileError.exists
    for _ in 0..<64 {
      let number = Self.counter.wrappingAdd(1, ordering: .relaxed).oldValue
      // Cut short, so that names of the greatest length have room for the rest.
      let stem = String(decoding: name.utf8.prefix(120), as: UTF8.self)
      let candidate = ".\(stem).specctl-\(getpid())-\(number)"
      do throws(FileError) {
        file = try Descriptor(
          at: directory.raw, candidate, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o666)
        self.name = candidate
        return
      } catch {
        failure = error
        if error != .exists { break }
      }
    }
    throw failure
  }

  func write(_ bytes: [UInt8]) throws(FileError) {
    try file.write(bytes)
  }

  func synchronize() throws(FileError) {
    try file.synchronize()
  }

  /// Takes the mode of a file and, where the system allows, its owner.
  func takeOver(_ status: stat) throws(FileError) {
    let own = try file.status()
    if own.st_uid != status.st_uid || own.st_gid != status.st_gid {
      // Only a privileged user can give files away; for others the writer owns what it wrote.
      _ = fchown(file.raw, status.st_uid, status.st_gid)
    }
    guard fchmod(file.raw, status.st_mode & 0o7777) == 0 else { throw FileError(errno: errno) }
  }

  func remove(from directory: borrowing Descriptor) {
    unlinkat(directory.raw, name, 0)
  }
}

extension Descriptor {
  func write(_ bytes: [UInt8]) throws(FileError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count, let start = buffer.baseAddress {
        let count = Glibc.write(raw, start + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 { throw FileError(errno: failure) }
  }

  /// Keeps other processes that ask for it from the same lock, until this is closed.
  ///
  /// Fails when somebody else does not let go for two seconds. Where the file system knows no locks,
  /// there is none.
  func lock() throws(FileError) {
    for _ in 0..<200 {
      if flock(raw, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { return }
      usleep(10_000)
    }
    throw .system(EWOULDBLOCK)
  }

  /// Waits until the file is on the device.
  func synchronize() throws(FileError) {
    guard fsync(raw) == 0 else { throw FileError(errno: errno) }
  }

  /// Waits until a directory is on the device; some file systems cannot say, which is no fault.
  func synchronizeQuietly() {
    _ = fsync(raw)
  }
}
