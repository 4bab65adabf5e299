/// Words of the POSIX shell.
enum ShellText {
  /// One word that stands for exactly this text, in any shell: in quotes where it needs them.
  static func quoted(_ text: String) -> String {
    guard text.isEmpty || !text.utf8.allSatisfy(isPlain) else { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  /// One assignment after another, as `export` takes them.
  static func assignments(_ environment: [(name: String, value: String)]) -> String {
    environment.map { "\($0.name)=\(quoted($0.value))" }.joined(separator: " ")
  }
}
