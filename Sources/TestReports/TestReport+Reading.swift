extension TestReport {
  /// Reads a report in the form that JUnit's runner for Ant began and nearly every other one writes.
  ///
  /// Suites may stand in each other to any depth that is read. What a dialect adds is passed over. Throws
  /// where the bytes are no XML, or have no suite in them.
  package init(reading bytes: [UInt8]) throws(XMLError) {
    let reader = ReportReader()
    try XMLElements.visit(bytes, reader)
    guard reader.hasSuite else {
      throw XMLError(message: "has no 'testsuite', so it is no report of tests", line: 1)
    }
    self.init(cases: reader.cases)
  }
}

/// Gathers the cases of a report.
private final class ReportReader: XMLElements.Visitor {
  private enum Element {
    case suite(name: String, file: String?)
    case testCase
    case other
  }

  private(set) var cases: [TestCase] = []
  private(set) var hasSuite = false
  private var open: [Element] = []
  private var current: TestCase?

  func begin(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "testsuite", "testsuites":
      hasSuite = true
      open.append(
        .suite(
          name: attributes["name"] ?? "", file: attributes["file"] ?? attributes["filepath"]))
    case "testcase" where current == nil:
      current = TestCase(
        name: attributes["name"] ?? "", className: attributes["classname"] ?? "",
        suite: suiteName, file: attributes["file"] ?? suiteFile, outcome: Self.outcome(attributes))
      open.append(.testCase)
    case "failure", "error":
      current?.outcome = .failed
      open.append(.other)
    case "skipped", "disabled", "ignored":
      if current?.outcome == .passed { current?.outcome = .skipped }
      open.append(.other)
    case "property":
      if attributes["name"] == "spec", let value = attributes["value"] {
        current?.tags.append(value)
      }
      open.append(.other)
    default:
      open.append(.other)
    }
  }

  func end() {
    guard case .testCase? = open.popLast(), let finished = current else { return }
    cases.append(finished)
    current = nil
  }

  /// The file of the innermost suite that names one.
  private var suiteFile: String? {
    for case .suite(_, let file?) in open.reversed() { return file }
    return nil
  }

  private var suiteName: String {
    for case .suite(let name, _) in open.reversed() { return name }
    return ""
  }

  /// What the attributes of a case say: GoogleTest has the state of a test that did not run there.
  private static func outcome(_ attributes: XMLAttributes) -> TestOutcome {
    let status = attributes["status"] ?? ""
    let result = attributes["result"] ?? ""
    let isLeftOut =
      ["notrun", "skipped", "disabled", "ignored"].contains(status.lowercased())
      || ["suppressed", "skipped"].contains(result.lowercased())
    return isLeftOut ? .skipped : .passed
  }
}
