import Glibc
import TestSupport

/// The commands and outputs of a document's `console` blocks, and what running them prints.
struct Session {
  /// A line behind `$ ` and the lines below it.
  struct Step {
    var command: String
    var expected: [String]
    /// The line of the command in the document, from 1.
    var line: Int
  }

  let steps: [Step]

  init(_ document: WrittenDocument) {
    var steps: [Step] = []
    for block in document.codeBlocks where block.language == "console" {
      for (index, line) in block.lines.enumerated() {
        if line.hasPrefix("$ ") {
          steps.append(
            Step(command: String(line.dropFirst(2)), expected: [], line: block.line + index))
        } else if !steps.isEmpty {
          steps[steps.count - 1].expected.append(line)
        }
      }
    }
    self.steps = steps
  }

  /// The built `specctl` lies in the folder of the test bundle.
  static var toolFolder: String? {
    for argument in CommandLine.arguments {
      let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
      guard let bundle = parts.firstIndex(where: { $0.hasSuffix(".xctest") }) else { continue }
      let folder = parts[..<bundle].joined(separator: "/")
      if TestFile.exists("\(folder)/specctl") { return folder }
    }
    return nil
  }

  /// What the steps print, one after the other in one shell that starts in the folder.
  func outputs(in folder: String, toolFolder: String) throws -> [[String]] {
    let separator = "\u{1E}"
    var script = "cd '\(folder)'; PATH='\(toolFolder)':$PATH; export PATH; status=0\n"
    for step in steps {
      script += "printf '\\036\\n'; (exit $status)\n{ \(step.command)\n} 2>&1; status=$?\n"
    }
    try TestFile.write(script, to: "\(folder)/.session")
    let text = try Self.run("sh '\(folder)/.session' </dev/null")
    return text.components(after: separator).map { output in
      var lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      if lines.last?.isEmpty ?? false { lines.removeLast() }
      return lines.map(String.init)
    }
  }

  private static func run(_ command: String) throws -> String {
    guard let stream = popen(command, "r") else { throw Failure.cannotRun }
    defer { pclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  enum Failure: Error {
    case cannotRun
  }
}

extension String {
  /// The pieces behind each occurrence of a separator.
  fileprivate func components(after separator: Character) -> [Substring] {
    Array(split(separator: separator, omittingEmptySubsequences: false).dropFirst())
  }

  fileprivate func components(after separator: String) -> [Substring] {
    separator.first.map { components(after: $0) } ?? []
  }
}
