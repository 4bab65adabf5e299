import ArgumentParser
import SpecctlCommands
import TestSupport
import Testing

@Suite struct CommandTests {
  /// The commands in the `sh` blocks of all documents, each with the place it stands at.
  private func commands() throws -> [(place: String, words: [String])] {
    try WrittenDocument.all.flatMap { document in
      document.codeBlocks.filter { $0.language == "sh" }.flatMap { block in
        block.lines.enumerated().map { index, line in
          ("\(document):\(block.line + index)", ShellLine(line).words)
        }
      }
    }
  }

  @Test func everyCommandOfTheDocumentsParses() throws {
    var count = 0
    for (place, words) in try commands() {
      guard let program = words.first, program.split(separator: "/").last == "specctl" else {
        continue
      }
      count += 1
      do {
        _ = try Specctl.parseAsRoot(Array(words.dropFirst()))
      } catch {
        #expect(
          Specctl.exitCode(for: error).isSuccess, "\(place): \(Specctl.message(for: error))")
      }
    }
    #expect(count > 20)
  }

  @Test func everyTargetThatTheDocumentsMakeExists() throws {
    let makefile = try ProjectFile("Makefile").text()
    let targets = Set(
      makefile.split(separator: "\n").compactMap { line -> String? in
        guard let colon = line.firstIndex(of: ":"), line.first?.isLetter ?? false else {
          return nil
        }
        return String(line[..<colon])
      })
    for (place, words) in try commands() where words.first == "make" {
      for target in words.dropFirst() where !target.contains("=") {
        #expect(targets.contains(target), "\(place): there is no target '\(target)'")
      }
    }
  }
}
