import Glibc
import TestSupport
import Testing

/// Runs what the documents show, and compares what they say it prints.
///
/// A line `…` stands for any number of lines. Every document has a new folder, with `Fixtures` in it.
@Suite struct SessionTests {
  /// The documents that have such blocks.
  private static var names: [String] {
    get throws {
      try WrittenDocument.all.filter { document in
        document.codeBlocks.contains { $0.language == "console" }
      }.map(\.file.name)
    }
  }

  @Test(arguments: try names)
  func printsWhatTheDocumentShows(_ name: String) throws {
    let document = try WrittenDocument(name)
    let session = Session(document)
    let toolFolder = try #require(Session.toolFolder, "specctl is not built: swift build")
    try withTemporaryFolder { folder in
      #expect(symlink(ProjectFile("Fixtures").path, "\(folder)/Fixtures") == 0)
      let outputs = try session.outputs(in: folder, toolFolder: toolFolder)
      try #require(outputs.count == session.steps.count)
      for (step, output) in zip(session.steps, outputs) where !matches(output, step.expected) {
        let difference = lineDifference(
          from: step.expected.joined(separator: "\n"), to: output.joined(separator: "\n"))
        Issue.record("\(name):\(step.line): '\(step.command)' prints something else\n\(difference)")
      }
    }
  }

  @Test func mostDocumentsShowWhatCommandsPrint() throws {
    #expect(try Self.names.count >= 9)
  }

  /// Whether lines are those expected, where `…` stands for any number of them.
  private func matches(_ lines: [String], _ expected: [String]) -> Bool {
    let parts = expected.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return lines == expected
    }
    guard lines.starts(with: first) else { return false }
    var position = first.count
    for part in parts.dropFirst().dropLast() {
      while position + part.count <= lines.count,
        !lines[position..<(position + part.count)].elementsEqual(part)
      {
        position += 1
      }
      guard position + part.count <= lines.count else { return false }
      position += part.count
    }
    return lines.count - position >= last.count && lines.suffix(last.count).elementsEqual(last)
  }
}
