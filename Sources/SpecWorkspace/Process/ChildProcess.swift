internal import Glibc

/// A program that is run to its end, without a shell between.
///
/// It reads what it is given on standard input, and what it writes is kept; it sees the environment
/// of this process with some variables changed.
package struct ChildProcess: Sendable {
  /// What came of a program that ran.
  package struct Result: Sendable {
    /// The exit status; 128 and more for a signal, as a shell has it.
    package var status: Int32
    /// What the program wrote to standard output, the whole of it.
    package var output: [UInt8]
    /// What the program wrote to standard error, the whole of it.
    package var errors: [UInt8]

    package var isSuccess: Bool { status == 0 }

    /// The first line that the program wrote to standard error.
    package var complaint: String {
      String(decoding: errors.prefix { $0 != 0x0A }, as: UTF8.self)
    }
  }

  /// The program, looked for in `PATH`, and its arguments.
  private let words: [String]
  private let variables: [String: String]

  /// The program's environment is that of this process, but for the variables that are set.
  package init(_ words: [String], setting variables: [String: String] = [:]) {
    self.words = words
    self.variables = variables
  }

  /// Runs the program; fails where it cannot be started.
  package func run(input: [UInt8] = []) throws(FileError) -> Result {
    let standardInput = try Pipe(feedsProgram: true)
    let output = try Pipe()
    let errors = try Pipe()
    let process = try spawn(standardInput, output, errors)
    standardInput.closeReading()
    output.closeWriting()
    errors.closeWriting()
    let written = Self.exchange(input, standardInput, output, errors)
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0, errno == EINTR {}
    let signal = state & 0x7F
    return Result(
      status: signal == 0 ? state >> 8 & 0xFF : 128 + signal, output: written.output,
      errors: written.errors)
  }

  private func spawn(
    _ input: borrowing Pipe, _ output: borrowing Pipe, _ errors: borrowing Pipe
  ) throws(FileError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.reading, 0)
    posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores or holds back, the program must not.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var process = pid_t()
    let code = Self.withCStrings(words) { arguments in
      Self.withCStrings(environment) { environment in
        posix_spawnp(&process, words[0], &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw FileError(errno: code) }
    return process
  }

  /// `NAME=value` for every variable that the program sees.
  private var environment: [String] {
    var all: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      if variables[String(text.prefix { $0 != "=" })] == nil { all.append(text) }
      next += 1
    }
    return all + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  private static func withCStrings<Value>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  /// Feeds and drains the pipes until the program has closed its ends.
  private static func exchange(
    _ input: [UInt8], _ standardInput: borrowing Pipe, _ output: borrowing Pipe,
    _ errors: borrowing Pipe
  ) -> (output: [UInt8], errors: [UInt8]) {
    var rest = input[...]
    var isFeeding = true
    var drained: (output: [UInt8], errors: [UInt8]) = ([], [])
    var open = (output: true, errors: true)
    while open.output || open.errors {
      if rest.isEmpty, isFeeding {
        standardInput.closeWriting()
        isFeeding = false
      }
      var entries = [
        pollfd(fd: open.output ? output.reading : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: open.errors ? errors.reading : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isFeeding ? standardInput.writing : -1, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&entries, 3, -1) > 0 else { continue }
      if entries[0].revents != 0 { open.output = output.drain(into: &drained.output) }
      if entries[1].revents != 0 { open.errors = errors.drain(into: &drained.errors) }
      if entries[2].revents != 0, !standardInput.feed(&rest) { rest = [] }
    }
    if isFeeding { standardInput.closeWriting() }
    return drained
  }
}
