import ArgumentParser
import SpecctlCommands
import TestSupport
import Testing

@Suite struct CommandTests {
  /// The commands in the blocks of all documents, each with its place.
  private func commands() throws -> [(place: String, words: [String])] {
    try WrittenDocument.all.flatMap { document in
      let shown = ShownBlock.all(in: document).flatMap(\.commands).map { ($0.line, $0.words) }
      let ran = Session(document).steps.map { ($0.line, ShellLine($0.command).words) }
      return (shown + ran).map { ("\(document):\($0)", $1) }
    }
  }

  /// The commands in running text and tables, of which some are only named and not whole.
  private func namedCommands() throws -> [(place: String, words: [String])] {
    try WrittenDocument.all.flatMap { document in
      document.codeSpans.map { ("\(document):\($0.line)", ShellLine($0.text).words) }
    }
  }

  @Test func everyCommandOfTheDocumentsParses() throws {
    let count =
      check(try commands(), mayLackArguments: false)
      + check(try namedCommands(), mayLackArguments: true)
    #expect(count > 200)
  }

  /// Parses what is a command of specctl, and counts it.
  private func check(
    _ commands: [(place: String, words: [String])], mayLackArguments: Bool
  ) -> Int {
    var count = 0
    for (place, words) in commands {
      guard let program = words.first, program.split(separator: "/").last == "specctl" else {
        continue
      }
      count += 1
      do {
        _ = try Specctl.parseAsRoot(Array(words.dropFirst()))
      } catch {
        let message = Specctl.message(for: error)
        // A word such as `SHELL` stands for one of the reader's own.
        let standsIn = words.contains { word in
          word.count > 1 && word.allSatisfy(\.isUppercase) && message.contains("'\(word)'")
        }
        let isPart = mayLackArguments && message.hasPrefix("missing ")
        #expect(
          standsIn || isPart || Specctl.exitCode(for: error).isSuccess, "\(place): \(message)")
      }
    }
    return count
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
