internal import Glibc

extension Descriptor {
  /// The bytes of a regular file: one read of its size, more only when it grew meanwhile.
  func contents(byteLimit: Int = SourceLimits.fileBytes) throws(FileError) -> [UInt8] {
    let status = try status()
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isDirectory
    default: throw .isSpecial
    }
    guard status.st_size <= byteLimit else { throw .tooLarge }
    var failure: Int32 = 0
    // The byte more makes the read that returns less the one that reached the end.
    var wanted = Int(status.st_size) + 1
    var bytes: [UInt8] = []
    while true {
      bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        count = fill(buffer, &failure)
      }
      if failure != 0 { throw FileError(errno: failure) }
      if bytes.count < wanted { return bytes }
      guard wanted <= byteLimit else { throw .tooLarge }
      // The file is larger than it said: once more from the start, with more room.
      wanted *= 2
      guard lseek(raw, 0, SEEK_SET) == 0 else { throw FileError(errno: errno) }
    }
  }

  /// Reads until the buffer is full or the file at its end; the number of bytes read.
  private func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>, _ failure: inout Int32) -> Int {
    var count = 0
    while count < buffer.count, let start = buffer.baseAddress {
      let got = Glibc.read(raw, start + count, buffer.count - count)
      if got < 0 {
        if errno == EINTR { continue }
        failure = errno
        return count
      }
      count += got
      // A regular file gives less than asked only at its end.
      if got == 0 || count < buffer.count { return count }
    }
    return count
  }
}
