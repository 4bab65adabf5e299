import Diagnostics
import SpecModel
import SpecTracing
import TestReports
import Testing

/// Reports in the shape in which runners write them: each with a version was made with that tool, and
/// shortened to what is different.
@Suite struct RunnerReportTests {
  struct Run: Sendable, CustomTestStringConvertible {
    /// The tool with its version.
    var tool: String
    var path: String
    var source: String
    var report: String
    /// What is known of the criteria 1.1, 1.2 and so on.
    var proofs: [Proof]

    var testDescription: String { tool }
  }

  private static let requirements =
    "### Requirement 1: é 😀\n\n#### Acceptance Criteria\n\n"
    + (1...6).map { "\($0). WHEN a THEN it SHALL b\n" }.joined()

  // @spec tracing/2.5
  @Test(arguments: runs) func provesWhatTheRunnerSays(_ run: Run) async throws {
    let workspace = Workspace(features: [
      Feature(
        name: "cart", directory: "specs/cart", layout: .claude,
        requirements: RequirementsDocument(
          reading: SourceFile(path: "specs/cart/requirements.md", text: Self.requirements)),
        tasks: TasksDocument(reading: SourceFile(path: "specs/cart/tasks.md", text: "- [ ] 1. A\n"))
      )
    ])
    let file = try #require(
      TaggedFile(path: run.path, bytes: Array(run.source.utf8), isTest: true))
    let report = await TraceReport(
      workspace, files: [file], results: [try TestReport(reading: Array(run.report.utf8))],
      inputs: TraceInputs(testFileCount: 1, reports: ["a.xml"]))
    let criteria = report.features[0].requirements[0].criteria
    #expect(criteria.prefix(run.proofs.count).map(\.links.proof) == run.proofs)
  }

  static let runs = nativeRuns + javaRuns + scriptRuns + pythonRuns + webRuns
}
