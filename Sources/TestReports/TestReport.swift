/// What a run of tests left behind: its cases in the order of the report.
package struct TestReport: Sendable, Hashable {
  package var cases: [TestCase]

  package init(cases: [TestCase] = []) {
    self.cases = cases
  }
}

/// One test that was run, or was to be run.
package struct TestCase: Sendable, Hashable {
  /// Empty where the report names none.
  package var name: String
  /// What the runner calls the class, module, package or file; empty where it says none.
  package var className: String
  /// The name of the innermost suite; empty where it has none.
  package var suite: String
  /// The file as the runner names it, of the case or of the suites around it; `nil` where none does.
  package var file: String?
  /// A case that was skipped and has a failure is failed.
  package var outcome: TestOutcome
  /// The values of the properties called `spec`, in the order written.
  package var tags: [String]

  package init(
    name: String, className: String = "", suite: String = "", file: String? = nil,
    outcome: TestOutcome = .passed, tags: [String] = []
  ) {
    self.name = name
    self.className = className
    self.suite = suite
    self.file = file
    self.outcome = outcome
    self.tags = tags
  }
}

/// How a test ended.
package enum TestOutcome: String, Sendable, Hashable, CaseIterable {
  case passed, failed, skipped
}
