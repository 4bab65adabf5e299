import Glibc

/// A shell that is run to try a script on it.
enum Shell {
  /// Whether a program is installed.
  static func has(_ program: String) -> Bool {
    (run("command -v \(program)") ?? "").isEmpty == false
  }

  /// What a command of `sh` prints, errors included; `nil` when it cannot be run.
  static func run(_ command: String) -> String? {
    guard let stream = popen("{ \(command)\n} 2>&1", "r") else { return nil }
    defer { pclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Calls a body with the path of a new directory, which is removed afterwards.
  static func withDirectory<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/arguments-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure.system(errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { _ = run("rm -r '\(path)'") }
    return try body(path)
  }

  /// Writes a file.
  static func write(_ text: String, to path: String) throws {
    guard let stream = fopen(path, "w") else { throw Failure.system(errno) }
    defer { fclose(stream) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Failure.system(errno) }
  }

  enum Failure: Error {
    case system(Int32)
  }
}
