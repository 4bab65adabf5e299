internal import Glibc
import Synchronization

/// Two ends of a pipe, which no program that is started inherits by itself.
///
/// An end that was closed is not closed again when the pipe goes out of scope.
struct Pipe: ~Copyable {
  let reading: Int32
  let writing: Int32
  private let isReadingOpen = Atomic(true)
  private let isWritingOpen = Atomic(true)

  /// What the program reads is a socket: only there can a write to a program that has ended be told
  /// from one that ends this process.
  init(feedsProgram: Bool = false) throws(FileError) {
    var ends: [Int32] = [0, 0]
    let made =
      feedsProgram
      ? socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) : pipe(&ends)
    guard made == 0 else { throw FileError(errno: errno) }
    (reading, writing) = (ends[0], ends[1])
    // `pipe2`, which does both at once, is not visible to Swift.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if isReadingOpen.exchange(false, ordering: .relaxed) { close(reading) }
  }

  func closeWriting() {
    if isWritingOpen.exchange(false, ordering: .relaxed) { close(writing) }
  }

  /// Reads once; whether there may be more.
  func drain(into bytes: inout [UInt8]) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count = read(reading, buffer.baseAddress, buffer.count)
      if count > 0 { bytes += buffer[..<count] }
      return count > 0 || count < 0 && (errno == EINTR || errno == EAGAIN)
    }
  }

  /// Writes once and drops what was written; whether somebody still reads.
  func feed(_ bytes: inout ArraySlice<UInt8>) -> Bool {
    // No more than a pipe takes at once, so that the other ends are not forgotten meanwhile.
    let count = bytes.prefix(4096).withUnsafeBytes {
      send(writing, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    if count > 0 { bytes = bytes.dropFirst(count) }
    return count > 0 || count < 0 && (errno == EINTR || errno == EAGAIN)
  }
}
