internal import Glibc

/// A program that was run to its end, with what it wrote.
package struct ProcessRun: Sendable {
  /// The exit status; 128 and more for a signal, as a shell has it; `nil` when time ran out.
  package let status: Int32?
  /// Standard output, and standard error where it was not kept apart.
  package let output: [UInt8]
  /// Standard error; empty where it was mixed into the output.
  package let talk: [UInt8]
  /// Seconds on the clock.
  package let seconds: Double
  /// The most memory that the program held, in bytes; 0 where the process that started it has held
  /// more, which the system counts for the program too.
  package let memory: Int

  package var outputText: String { String(decoding: output, as: UTF8.self) }
  package var talkText: String { String(decoding: talk, as: UTF8.self) }

  /// Runs a program and waits for it; the environment is all that it sees of one.
  ///
  /// Standard error goes where standard output goes, in the order written, if streams are mixed.
  /// After the limit, in seconds, the program and its children are killed.
  package static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    mixesStreams: Bool = false, limit: Double = 60
  ) throws -> ProcessRun {
    let output = try Capture()
    let talk = try Capture()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.descriptor, 1)
    posix_spawn_file_actions_adddup2(
      &actions, mixesStreams ? output.descriptor : talk.descriptor, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of tests hold signals back, which a program would take over.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK))

    let began = now()
    var process = pid_t()
    // The library's own way to another folder is not visible to Swift.
    let words = CStrings(["/usr/bin/env", "-C", folder] + arguments)
    let variables = CStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
    let code = posix_spawn(
      &process, "/usr/bin/env", &actions, &attributes, words.pointers, variables.pointers)
    guard code == 0 else { throw SpawnFailure(description: "cannot run '\(arguments[0])'") }

    var state: Int32 = 0
    var usage = rusage()
    var isLate = false
    var pause: useconds_t = 500
    // The end of a child is asked for again and again: a test needs no signal handler for it.
    while wait4(process, &state, WNOHANG, &usage) == 0 {
      if !isLate, now() - began > limit {
        isLate = true
        kill(-process, SIGKILL)
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
    var own = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &own)
    let signal = state & 0x7f
    return ProcessRun(
      status: isLate ? nil : signal == 0 ? state >> 8 & 0xff : 128 + signal,
      output: try output.bytes(), talk: try talk.bytes(), seconds: now() - began,
      memory: usage.ru_maxrss > own.ru_maxrss ? usage.ru_maxrss * 1024 : 0)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// A program that did not start.
private struct SpawnFailure: Error, CustomStringConvertible {
  let description: String
}

/// A file without a name that takes what a program writes: unlike a pipe it is never full.
private struct Capture: ~Copyable {
  let descriptor: Int32

  init() throws {
    var name = Array("/tmp/specctl-output-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw SpawnFailure(description: "cannot make a temporary file") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    unlink(name)
  }

  deinit { close(descriptor) }

  func bytes() throws -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + done }, size - done, done)
      }
      guard count > 0 else { throw SpawnFailure(description: "cannot read what was written") }
      done += count
    }
    return bytes
  }
}

/// Words as C wants them, with a null pointer at the end.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ words: [String]) {
    count = words.count
    pointers = .allocate(capacity: words.count + 1)
    for (index, word) in words.enumerated() { pointers[index] = strdup(word) }
    pointers[words.count] = nil
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
