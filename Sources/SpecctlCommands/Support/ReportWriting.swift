import ArgumentParser
import Diagnostics
import SpecWorkspace

/// All reports of one run, each in its format and at its place.
struct ReportWriting {
  private let outputs: [ReportOutput]
  private let console: Console
  private let showsNotes: Bool

  /// One report always goes to standard output: in the format named alone, or in that of `FORMAT=-`.
  ///
  /// Fails when one is not `FORMAT=FILE` or two reports have the same place.
  static func outputs(_ format: ReportFormat?, _ others: [String]) throws -> [ReportOutput] {
    var outputs = try others.map { try ReportOutput(argument: $0) }
    if format != nil || !outputs.contains(where: \.isStandardOutput) {
      outputs.insert(ReportOutput(format: format ?? .text, path: "-"), at: 0)
    }
    var taken: Set<String> = []
    for output in outputs where !taken.insert(output.path).inserted {
      let place = output.isStandardOutput ? "standard output" : "'\(output.path)'"
      throw ValidationError("two reports cannot both go to \(place)")
    }
    return outputs
  }

  init(_ outputs: [ReportOutput], console: Console, showsNotes: Bool) {
    // What people wait for comes first, and is not lost when a file cannot be written.
    self.outputs = outputs.filter(\.isStandardOutput) + outputs.filter { !$0.isStandardOutput }
    self.console = console
    self.showsNotes = showsNotes
  }

  func write(_ outcome: Outcome) throws {
    try write(outcome, to: outputs)
  }

  /// Reports what kept the run from its end, where a format has a place for it.
  ///
  /// The failure is told on standard error in any case, so a report that cannot be written adds no
  /// word of its own.
  func write(_ failure: CommandFailure) {
    var outcome = Outcome()
    outcome.breakdown = failure.message
    for output in outputs where output.format.tellsBreakdown {
      try? write(outcome, to: [output])
    }
  }

  private func write(_ outcome: Outcome, to outputs: [ReportOutput]) throws {
    for output in outputs {
      let terminal = output.isStandardOutput ? console.output : .plain
      let reporter = output.format.reporter(terminal: terminal, showsNotes: showsNotes)
      let text = reporter.text(of: outcome)
      if output.isStandardOutput {
        console.write(text)
        continue
      }
      do throws(WriteError) {
        try OutputFile.write(Array(text.utf8), to: output.path)
      } catch {
        throw CommandFailure(writing: error)
      }
    }
  }
}
