internal import Glibc

/// The system's queue of what happens in directories: `inotify(7)`.
struct NotificationQueue: ~Copyable {
  /// Something that happened to a name in a directory, or to the directory itself.
  struct Event {
    /// The number of the watched directory; -1 for the queue itself.
    var watch: Int32
    var mask: UInt32
    /// Empty when it happened to the directory itself, `nil` when the name is no UTF-8.
    var name: String?

    var isOfDirectory: Bool { mask & UInt32(IN_ISDIR) != 0 }
    /// Whether a name is new at its place.
    var isArrival: Bool { mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0 }
    /// Whether a name is gone from its place.
    var isDeparture: Bool { mask & UInt32(IN_DELETE | IN_MOVED_FROM) != 0 }
    /// Whether events were lost.
    var isOverflow: Bool { mask & UInt32(IN_Q_OVERFLOW) != 0 }
    /// Whether the directory is no longer watched.
    var isEnd: Bool { mask & UInt32(IN_IGNORED) != 0 }
  }

  /// How a wait ended.
  enum Wait {
    case ready, timedOut
    /// The other descriptor is of no use to anybody any longer.
    case deserted
  }

  private let descriptor: Descriptor

  init() throws(FileError) {
    let raw = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard raw >= 0 else { throw FileError(errno: errno) }
    descriptor = Descriptor(owning: raw)
  }

  /// Watches the directory that a path leads to, links followed, and returns its number: the same
  /// for the same directory.
  func add(_ path: String) throws(FileError) -> Int32 {
    let mask =
      UInt32(IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO)
      | UInt32(IN_ONLYDIR)
    let number = inotify_add_watch(descriptor.raw, path, mask)
    guard number >= 0 else { throw FileError(errno: errno) }
    return number
  }

  func remove(_ watch: Int32) {
    // It fails only for a watch that has ended by itself.
    _ = inotify_rm_watch(descriptor.raw, watch)
  }

  /// Waits until there are events, without end when no time in milliseconds is given.
  func wait(_ milliseconds: Int32 = -1, unlessDeserted other: Int32? = nil) -> Wait {
    while true {
      // A negative descriptor is passed over.
      var waiting = [
        pollfd(fd: descriptor.raw, events: Int16(POLLIN), revents: 0),
        pollfd(fd: other ?? -1, events: 0, revents: 0),
      ]
      let count = poll(&waiting, nfds_t(waiting.count), milliseconds)
      if count < 0, errno == EINTR { continue }
      if waiting[1].revents & Int16(POLLERR | POLLHUP | POLLNVAL) != 0 { return .deserted }
      return count > 0 ? .ready : .timedOut
    }
  }

  /// What is in the queue now.
  func events() throws(FileError) -> [Event] {
    var events: [Event] = []
    // A multiple of the alignment of an event, with room for many of the longest names.
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor.raw, &buffer, buffer.count)
      if count > 0 {
        buffer.withUnsafeBytes {
          Self.parse(UnsafeRawBufferPointer(rebasing: $0[..<count]), &events)
        }
      } else if count == 0 || errno == EAGAIN {
        return events
      } else if errno != EINTR {
        throw FileError(errno: errno)
      }
    }
  }

  /// Takes events apart: number, mask, cookie and length of the name, 32 bits each, then the name,
  /// filled up with NUL.
  private static func parse(_ bytes: UnsafeRawBufferPointer, _ events: inout [Event]) {
    let head = MemoryLayout<inotify_event>.size
    var rest = bytes
    while rest.count >= head {
      let watch = rest.loadUnaligned(fromByteOffset: 0, as: Int32.self)
      let mask = rest.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
      let length = Int(rest.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
      let name = rest.dropFirst(head).prefix(length).prefix { $0 != 0 }
      events.append(
        Event(watch: watch, mask: mask, name: String(validating: name, as: UTF8.self)))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(head + length))
    }
  }
}

extension FileError {
  /// Whether no more directories can be watched: by one process, or by the user of it.
  package var isWatchLimit: Bool { self == .system(ENOSPC) || self == .system(EMFILE) }
}
