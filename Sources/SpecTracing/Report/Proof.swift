/// What test results say of a requirement or a criterion.
package enum Proof: String, Sendable, Hashable, CaseIterable {
  /// A test of it passed, and none failed.
  case proved
  /// A test of it failed.
  case failing
  /// All of its tests were left out of the run.
  case skipped
  /// It has tests, but no result that is theirs for certain.
  case notRun = "not run"
  /// No test names it.
  case noTest = "no test"

  /// What several tests say together, by how they ended.
  package init(_ outcomes: Set<TracedTest.Outcome>) {
    if outcomes.contains(.failed) || outcomes.contains(.maybeFailed) {
      self = outcomes.contains(.failed) ? .failing : .notRun
    } else if outcomes.contains(.passed) {
      self = .proved
    } else if outcomes.contains(.notRun) || outcomes.contains(.ambiguous) {
      self = .notRun
    } else {
      self = outcomes.isEmpty ? .noTest : .skipped
    }
  }
}

/// A test that names a requirement or a criterion.
package struct TracedTest: Sendable, Hashable {
  /// How the test ended, as far as that is known.
  package enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed, failed, skipped
    /// No report knows the test.
    case notRun = "not run"
    /// A report has results that may be of this test or of another.
    case ambiguous
    /// The same, and one of them failed.
    case maybeFailed = "ambiguous, failed"
  }

  /// How it is known what the test is of.
  package enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// A property in the report.
    case property
    /// A tag in its name.
    case name
    /// A tag in the source file at its declaration.
    case source
  }

  /// As the report has it, with its class in front; without a result that of the declaration.
  package var name: String
  package var outcome: Outcome
  package var evidence: Evidence
  /// Where its tag stands; `nil` where only a report names it.
  package var place: TracePlace?

  package init(
    name: String, outcome: Outcome, evidence: Evidence, place: TracePlace? = nil
  ) {
    self.name = name
    self.outcome = outcome
    self.evidence = evidence
    self.place = place
  }
}
