import Diagnostics
import SpecModel
import SpecPlanning
import SpecTracing
import TestReports
import Testing

@testable import SpecRendering

@Suite struct SiteTests {
  private static let requirements = """
    # Requirements

    ### Requirement 1: Lend <b>

    1. WHEN a reader asks THEN the system SHALL lend
    2. IF all are out THEN the system SHALL say when é 😀 comes back
    """
  private static let tasks = """
    - [x] 1. Keep books
      - _Requirements: 1.1_
    - [ ] 2. Say when
      - _Requirements: 1.1_
      - _Depends: 1_
    """

  private static func workspace(
    _ names: [String] = ["loans"], requirements: String = requirements, tasks: String = tasks
  ) -> Workspace {
    Workspace(
      features: names.map { name in
        let folder = ".claude/specs/\(name)"
        return Feature(
          name: name, directory: folder, layout: .claude,
          requirements: RequirementsDocument(
            reading: SourceFile(path: "\(folder)/requirements.md", text: requirements)),
          tasks: TasksDocument(reading: SourceFile(path: "\(folder)/tasks.md", text: tasks)))
      })
  }

  private static func contents(
    _ workspace: Workspace, outcome: Outcome = Outcome(), trace: TraceReport? = nil,
    sources: SourceAddress? = nil, changes: SiteChanges? = nil
  ) async -> SiteContents {
    let plan = Planner().plan(workspace).plan
    let documents = await TraceReport(workspace)
    return SiteContents(
      title: "Books", workspace: workspace, outcome: outcome, trace: trace ?? documents, plan: plan,
      schedule: plan.map { Schedule($0, settings: ScheduleSettings(.init())) }, sources: sources,
      changes: changes)
  }

  private static func pages(_ contents: SiteContents) async -> [String: String] {
    let files = await Site(contents).files()
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func everyRequirementCriterionAndTaskHasAPlace() async throws {
    let pages = await Self.pages(await Self.contents(Self.workspace()))
    let page = try #require(pages["features/loans.html"])
    for id in [
      "requirement-1", "criterion-1.1", "criterion-1.2", "task-1", "task-2", "requirements",
      "tasks", "trace",
    ] {
      #expect(
        page.split(separator: " id=\"\(id)\"", omittingEmptySubsequences: false).count == 2, "\(id)"
      )
    }
    #expect(page.contains("Lend &lt;b&gt;") || page.contains("Lend </h"))
    // Both ways: the criterion names its tasks, the task its criterion, its wave and its place in the plan.
    #expect(page.contains("href=\"#task-1\" title=\"Task 1, done: Keep books\">✓ 1</a>"))
    #expect(page.contains("<a class=\"trace\" href=\"#criterion-1.1\">1.1</a>"))
    #expect(page.contains("href=\"../plan.html#loans/2\" title=\"Planned in wave 0\">wave 0</a>"))
    #expect(page.contains("<a class=\"trace\" href=\"#task-1\">1</a>"))
    #expect(
      try #require(pages["plan.html"]).contains(
        "<a href=\"features/loans.html#task-2\">Say when</a>"))
    // No task is for the second criterion.
    #expect(
      page.contains("<span class=\"badge missing\" title=\"No task names it\">no task</span>"))
  }

  @Test func tasksBehindTheLastPlannedOneAreShownToo() async throws {
    let pages = await Self.pages(
      await Self.contents(Self.workspace(tasks: Self.tasks + "\n- [x] 3. Close\n- [ ] 4.\n")))
    #expect(try #require(pages["features/loans.html"]).contains("id=\"task-3\""))
  }

  @Test func findingsLeadToWhatTheyAreAbout() async throws {
    let workspace = Self.workspace()
    let text = try #require(workspace.features[0].tasks?.text)
    let place = try #require(workspace.features[0].tasks?.tasks[1].titleRange)
    let finding = Finding("odd", in: text.path, at: place, help: "mend it", rule: "odd-rule")
    let outcome = Outcome(
      findings: [finding], sources: [text.path: text.file],
      rules: [
        "odd-rule": RuleRecord(
          id: "odd-rule", group: "tasks", summary: "It is odd.", rationale: "Why.", severity: .error
        )
      ])
    let pages = await Self.pages(await Self.contents(workspace, outcome: outcome))
    #expect(
      try #require(pages["findings.html"]).contains(
        "<a href=\"features/loans.html#task-2\">.claude/specs/loans/tasks.md:3</a>"))
    #expect(try #require(pages["findings.html"]).contains("href=\"rules.html#rule-odd-rule\""))
    #expect(try #require(pages["rules.html"]).contains("id=\"rule-odd-rule\""))
    #expect(
      try #require(pages["features/loans.html"]).contains("<a href=\"#task-2\">odd</a>"))
    #expect(try #require(pages["index.html"]).contains("1 error"))
  }

  @Test func theSearchKnowsEverythingThatHasAPlace() async throws {
    let index = try #require(
      await Self.pages(await Self.contents(Self.workspace()))["assets/search-index.js"])
    for entry in [
      "\"feature loans\"", "\"loans requirement 1\"", "\"loans criterion 1.2\"", "\"loans task 2\"",
    ] { #expect(index.contains(entry)) }
    #expect(index.hasPrefix("window.specctlIndex = {"))
  }

  @Test func theOrderOfReadingDoesNotShow() async {
    let names = (0..<20).map { "feature-\($0)" }
    let once = await Site(await Self.contents(Self.workspace(names))).files()
    let twice = await Site(await Self.contents(Self.workspace(names))).files()
    #expect(once.map(\.path) == twice.map(\.path) && once.map(\.bytes) == twice.map(\.bytes))
    #expect(once.map(\.path) == once.map(\.path).sorted())
  }

  @Test func featuresOfOneNameHavePagesOfTheirOwn() async {
    var workspace = Self.workspace(["loans", "loans"])
    workspace.features[1].directory = ".kiro/specs/loans"
    let pages = await Self.pages(await Self.contents(workspace))
    #expect(pages["features/.claude_specs_loans.html"] != nil)
    #expect(pages["features/.kiro_specs_loans.html"] != nil)
  }

  @Test func aWorkspaceThatCannotBePlannedStillHasPages() async throws {
    let tasks = "- [ ] 1. a\n  - _Depends: 2_\n- [ ] 2. b\n  - _Depends: 1_\n"
    let pages = await Self.pages(await Self.contents(Self.workspace(tasks: tasks)))
    #expect(try #require(pages["plan.html"]).contains("cannot be planned"))
    #expect(try #require(pages["index.html"]).contains("cannot be planned"))
  }

  @Test func anEmptyWorkspaceSaysWhatToDo() async throws {
    let pages = await Self.pages(await Self.contents(Workspace()))
    #expect(try #require(pages["index.html"]).contains("specctl init feature NAME"))
    #expect(try #require(pages["agents.html"]).contains("There are no agents."))
    #expect(try #require(pages["traceability.html"]).contains("No feature has requirements."))
  }

  /// The trace of the workspace with one file of code and one of tests, and the results of these.
  private static func traced(_ workspace: Workspace) async throws -> TraceReport {
    let code = try #require(
      TaggedFile(path: "src/é 😀.py", bytes: Array("\r\n# @spec loans/1.1\n".utf8), isTest: false))
    let tests = try #require(
      TaggedFile(
        path: "tests/test_loans.py",
        bytes: Array(
          "# @spec loans/1.1\ndef test_lends():\n  pass\n# @spec loans/1.2\ndef test_says():\n".utf8
        ),
        isTest: true))
    let cases = [
      TestCase(name: "test_lends", className: "test_loans"),
      TestCase(name: "test_says", className: "test_loans", outcome: .failed),
    ]
    return await TraceReport(
      workspace, files: [code, tests], results: [TestReport(cases: cases)],
      inputs: TraceInputs(sourceFileCount: 1, testFileCount: 1, reports: ["a.xml"]))
  }

  @Test func codeTestsAndProofStandBesideCriteria() async throws {
    let workspace = Self.workspace()
    let pages = await Self.pages(
      await Self.contents(
        workspace, trace: try await Self.traced(workspace),
        sources: SourceAddress("https://example.org/r/blob/main")))
    let page = try #require(pages["features/loans.html"])
    let code = "https://example.org/r/blob/main/src/%C3%A9%20%F0%9F%98%80.py#L2"
    #expect(
      page.contains(
        "<a class=\"badge code\" href=\"\(code)\" title=\"Named in src/é 😀.py:2\" "
          + "rel=\"noopener noreferrer\">code</a>"))
    #expect(
      page.contains(
        "<a class=\"badge proved\" href=\"#trace-criterion-1.1\" "
          + "title=\"test_loans.test_lends passed\">✓ proved</a>"))
    #expect(page.contains("<a class=\"badge failing\" href=\"#trace-criterion-1.2\""))
    #expect(page.contains("<tr id=\"trace-criterion-1.1\" class=\"criterion\">"))
    #expect(page.contains("<dt>Proved</dt><dd>1 of 2</dd>"))
    let matrix = try #require(pages["traceability.html"])
    #expect(matrix.contains("Looked at 1 source file, 1 file of tests, 1 report with 2 tests."))
    #expect(matrix.contains("<dt>Proved</dt><dd>50 %</dd>"))
    #expect(matrix.contains("Of the criteria, 1 failing."))
    #expect(matrix.contains("https://example.org/r/blob/main/tests/test_loans.py#L1"))
    #expect(!matrix.contains("id=\"trace-criterion"))
  }

  @Test func withoutCodeAndTestsNothingIsSaidOfThem() async throws {
    let pages = await Self.pages(await Self.contents(Self.workspace()))
    for path in ["features/loans.html", "traceability.html"] {
      let page = try #require(pages[path])
      for word in ["Code", "Proof", "no test", "Looked at", "Proved"] {
        #expect(!page.contains(">" + word), "\(path) \(word)")
      }
    }
  }

  @Test func markdownHasTheSameEvidence() async throws {
    let workspace = Self.workspace()
    let contents = await Self.contents(workspace, trace: try await Self.traced(workspace))
    let files = await MarkdownSite(contents, root: "../").files()
    func text(_ path: String) throws -> String {
      String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
    }
    #expect(
      try text("features/loans.md").contains(
        "| 1/2 | [src/é 😀.py\\:2](../../src/%C3%A9%20%F0%9F%98%80.py#L2) | "
          + "[test\\_loans.test\\_lends](../../tests/test_loans.py#L1) passed | ✓ proved |"))
    #expect(
      try text("traceability.md").contains(
        "| [loans](features/loans.md) | 1 | 2 | 1/2 | 0/2 | 1/2 | 2/2 | 1/2 |"))
  }

  @Test func theNumbersAreThoseOfTheTrace() async throws {
    // A requirement without criteria counts as one, risks do not count, and `All` is for everything.
    let requirements =
      Self.requirements + "\n### Requirement 2: Keep quiet\n\nNothing to list.\n"
    let workspace = Self.workspace(
      requirements: requirements, tasks: "- [x] 1. a\n  - _Requirements: All_\n")
    let report = await TraceReport(workspace)
    let page = try #require(
      await Self.pages(await Self.contents(workspace, trace: report))["traceability.html"])
    #expect(report.coverage.criteria == 3 && report.coverage.count(.done) == 3)
    #expect(page.contains("<dt>Criteria</dt><dd>3</dd>"))
    #expect(page.contains("<dt>Done</dt><dd>100 %</dd>"))
    #expect(page.contains("<td class=\"number\">3/3</td>"))
  }

  @Test func thePlanIsAPageLikeTheOthers() async throws {
    let pages = await Self.pages(await Self.contents(Self.workspace()))
    let plan = try #require(pages["plan.html"])
    let agents = try #require(pages["agents.html"])
    func header(_ page: String) throws -> String {
      let start = try #require(page.firstRange(of: "<header class=\"top\">")?.lowerBound)
      let end = try #require(page.firstRange(of: "</header>")?.upperBound)
      return String(page[start..<end].replacing(" aria-current=\"page\"", with: ""))
    }
    #expect(try header(plan) == header(agents))
    #expect(plan.contains("<title>Plan · Books</title>"))
    #expect(!plan.contains("<style>") && !plan.contains("<script>"))
    #expect(pages["assets/plan.css"]?.contains(".schedule") == true)
    #expect(pages["assets/plan.js"]?.contains("task-table") == true)
  }

  @Test func featuresLeadToTheirNeighbours() async throws {
    let pages = await Self.pages(await Self.contents(Self.workspace(["a", "b", "c"])))
    let first = try #require(pages["features/a.html"])
    #expect(!first.contains("rel=\"prev\"") && first.contains("rel=\"next\""))
    #expect(
      try #require(pages["features/b.html"]).contains(
        "<a rel=\"prev\" class=\"prev\" href=\"../features/a.html\">"))
    #expect(!(try #require(pages["features/c.html"])).contains("rel=\"next\""))
    let alone = await Self.pages(await Self.contents(Self.workspace()))
    #expect(!(try #require(alone["features/loans.html"])).contains("neighbours"))
  }

  @Test func thePagesOfFeaturesHaveTheTasksOfALargePlan() async throws {
    let tasks = (1...400).map { "- [ ] \($0). Do it\n" }.joined()
    let workspace = Self.workspace(
      ["a", "b", "c"], tasks: tasks + "- [ ] 401. Wait\n  - _Depends: 400_\n")
    let pages = await Self.pages(await Self.contents(workspace))
    let plan = try #require(pages["plan.html"])
    #expect(plan.contains("Each of the 1,203 tasks stands on the page of its feature"))
    #expect(plan.split(separator: "<tr id=").count < 600)
    #expect(plan.contains("<th scope=\"row\"><a href=\"features/b.html\">b</a></th>"))
    let page = try #require(pages["features/b.html"])
    #expect(page.contains("<section id=\"plan\""))
    #expect(page.contains("href=\"#b/401\" title=\"Planned in wave "))
    #expect(page.contains("<tr id=\"b/401\""))
    #expect(page.contains("<a href=\"../features/b.html#task-401\">Wait</a>"))
    #expect(page.contains("<a href=\"#b/400\" data-task=\"399\">400</a>"))
    // A plan that can be looked at stays where it is.
    let small = await Self.pages(await Self.contents(Self.workspace()))
    #expect(!(try #require(small["features/loans.html"])).contains("<section id=\"plan\""))
    #expect(try #require(small["plan.html"]).contains("<tr id=\"loans/2\""))
  }

  @Test func theSearchHasOnlyTheOwnCellOfACriterion() async throws {
    let requirements = """
      ### Requirement 1: Lend

      #### Acceptance Criteria

      | AC | Text | Priority |
      | --- | --- | --- |
      | AC-1.1 | It SHALL lend é 😀 | must have |
      """
    let index = try #require(
      await Self.pages(await Self.contents(Self.workspace(requirements: requirements)))[
        "assets/search-index.js"])
    #expect(index.contains("\"loans criterion AC-1.1\",\"It SHALL lend é 😀\""))
  }

  @Test func storiesOfSpecKitHavePlacesAndTasks() async throws {
    let folder = "specs/001-lend"
    let workspace = Workspace(features: [
      Feature(
        name: "001-lend", directory: folder, layout: .specKit,
        requirements: RequirementsDocument(
          reading: SourceFile(
            path: "\(folder)/spec.md",
            text: """
              # Lend

              ### User Story 1 - Lend a book (Priority: P1)

              1. **Given** a book, **When** asked, **Then** it is lent

              ### Functional Requirements

              - **FR-001**: System MUST lend
              """)),
        tasks: TasksDocument(
          reading: SourceFile(
            path: "\(folder)/tasks.md", text: "- [ ] T001 [US1] Lend it in src/lend.py\n")))
    ])
    let page = try #require(
      await Self.pages(await Self.contents(workspace))["features/001-lend.html"])
    #expect(page.contains("id=\"requirement-US1\" href=\"#requirement-US1\""))
    #expect(page.contains("id=\"criterion-US1.1\""))
    #expect(page.contains("<a class=\"trace\" href=\"#requirement-US1\">US1</a>"))
    #expect(page.contains("title=\"Task T001, open: "))
  }

  @Test func whatIsDifferentSinceARevisionIsListed() async throws {
    let former = Self.workspace(
      ["loans", "gone"],
      requirements: Self.requirements.replacing("SHALL lend", with: "SHALL refuse")
        + "\n3. WHILE closed the system SHALL wait\n",
      tasks: Self.tasks.replacing("[x] 1.", with: "[ ] 1."))
    let contents = await Self.contents(
      Self.workspace(), changes: SiteChanges(revision: "v1", former: former, plan: nil))
    let page = try #require(await Self.pages(contents)["changes.html"])
    #expect(page.contains("Changes since v1"))
    #expect(
      page.contains(
        "<span class=\"badge changed\">changed</span> <a href=\"features/loans.html#criterion-1.1\">"
      ))
    #expect(page.contains("<span class=\"badge removed\">removed</span> criterion 1.3"))
    #expect(
      page.contains(
        "<span class=\"badge done\">done</span> <a href=\"features/loans.html#task-1\">"))
    #expect(page.contains("gone<span class=\"path\"> removed</span>"))
    let markdown = await MarkdownSite(contents, root: nil).files()
    let changes = try #require(markdown.first { $0.path == "changes.md" })
    #expect(
      String(decoding: changes.bytes, as: UTF8.self).contains(
        "- changed: [criterion 1.1](features/loans.md#criterion-1.1) WHEN a reader asks THEN the system SHALL lend"
      ))
  }

  @Test func markdownLeadsToTheDocuments() async throws {
    let files = await MarkdownSite(await Self.contents(Self.workspace()), root: "../").files()
    let page = String(
      decoding: try #require(files.first { $0.path == "features/loans.md" }).bytes, as: UTF8.self)
    #expect(page.contains("[Requirements](../../.claude/specs/loans/requirements.md)"))
    #expect(page.contains("| <a id=\"criterion-1.2\"></a>1.2 | IF all are out THEN"))
    #expect(page.contains("| <a id=\"task-2\"></a>2 | Say when | open | 0 |"))
  }
}
