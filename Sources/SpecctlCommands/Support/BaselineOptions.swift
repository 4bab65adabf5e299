import ArgumentParser
import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

/// Which findings are known and not to be told again.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out the findings that are listed in this file.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Flag(help: "Write the findings of now to the baseline, and report none.")
  var updateBaseline = false

  init() {}

  /// The file that counts, as it can be opened: the one that was named, else that of the configuration.
  func path(_ session: Session) throws -> String? {
    if let path = try file.path(session) { return path }
    guard updateBaseline else { return nil }
    throw CommandFailure(
      "there is no baseline to update",
      help: "name a file with '--baseline FILE', or as 'baseline' below 'validation' in the "
        + "configuration")
  }

  /// Reads the baseline; a configured one that is not there yet knows of nothing.
  func read(_ path: String) throws -> Baseline {
    try file.read(path, mayBeMissing: updateBaseline)
  }

  private var file: BaselineFile { BaselineFile(named: baseline) }

  /// Writes a baseline of all findings and says how many they are.
  func write(_ outcome: Outcome, to path: String, _ console: Console) throws {
    do throws(WriteError) {
      try OutputFile.write(Array(Baseline.text(of: outcome).utf8), to: path)
    } catch {
      throw CommandFailure(writing: error)
    }
    let count = outcome.findings.count
    console.say("wrote \(count) \(count == 1 ? "finding" : "findings") to '\(path)'")
  }
}
