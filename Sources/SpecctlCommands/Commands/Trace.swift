import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering
import SpecTracing
import SpecWorkspace

/// The forms of a trace.
enum TraceFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json, markdown, html

  /// The form that a file's name tells.
  init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    default: return nil
    }
  }
}

extension Specctl {
  struct Trace: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Trace requirements to design, tasks, code, tests and their results.",
      discussion: """
        Shows for each requirement and criterion which tasks cite it and how far they are, where \
        the design mentions it, which code and tests name it, and whether a test that passed \
        proves it; and what leads nowhere: tags that name nothing, tasks without a requirement, \
        tests without a result.

        Code and tests name what they are about with a tag in a comment: '@spec order-book/2.3', \
        several separated by commas. A task is named as '@spec order-book/task-2.1'. Which files \
        are searched, and which reports are read, stands below 'trace' in the configuration, or \
        is said with options.
        """,
      examples: [
        .init(command: "specctl trace", explanation: "the numbers, and what is missing"),
        .init(command: "specctl trace order-book", explanation: "one feature with every link"),
        .init(
          command: "specctl trace --source 'src/**' --test 'tests/**' --junit report.xml",
          explanation: "with code, tests and results"),
        .init(command: "specctl trace --output trace.html", explanation: "a page"),
        .init(
          command: "specctl trace --fail-under 90 --fail-on failing --fail-on unknown-tags",
          explanation: "for CI"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(
      name: .shortAndLong,
      help: "The form of the trace; by default the one that the name of the output tells, or text.")
    var format: TraceFormat?

    @Option(
      name: .shortAndLong,
      help: ArgumentHelp("Write the trace to a file.", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var inputs: TraceInputOptions
    @OptionGroup var thresholds: TraceThresholds

    @Flag(help: "List every requirement and criterion with all that leads to it.")
    var all = false

    @Argument(
      help: "Features to trace; all without one.",
      completion: .shellCommand("specctl list --names"))
    var features: [String] = []

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
      let readings = try await inputs.read(session, console)
      var report = await TraceReport(
        session.workspace, files: readings.files, results: readings.results,
        inputs: readings.inputs)
      if !features.isEmpty { report = try selection(of: report, session) }
      try write(report, readings.sources, console)
      let complaints = try thresholds.complaints(report)
      guard !complaints.isEmpty else { return }
      for complaint in complaints { console.complain(complaint) }
      throw ExitCode.failure
    }

    private func selection(of report: TraceReport, _ session: Session) throws -> TraceReport {
      let known = report.features.map(\.name)
      for name in features where !known.contains(name) {
        let exists = session.workspace.features.contains { $0.name == name }
        throw CommandFailure(
          exists
            ? "feature '\(name)' has no requirements to trace" : "there is no feature '\(name)'",
          help: exists
            ? nil
            : nearMiss(to: name, among: known).map { "did you mean '\($0)'?" }
              ?? "'specctl list' lists the features")
      }
      return report.selecting(Set(features))
    }

    private func write(
      _ report: TraceReport, _ sources: SourceAddress?, _ console: Console
    ) throws {
      let format = format ?? output.flatMap { TraceFormat(path: $0) } ?? .text
      let bytes: [UInt8] =
        switch format {
        case .text:
          Array(
            TraceText(
              report, terminal: output == nil ? console.output : .plain,
              showsBars: output == nil && console.outputIsTerminal,
              listsAll: all || !features.isEmpty
            ).text.utf8)
        case .csv: Array(TraceCSV.text(report).utf8)
        case .json: TraceJSON.bytes(report)
        case .markdown: Array(TraceMarkdown.text(report).utf8)
        case .html: Array(TraceReportPage.text(report, sources: sources).utf8)
        }
      guard let output, output != "-" else { return console.write(bytes) }
      do throws(WriteError) {
        try OutputFile.write(bytes, to: output)
      } catch {
        throw CommandFailure(writing: error)
      }
    }
  }
}
