import Diagnostics
import Glibc
import SpecWorkspace

/// The two streams of the process and what is known of them.
///
/// Results go to standard output, talk to standard error.
struct Console {
  let output: TerminalTraits
  let talk: TerminalTraits
  let outputIsTerminal: Bool

  init(common: CommonOptions) {
    self.init(color: common.color)
  }

  init(color: ColorChoice = .auto) {
    outputIsTerminal = isatty(1) == 1
    output = Self.traits(of: 1, choice: color)
    talk = Self.traits(of: 2, choice: color)
  }

  private static func traits(of descriptor: Int32, choice: ColorChoice) -> TerminalTraits {
    let isTerminal = isatty(descriptor) == 1
    return TerminalTraits(
      width: isTerminal ? width(of: descriptor) : 80,
      showsColor: choice.showsColor(
        isTerminal: isTerminal, noColor: environment("NO_COLOR"), term: environment("TERM")))
  }

  private static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Writes a result.
  func write(_ text: String) {
    Self.write(text, to: 1)
  }

  /// Writes a result that need not be text.
  func write(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { Self.write($0, to: 1) }
  }

  /// Says something about the work.
  func say(_ text: String) {
    Self.write(text + "\n", to: 2)
  }

  /// Says what is wrong without keeping the command from its work.
  func warn(_ message: String) {
    var text = StyledText(showsColor: talk.showsColor)
    text.append("warning", TerminalStyle(.warning))
    text.append(": ")
    text.append(message)
    text.endLine()
    Self.write(text.text, to: 2)
  }

  /// Says why the exit status is 1.
  func complain(_ message: String) {
    var text = StyledText(showsColor: talk.showsColor)
    text.append("error", TerminalStyle(.error))
    text.append(": ")
    text.append(message)
    text.endLine()
    Self.write(text.text, to: 2)
  }

  /// Says what may be done about a result.
  func advise(_ words: String) {
    var text = StyledText(showsColor: talk.showsColor)
    text.append("  = help: ", .help)
    text.append(words)
    text.endLine()
    Self.write(text.text, to: 2)
  }

  /// Says why the command could not do its work.
  func report(_ failure: CommandFailure) {
    var text = StyledText(showsColor: talk.showsColor)
    text.append("error", TerminalStyle(.error))
    text.append(": ")
    text.append(failure.message)
    text.endLine()
    Self.write(text.text, to: 2)
    if let help = failure.help { advise(help) }
  }

  /// Writes all bytes of a text; a reader that has gone away ends the writing without a word.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor) }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        // Output that is lost must not look like success.
        if descriptor == 1, errno != EPIPE {
          write("error: cannot write the output: \(FileError.system(errno).phrase)\n", to: 2)
          exit(2)
        }
        return
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }
}
