import ArgumentParser
import Diagnostics

/// How findings are reported.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, concise, json, sarif, junit, github, gitlab, markdown

  /// The format that a file's name tells.
  init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "txt": self = .text
    case "json": self = .json
    case "sarif": self = .sarif
    case "xml": self = .junit
    case "md": self = .markdown
    default: return nil
    }
  }

  /// The reporter for a place that shows colours and has a width, or for a file.
  func reporter(terminal: TerminalTraits, showsNotes: Bool) -> any Reporter {
    switch self {
    case .text: TextReporter(terminal: terminal, showsNotes: showsNotes)
    case .concise: ConciseReporter(showsNotes: showsNotes)
    case .json: JSONReporter()
    case .sarif: SARIFReporter(showsNotes: showsNotes, toolVersion: Specctl.version)
    case .junit: JUnitReporter(showsNotes: showsNotes)
    case .github: GitHubReporter(showsNotes: showsNotes)
    case .gitlab: GitLabReporter(showsNotes: showsNotes)
    case .markdown: MarkdownReporter(showsNotes: showsNotes)
    }
  }

  /// Whether the format has a place for what kept a run from its end.
  var tellsBreakdown: Bool {
    switch self {
    case .sarif, .junit, .github, .markdown: true
    case .text, .concise, .json, .gitlab: false
    }
  }
}

/// A report and where it goes: `sarif=out.sarif`, `github=-`.
struct ReportOutput: Hashable {
  var format: ReportFormat
  /// The path of a file; `-` is standard output.
  var path: String

  init(format: ReportFormat, path: String) {
    self.format = format
    self.path = path
  }

  /// Fails with words for a person when the argument is not `FORMAT=FILE`.
  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let formats = ReportFormat.allCases.map(\.rawValue)
    guard let format = ReportFormat(rawValue: name) else {
      if parts.count == 1 {
        let meant = ReportFormat(path: name)?.rawValue ?? "FORMAT"
        throw ValidationError(
          "'--output \(argument)' names no format", help: "write '--output \(meant)=\(argument)'")
      }
      throw ValidationError(
        "there is no format '\(name)' in '--output \(argument)'",
        help: nearMiss(to: name, among: formats).map { "did you mean '\($0)'?" }
          ?? "there are \(formats.joined(separator: ", "))")
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ValidationError(
        "'--output \(argument)' names no file", help: "write '--output \(name)=FILE'")
    }
    self.init(format: format, path: String(parts[1]))
  }

  var isStandardOutput: Bool { path == "-" }
}
