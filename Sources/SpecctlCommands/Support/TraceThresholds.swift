import ArgumentParser
import Diagnostics
import SpecTracing

/// What makes a trace end with 1.
struct TraceThresholds: ParsableArguments {
  /// What must not be there.
  enum Fault: String, CaseIterable, ExpressibleByArgument {
    case failing, unproved
    case unknownTags = "unknown-tags"
    case testsWithoutResult = "tests-without-result"
    case untracedTasks = "untraced-tasks"
  }

  @Option(
    help: ArgumentHelp(
      "End with 1 if less than this share of the criteria is in tasks; 'done=80' and the like for "
        + "done, design, code, tests and proved.", valueName: "percent"))
  var failUnder: [String] = []

  @Option(help: "End with 1 if there is any of this; may be repeated.")
  var failOn: [Fault] = []

  init() {}

  mutating func validate() throws {
    _ = try shares()
  }

  /// The shares that are wanted, in the order given.
  private func shares() throws -> [(measure: TraceCoverage.Measure, percent: Int)] {
    try failUnder.map { argument in
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.count == 2 ? String(parts[0]) : TraceCoverage.Measure.tasks.rawValue
      guard let measure = TraceCoverage.Measure(rawValue: name) else {
        let known = TraceCoverage.Measure.allCases.map(\.rawValue)
        throw ValidationError(
          "there is no measure '\(name)' in '--fail-under \(argument)'",
          help: nearMiss(to: name, among: known).map { "did you mean '\($0)'?" }
            ?? "there are \(known.joined(separator: ", "))")
      }
      guard let percent = Int(parts[parts.count - 1]), (0...100).contains(percent) else {
        throw ValidationError(
          "'--fail-under' is '\(argument)', where a number from 0 to 100 is wanted")
      }
      return (measure, percent)
    }
  }

  /// Why the trace does not do, a sentence each; empty where it does.
  func complaints(_ report: TraceReport) throws -> [String] {
    let coverage = report.coverage
    var found: [String] = []
    for (measure, percent) in try shares() where !coverage.reaches(percent, measure) {
      found.append(
        "\(coverage.percentage(measure)) % of the criteria are \(measure.participle), where "
          + "\(percent) % are wanted")
    }
    for fault in failOn {
      let count = fault.count(in: report)
      if count > 0 { found.append(fault.sentence(count)) }
      if fault == .failing { found += Self.failingWholes(report.failingWholes.count) }
    }
    return found
  }
}

extension TraceThresholds {
  /// A sentence on requirements of which a test of the whole failed.
  private static func failingWholes(_ count: Int) -> [String] {
    switch count {
    case 0: []
    case 1: ["one requirement has a failing test"]
    default: ["\(count) requirements have failing tests"]
    }
  }
}

extension TraceCoverage.Measure {
  fileprivate var participle: String {
    switch self {
    case .tasks: "in tasks"
    case .done: "done"
    case .design: "in the design"
    case .code: "in code"
    case .tests: "in tests"
    case .proved: "proved"
    }
  }
}

extension TraceThresholds.Fault {
  fileprivate func count(in report: TraceReport) -> Int {
    switch self {
    case .failing: report.coverage.count(.failing)
    case .unproved: report.coverage.criteria - report.coverage.count(Proof.proved)
    case .unknownTags: report.orphans.unknownTags.count
    case .testsWithoutResult: report.orphans.tests.count
    case .untracedTasks: report.orphans.tasks.count
    }
  }

  fileprivate func sentence(_ count: Int) -> String {
    let isOne = count == 1
    return switch self {
    case .failing:
      isOne ? "one criterion has a failing test" : "\(count) criteria have failing tests"
    case .unproved: isOne ? "one criterion is not proved" : "\(count) criteria are not proved"
    case .unknownTags: isOne ? "one tag names nothing" : "\(count) tags name nothing"
    case .testsWithoutResult:
      isOne ? "one test with a tag has no result" : "\(count) tests with a tag have no result"
    case .untracedTasks:
      isOne ? "one task cites no requirement" : "\(count) tasks cite no requirement"
    }
  }
}
