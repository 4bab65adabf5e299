internal import Glibc

/// Standard input and output of the process.
package struct StandardStreams: MessageStreams {
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// From now on writing to a closed pipe fails, and does not end the process.
  package init() {
    // An editor that goes away is noticed by the writing that fails.
    signal(SIGPIPE, SIG_IGN)
  }

  /// At most 64 KiB at once.
  package mutating func read(until deadline: ContinuousClock.Instant?) -> StreamInput {
    while true {
      var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      let ready = poll(&input, 1, Self.milliseconds(until: deadline))
      if ready == 0 { return .nothing }
      if ready < 0 {
        guard errno == EINTR else { return .end }
        continue
      }
      let count = buffer.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress, $0.count) }
      if count > 0 { return .bytes(Array(buffer[..<count])) }
      guard count < 0, errno == EINTR || errno == EAGAIN else { return .end }
    }
  }

  /// The milliseconds to wait, rounded up; -1 for as long as it takes.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let rest = ContinuousClock.now.duration(to: deadline)
    guard rest > .zero else { return 0 }
    return Int32(clamping: Int(rest / .milliseconds(1)) + 1)
  }

  /// Waits without a limit for an editor that reads slowly.
  package mutating func write(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = Glibc.write(1, rest.baseAddress, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          guard errno == EAGAIN else { return false }
          var output = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
          _ = poll(&output, 1, -1)
          continue
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }
}
