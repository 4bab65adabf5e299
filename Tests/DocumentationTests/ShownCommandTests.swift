import TestSupport
import Testing

/// Runs what the documents show without saying what it prints: it has to end well, to print JSON
/// where it says so, and to write the files that it names.
///
/// The examples of `--help` and of the manual pages are among it, since `docs/commands.md` has them.
@Suite struct ShownCommandTests {
  @Test func everyShownCommandDoesWhatItSays() async throws {
    let toolFolder = try #require(Session.toolFolder, "specctl is not built: swift build")
    let blocks = try WrittenDocument.all.flatMap(ShownBlock.all(in:)).filter { block in
      block.commands.contains { !$0.isUnrun }
    }
    #expect(blocks.count > 30)
    try await withTemporaryFolder { folder in
      let stages = Stages(folder: folder, toolFolder: toolFolder)
      for stage in Stage.allCases { try stages.make(stage) }
      await withTaskGroup { group in
        for (number, block) in blocks.enumerated() {
          group.addTask { check(block, on: stages, as: "block-\(number)") }
        }
      }
    }
  }

  private func check(_ block: ShownBlock, on stages: Stages, as name: String) {
    let commands = block.commands.filter { !$0.isUnrun }
    // Tests run as whoever runs them, on the machine of whoever does.
    for command in commands where command.leavesTheStage {
      Issue.record(
        """
        \(block.document):\(command.line): '\(command.text)' names a place outside of the workspace \
        and the home, so it is not run: show another place, or put it on the list of what is not run
        """)
      return
    }
    do {
      let folder = try stages.copy(Stage(for: block), to: name)
      let results = try stages.run(commands.map(\.text), in: "\(folder)/work").results
      for (command, result) in zip(commands, results) {
        let place = "\(block.document):\(command.line): '\(command.text)'"
        let output = result.lines.joined(separator: "\n")
        #expect(result.status == 0, "\(place) ends with \(result.status)\n\(output)")
        if command.printsJSON {
          #expect(throws: Never.self, "\(place) prints no JSON") {
            try JSONValue(Array(output.utf8))
          }
        }
        for file in command.written {
          let path =
            file.hasPrefix("~") ? "\(folder)/home\(file.dropFirst())" : "\(folder)/work/\(file)"
          let isThere =
            TestFile.isFolder(path)
            ? try !TestFile.names(in: path).isEmpty : (try? TestFile.read(path))?.isEmpty == false
          #expect(isThere, "\(place) writes nothing into '\(file)'")
        }
      }
      #expect(results.count == commands.count, "\(block.document):\(commands[0].line)")
    } catch {
      Issue.record("\(block.document):\(block.commands[0].line): \(error)")
    }
  }

  @Test func whatIsNotRunIsShownSomewhere() throws {
    let commands = try WrittenDocument.all.flatMap(ShownBlock.all(in:)).flatMap(\.commands)
    for unrun in UnrunCommand.all {
      #expect(
        commands.contains { $0.text.hasPrefix(unrun.start) },
        "no document shows '\(unrun.start)': take it off the list")
      for word in unrun.reason.split(separator: " ") where word.hasPrefix("Tests/") {
        let path = ProjectFile(String(word.prefix { $0 != ":" && $0 != "," && $0 != ";" })).path
        #expect(TestFile.exists(path), "'\(unrun.start)': there is no '\(word)'")
      }
    }
  }
}

extension ShownBlock.Command {
  fileprivate var isUnrun: Bool { UnrunCommand.all.contains { text.hasPrefix($0.start) } }
}

/// The stages in a folder, and copies of them.
private struct Stages: Sendable {
  let folder: String
  let toolFolder: String

  func make(_ stage: Stage) throws {
    let own = "\(folder)/\(stage.rawValue)"
    if let base = stage.base { _ = try copy(base, to: stage.rawValue) }
    try TestFile.makeFolder(own)
    let run = try run(["set -e", stage.script], in: own)
    guard run.results.last?.status == 0, run.results.count == 2 else {
      throw Failure(description: "stage '\(stage)': \(run.results.flatMap(\.lines))")
    }
  }

  /// The path of a copy.
  func copy(_ stage: Stage, to name: String) throws -> String {
    let run = try ProcessRun.run(
      ["/bin/cp", "-R", "\(folder)/\(stage.rawValue)", "\(folder)/\(name)"], in: folder)
    guard run.status == 0 else { throw Failure(description: "cannot copy '\(stage)'") }
    return "\(folder)/\(name)"
  }

  func run(_ commands: [String], in place: String) throws -> ShellRun {
    let stage = place.hasSuffix("/work") ? String(place.dropLast(5)) : place
    return try ShellRun(
      commands, in: place,
      environment: [
        "PATH": "\(toolFolder):\(stage)/bin:/usr/local/bin:/usr/bin:/bin",
        "HOME": "\(stage)/home", "FIXTURES": ProjectFile("Fixtures").path, "base": "origin/main",
        "GITHUB_STEP_SUMMARY": "\(stage)/summary.md",
      ])
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }
}
