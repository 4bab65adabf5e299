import Diagnostics
import SpecTracing

/// The words for what a trace says, the same in every form of it.
enum TraceWords {
  /// `1 criterion`, `2 criteria`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(PlanWords.grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// What a trace is of.
  static func headline(_ report: TraceReport) -> String {
    let coverage = report.coverage
    return [
      count(report.features.count, "feature"), count(coverage.requirements, "requirement"),
      count(coverage.criteria, "criterion", "criteria"),
    ].joined(separator: ", ")
  }

  /// What was looked at beside the documents; `nil` where nothing was.
  static func inputs(_ inputs: TraceInputs) -> String? {
    var parts: [String] = []
    if let number = inputs.sourceFileCount { parts.append(count(number, "source file")) }
    if let number = inputs.testFileCount {
      parts.append(count(number, "file of tests", "files of tests"))
    }
    if let reports = inputs.reports {
      parts.append("\(count(reports.count, "report")) with \(count(inputs.testCaseCount, "test"))")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The measures that what was looked at can tell of.
  static func measures(_ inputs: TraceInputs) -> [TraceCoverage.Measure] {
    TraceCoverage.Measure.allCases.filter { measure in
      switch measure {
      case .tasks, .done, .design: true
      case .code: inputs.sourceFileCount != nil
      case .tests: inputs.testFileCount != nil || inputs.reports != nil
      case .proved: inputs.reports != nil
      }
    }
  }

  /// What is said of a whole requirement: how many of its criteria are proved, or its own proof.
  static func proof(_ requirement: TracedRequirement) -> String {
    guard !requirement.criteria.isEmpty else {
      return requirement.isGroup ? "" : proof(requirement.links)
    }
    let coverage = requirement.coverage
    let share = "\(coverage.count(Proof.proved)) of \(coverage.criteria)"
    // A test of the whole says nothing of a criterion, unless that it is not fine.
    guard requirement.links.proof == .failing else { return share }
    return "\(Proof.failing.mark) \(Proof.failing.rawValue), \(share)"
  }

  /// `✓ proved`.
  static func proof(_ links: TraceLinks) -> String { "\(links.proof.mark) \(links.proof.rawValue)" }

  /// `12 failing, 3 skipped`, what is worth a word beside what is proved.
  static func doubts(_ coverage: TraceCoverage) -> String {
    [Proof.failing, .skipped, .notRun].filter { coverage.count($0) > 0 }
      .map { "\(PlanWords.grouped(coverage.count($0))) \($0.rawValue)" }.joined(separator: ", ")
  }
}

extension TraceCoverage.Measure {
  /// What is said of a criterion that has it.
  var phrase: String {
    switch self {
    case .tasks: "in tasks"
    case .done: "done"
    case .design: "in the design"
    case .code: "in code"
    case .tests: "with tests"
    case .proved: "proved"
    }
  }
}

extension TracedTest {
  /// Its name; where that is unknown, the place of its tag.
  var shownName: String { name.isEmpty ? place?.text ?? "" : name }
}

extension Proof {
  /// One column that shows it.
  var mark: String {
    switch self {
    case .proved: "✓"
    case .failing: "✗"
    case .skipped: "–"
    case .notRun: "○"
    case .noTest: "·"
    }
  }

  var style: TerminalStyle {
    switch self {
    case .proved: .success
    case .failing: .error
    case .skipped, .notRun: .warning
    case .noTest: .faint
    }
  }
}
