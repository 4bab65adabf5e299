import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering
import SpecTracing
import SpecWorkspace
import TestReports

/// Where code, tests and their results are looked for.
struct TraceInputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Look for tags in these source files, in place of those of the configuration.",
      valueName: "glob"))
  var source: [String] = []

  @Option(
    help: ArgumentHelp("Look for tags in these files of tests likewise.", valueName: "glob"))
  var test: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read the results of tests from this JUnit report: a file, or a glob below the workspace.",
      valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var junit: [String] = []

  @Option(
    help: ArgumentHelp(
      "Lead links to code and tests to this address, such as that of a repository and branch.",
      valueName: "address"))
  var sourceLink: String?

  init() {}

  /// The tags and results that the options, or else the configuration, lead to.
  func read(_ session: Session, _ console: Console) async throws -> TraceReadings {
    let settings = session.workspace.configuration?.trace ?? TraceSettings()
    var readings = TraceReadings()
    let sources = try Patterns(source, "--source", else: settings.sources, "trace.sources")
    let tests = try Patterns(test, "--test", else: settings.tests, "trace.tests")
    let testPaths = try await paths(tests, session, console)
    let isTest = Set(testPaths ?? [])
    let sourcePaths = try await paths(sources, session, console)?.filter {
      !isTest.contains($0)
    }
    readings.inputs.sourceFileCount = sourcePaths?.count
    readings.inputs.testFileCount = testPaths?.count
    let all = ((sourcePaths ?? []) + (testPaths ?? [])).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    let (files, unreadable) = await FileWalk.map(all, in: session.source) { path, bytes in
      TaggedFile(path: path, bytes: bytes, isTest: isTest.contains(path))
    }
    for file in unreadable { console.warn("'\(file.path)' is left out: \(file.reason)") }
    readings.files = files
    try await readReports(settings, session, console, into: &readings)
    readings.sources = try address(settings)
    return readings
  }

  private func address(_ settings: TraceSettings) throws -> SourceAddress? {
    guard let written = sourceLink ?? settings.sourceLink?.value else { return nil }
    guard let address = SourceAddress(written) else {
      let place = sourceLink == nil ? "'source_link' of the configuration" : "'--source-link'"
      throw CommandFailure(
        "\(place) is '\(written)', which is no address",
        help: "write it like 'https://github.com/owner/name/blob/main'")
    }
    return address
  }

  /// The patterns that count, and where they were said.
  private struct Patterns {
    let globs: [FileGlob]
    let place: String

    /// Those of an option, or else of a key of the configuration.
    init(
      _ given: [String], _ option: String, else configured: [Located<String>] = [],
      _ key: String = ""
    ) throws {
      let place = given.isEmpty ? key : option
      globs = try (given.isEmpty ? configured.map(\.value) : given).map { pattern in
        do throws(FileGlob.Fault) {
          return try FileGlob(pattern)
        } catch {
          throw CommandFailure("the glob '\(pattern)' of '\(place)' \(error.phrase)")
        }
      }
      self.place = place
    }
  }

  /// The files that patterns mean; `nil` without patterns.
  private func paths(
    _ patterns: Patterns, _ session: Session, _ console: Console
  ) async throws -> [String]? {
    let globs = patterns.globs
    guard !globs.isEmpty else { return nil }
    let walk: FileWalk
    do throws(FileWalk.Fault) {
      walk = try await FileWalk(globs, in: session.source)
    } catch {
      throw CommandFailure(
        "cannot look for the files of '\(patterns.place)': \(error.phrase)",
        help: "name fewer folders, or leave some out with '!folder'")
    }
    for place in walk.unreadable { console.warn("'\(place.path)' is left out: \(place.reason)") }
    if walk.paths.isEmpty {
      let words = globs.map { "'\($0.pattern)'" }.joined(separator: ", ")
      console.warn("no file matches \(words)")
    }
    return walk.paths
  }

  // MARK: Reports

  private func readReports(
    _ settings: TraceSettings, _ session: Session, _ console: Console,
    into readings: inout TraceReadings
  ) async throws {
    if !junit.isEmpty {
      for name in junit {
        // A shell has written patterns out already, and a name may look like one.
        if FileGlob.isPattern(name), !InputFile.exists(name) {
          let paths = try await paths(Patterns([name], "--junit"), session, console) ?? []
          guard !paths.isEmpty else { throw CommandFailure("there is no report '\(name)'") }
          try await read(paths, session, into: &readings)
        } else {
          readings.add(try Self.report(name), from: name)
        }
      }
    } else if !settings.reports.isEmpty {
      let patterns = try Patterns([], "", else: settings.reports, "trace.reports")
      try await read(
        try await paths(patterns, session, console) ?? [], session, into: &readings)
    }
  }

  private func read(
    _ paths: [String], _ session: Session, into readings: inout TraceReadings
  ) async throws {
    if readings.inputs.reports == nil { readings.inputs.reports = [] }
    let (reports, unreadable) = await FileWalk.map(
      paths, in: session.source, byteLimit: SourceLimits.fileBytes
    ) { path, bytes -> ReadReport? in
      do throws(XMLError) {
        return ReadReport(path: path, report: try TestReport(reading: bytes))
      } catch {
        return ReadReport(path: path, error: error)
      }
    }
    // What a report would have said is unknown, so nothing is said in its place.
    if let first = unreadable.first {
      throw CommandFailure("cannot read the report '\(first.path)': \(first.reason)")
    }
    for read in reports {
      if let error = read.error { throw CommandFailure(error, in: read.path) }
      if let report = read.report { readings.add(report, from: read.path) }
    }
  }

  private struct ReadReport: Sendable {
    var path: String
    var report: TestReport?
    var error: XMLError?
  }

  /// The report in a file anywhere on the machine.
  private static func report(_ path: String) throws -> TestReport {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try InputFile.read(path)
    } catch {
      throw CommandFailure("cannot read the report '\(path)': \(error.phrase)")
    }
    do throws(XMLError) {
      return try TestReport(reading: bytes)
    } catch {
      throw CommandFailure(error, in: path)
    }
  }
}

/// What was found beside the documents.
struct TraceReadings {
  var files: [TaggedFile] = []
  var results: [TestReport] = []
  var inputs = TraceInputs()
  /// Where code and tests stand on the web.
  var sources: SourceAddress?

  mutating func add(_ report: TestReport, from path: String) {
    results.append(report)
    inputs.reports = (inputs.reports ?? []) + [path]
  }
}

extension CommandFailure {
  fileprivate init(_ error: XMLError, in path: String) {
    self.init("cannot read the report '\(path)': line \(error.line): \(error.message)")
  }
}
