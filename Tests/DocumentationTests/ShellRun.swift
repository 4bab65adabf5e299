import TestSupport

/// Commands that were run one after the other in one shell, with what came of each.
struct ShellRun {
  struct Result {
    /// Both streams, in the order written.
    var lines: [String]
    var status: Int32
  }

  /// One for each command, fewer where a command ended the shell.
  let results: [Result]

  /// Runs the commands in a folder; each sees the status of the one before as `$?`.
  init(_ commands: [String], in folder: String, environment: [String: String]) throws {
    var script = "status=0\n"
    for command in commands {
      script += "(exit $status)\n{ \(command)\n}\nstatus=$?; printf '\\036%d\\036' $status\n"
    }
    let run = try ProcessRun.run(
      ["/bin/sh", "-c", script], in: folder,
      environment: ["LC_ALL": "C.UTF-8", "NO_COLOR": "1"].merging(environment) { $1 },
      mixesStreams: true)
    let parts = run.outputText.split(separator: "\u{1E}", omittingEmptySubsequences: false)
    results = stride(from: 0, to: parts.count - 1, by: 2).map { index in
      var lines = parts[index].split(separator: "\n", omittingEmptySubsequences: false)
      if lines.last?.isEmpty ?? false { lines.removeLast() }
      return Result(lines: lines.map(String.init), status: Int32(parts[index + 1]) ?? -1)
    }
  }
}
