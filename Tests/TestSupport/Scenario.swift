/// A text file that shows commands and what they say, with the files they start from.
///
/// ```
/// What is shown, in words.
///
/// $ specctl list
/// feature  documents
///
/// $ specctl show nothing
/// error: there is no feature, task or agent 'nothing'
/// [2]
///
/// -- .claude/specs/order-book/tasks.md --
/// - [ ] 1. Record trades
/// ```
///
/// Each command is a line for the shell. Below it stands what it writes, both streams in one, then
/// the exit status in brackets unless it is 0. Sections after the last command are the files that
/// are there before the first.
package struct Scenario: Sendable {
  /// One command with what is expected of it, or what came of it.
  package struct Step: Sendable {
    package var command: String
    /// The lines of the output with the status behind them, as they stand in the file.
    package var result: String

    package init(command: String, result: String) {
      self.command = command
      self.result = result
    }
  }

  package var introduction: String
  package var steps: [Step] = []
  package var files: [(path: String, text: String)] = []

  package init(_ text: String) {
    introduction = ""
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    for line in lines {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        files.append((String(line.dropFirst(3).dropLast(3)), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      } else if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), result: ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].result += line + "\n"
      } else {
        introduction += line + "\n"
      }
    }
    // The empty line between two commands belongs to neither.
    for index in steps.indices where steps[index].result.hasSuffix("\n\n") {
      steps[index].result.removeLast()
    }
    for index in steps.indices where steps[index].result == "\n" { steps[index].result = "" }
  }

  /// The text of the file.
  package var text: String {
    introduction
      + steps.map { "$ \($0.command)\n\($0.result)" }.joined(separator: "\n")
      + (files.isEmpty ? "" : "\n")
      + files.map { "-- \($0.path) --\n\($0.text)" }.joined()
  }

  /// Writes the files into a folder, runs the commands there, and gives what came of them.
  ///
  /// Commands find the program, whose path is given, by its name.
  package func run(in folder: String, program: String, variables: [String: String] = [:]) throws
    -> Scenario
  {
    for (path, text) in files { try TestFile.write(text, to: "\(folder)/\(path)") }
    let directory = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    var environment = [
      "PATH": directory.joined(separator: "/") + ":/usr/local/bin:/usr/bin:/bin",
      "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80",
    ]
    environment.merge(variables) { $1 }
    var actual = self
    for index in steps.indices {
      let run = try ProcessRun.run(
        ["/bin/sh", "-c", steps[index].command], in: folder, environment: environment,
        mixesStreams: true)
      var result = run.outputText.replacing(folder, with: "$PWD")
      if !result.isEmpty, !result.hasSuffix("\n") { result += "[no line feed]\n" }
      if run.status != 0 { result += "[\(run.status.map { "\($0)" } ?? "out of time")]\n" }
      actual.steps[index].result = result
    }
    return actual
  }
}
