import TestSupport
import Testing

/// The workspace with planted faults: each is found where it was planted, and nothing else is.
@Suite struct PlantedFaultTests {
  private let fixture = FixtureFolder("trading-dashboard-broken")

  /// The rule that finds each kind of planted fault.
  private static let rules = [
    "readme-without-front-matter": "document-among-agents",
    "agent-without-front-matter": "agent-without-front-matter",
    "agent-yaml-tolerant": "unquoted-value",
    "agent-name-not-kebab-case": "agent-name-form",
    "agent-tools-empty": "empty-tools",
    "agent-key-unknown": "unknown-key",
    "agent-tool-unknown": "unknown-tool",
    "agent-model-unknown": "unknown-model",
    "agent-duplicate-key": "duplicate-agent-key",
    "agent-without-name": "agent-without-name",
    "agent-without-description": "agent-without-description",
    "agent-name-differs": "agent-name-mismatch",
    "boolean-expected": "legacy-boolean",
    "config-key-unknown": "unknown-key",
    "config-duplicate-key": "duplicate-key",
    "rule-undefined": "undefined-rule",
    "registry-agent-unknown": "unknown-agent",
    "feature-cycle": "feature-cycle",
    "feature-dependency-unknown": "unknown-feature-dependency",
    "spec-folder-missing": "missing-spec-folder",
    "registry-key-unknown": "unknown-key",
    "global-agent-unknown": "unknown-agent",
    "stats-total-features": "statistics-mismatch",
    "stats-total-agents": "statistics-mismatch",
    "stats-features-with-specs": "statistics-mismatch",
    "stats-spec-coverage": "statistics-mismatch",
    "design-names-no-requirement": "design-names-no-requirement",
    "tasks-without-references": "no-references",
    "no-dependency-information": "no-dependencies",
    "mixed-line-ends": "mixed-line-ends",
    "crlf": "carriage-returns",
    "tasks-empty": "no-tasks",
    "nul-byte": "nul-byte",
    "invalid-utf-8-in-design": "invalid-utf-8",
    "invalid-utf-8": "invalid-utf-8",
    "dependency-cycle-of-three": "dependency-cycle",
    "task-agent-unknown": "unknown-task-agent",
    "dependency-on-own-group": "self-dependency",
    "requirement-all": "reference-to-all",
    "unnumbered-checklist": "unnumbered-checklist",
    "task-restated": "restated-task",
    "file-not-text": "not-text",
    "byte-order-mark": "byte-order-mark",
    "wave-task-unknown": "unknown-dependency",
    "ears-mixed-case": "keyword-case",
    "two-shall": "several-modals",
    "duplicate-requirement-id": "duplicate-requirement-id",
    "criterion-not-covered": "uncovered-criterion",
    "criterion-without-modal": "criterion-without-modal",
    "requirement-without-criteria": "requirement-without-criteria",
    "requirement-not-covered": "uncovered-requirement",
    "parent-done-child-open": "done-parent-open-child",
    "duplicate-task-id": "duplicate-task-id",
    "parent-open-children-done": "open-parent-done-children",
    "requirement-unknown": "unknown-requirement",
    "criterion-unknown": "unknown-criterion",
    "whole-requirement-as-zero": "whole-as-zero",
    "forward-dependency": "forward-dependency",
    "task-out-of-order": "task-order",
    "requirement-free-text": "words-as-reference",
    "dependency-unknown": "unknown-dependency",
    "dependency-on-itself": "self-dependency",
    "dependency-cycle-of-two": "dependency-cycle",
    "task-number-gap": "number-gap",
    "spec-folder-orphan": "orphan-spec-folder",
  ]

  /// Faults that are less severe than planted, since too many real documents have them.
  private static let notes: Set<String> = [
    // A README beside agents is what people want there.
    "readme-without-front-matter",
    // 13 % of real criteria have no modal verb of the list.
    "criterion-without-modal",
    // 18 % of real task lists cite nothing at all.
    "tasks-without-references",
  ]

  /// Faults of a whole file that are said elsewhere than in its first line.
  private static let lines = [
    // At the first task, where a line can be added.
    "tasks-without-references": 3,
    "no-dependency-information": 3,
    // The model keeps no place of an empty list.
    "agent-tools-empty": 1,
  ]

  private struct Report: Hashable {
    var path: String
    var line: Int?
    var rule: String
    var severity: String
  }

  private func reports() throws -> [Report] {
    let run = try Program.run("validate", "--format", "json", in: fixture.path)
    #expect(run.status == 1)
    return try JSONValue(run.output)["findings"].items.map { finding in
      Report(
        path: try #require(finding["path"].text), line: finding["start"]["line"].int,
        rule: try #require(finding["rule"].text),
        severity: try #require(finding["severity"].text))
    }
  }

  @Test func eachIsFoundAtItsPlaceAndNothingElseAboveANote() throws {
    let table = try #require(MarkdownTable(with: "fault", in: try fixture.text("FAULTS.md")))
    #expect(table.rows.count == 65)
    var left = try reports()
    for row in table.rows {
      let fault = try #require(table.cell("fault", row))
      let path = try #require(table.cell("file", row)).filter { $0 != "`" }
      let planted = Report(
        path: path.hasSuffix("/") ? String(path.dropLast()) : path,
        line: Self.lines[fault] ?? table.cell("line", row).flatMap { Int($0) },
        rule: try #require(Self.rules[fault], "\(fault) has a rule"),
        severity: Self.notes.contains(fault) ? "note" : try #require(table.cell("severity", row)))
      let place = left.firstIndex(of: planted)
      #expect(place != nil, "\(fault): \(planted)")
      if let place { left.remove(at: place) }
    }
    #expect(left.filter { $0.severity != "note" } == [])
  }

  @Test func isReportedAsItWas() throws {
    let run = try Program.run("validate", "--notes", "--format", "concise", in: fixture.path)
    FixtureFolder("golden").expect(run.outputText, in: "validate-broken.txt")
  }

  @Test func isReportedWithExcerptsAsItWas() throws {
    let run = try Program.run("validate", in: fixture.path)
    FixtureFolder("golden").expect(run.outputText, in: "validate-broken-text.txt")
  }
}
