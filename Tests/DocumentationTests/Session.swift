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
    try ShellRun(
      steps.map(\.command), in: folder,
      environment: ["PATH": "\(toolFolder):/usr/local/bin:/usr/bin:/bin", "HOME": folder]
    ).results.map(\.lines)
  }
}
