import Diagnostics
import SpecModel
import SpecTracing
import TestReports
import Testing

@Suite struct TraceReportTests {
  private static let requirements = """
    ### Requirement 1: é 😀\r
    \r
    #### Acceptance Criteria\r
    \r
    1. WHEN a THEN it SHALL b\r
    2. WHEN c THEN it SHALL d\r
    """

  private func workspace(tasks: String = "- [x] 1. A\n  - _Requirements: 1_\n") -> Workspace {
    Workspace(features: [
      Feature(
        name: "cart", directory: "specs/cart", layout: .claude,
        requirements: RequirementsDocument(
          reading: SourceFile(path: "specs/cart/requirements.md", text: Self.requirements)),
        tasks: TasksDocument(reading: SourceFile(path: "specs/cart/tasks.md", text: tasks)))
    ])
  }

  private func file(_ path: String, _ text: String) throws -> TaggedFile {
    try #require(TaggedFile(path: path, bytes: Array(text.utf8), isTest: true))
  }

  /// What is known of criterion 1.1 with a test tagged for it and some results.
  private func proof(_ path: String, _ source: String, _ cases: TestCase...) async throws -> Proof {
    let report = await TraceReport(
      workspace(), files: [try file(path, source)], results: [TestReport(cases: cases)],
      inputs: TraceInputs(testFileCount: 1, reports: ["a.xml"]))
    return report.features[0].requirements[0].criteria[0].links.proof
  }

  @Test func aTaskOfTheWholeRequirementCoversItsCriteriaAndATestDoesNot() async throws {
    let tests = try file("t.py", "# @spec cart/1\ndef test_a():\n")
    let report = await TraceReport(
      workspace(), files: [tests],
      results: [TestReport(cases: [TestCase(name: "test_a", className: "t")])],
      inputs: TraceInputs(testFileCount: 1, reports: ["a.xml"]))
    let requirement = report.features[0].requirements[0]
    #expect(requirement.links.proof == .proved)
    #expect(requirement.criteria.map(\.links.proof) == [.noTest, .noTest])
    #expect(requirement.criteria.map(\.links.isDone) == [true, true])
    #expect(report.coverage.count(.tasks) == 2)
    #expect(requirement.criteria.map(\.place.line) == [5, 6])
  }

  @Test func aPartHasOnlyItsOwnOrphans() async throws {
    let report = await TraceReport(
      workspace(tasks: "- [ ] 1. A\n"),
      files: [try file("t.py", "# @spec cart/1.1, 9\ndef test_a():\n")],
      inputs: TraceInputs(testFileCount: 1, reports: []))
    for (name, count) in [("cart", 1), ("car", 0)] {
      let orphans = report.selecting([name]).orphans
      #expect(
        [orphans.tests.count, orphans.tasks.count, orphans.unknownTags.count]
          == [count, count, count])
    }
  }

  @Test func manyTasksOfAPartAndOfItsWholeAreCountedOnce() async {
    let tasks = (1...300).map { "- [x] \($0). A\n  - _Requirements: \($0 > 150 ? "1" : "1.1")_\n" }
    let links = await TraceReport(workspace(tasks: tasks.joined())).features[0].requirements[0]
      .criteria[0].links
    #expect((links.tasks.count, links.settledTaskCount) == (300, 300))
    #expect(links.isDone)
  }

  @Test func aTestOfTheWholeThatFailedIsNotLost() async throws {
    let tests = try file("t.py", "# @spec cart/1\ndef test_a():\n")
    let report = await TraceReport(
      workspace(), files: [tests],
      results: [
        TestReport(cases: [TestCase(name: "test_a", className: "t", outcome: .failed)])
      ], inputs: TraceInputs(testFileCount: 1, reports: ["a.xml"]))
    #expect(report.coverage.count(.failing) == 0)
    #expect(report.failingWholes.map(\.requirement.id) == ["1"])
  }

  private static let python = "# @spec cart/1.1\ndef test_a():\n"

  @Test func oneFailureOutweighsAnyPass() async throws {
    let passed = TestCase(name: "test_a[1]", className: "tests.test_cart")
    let failed = TestCase(name: "test_a[2]", className: "tests.test_cart", outcome: .failed)
    let skipped = TestCase(name: "test_a[3]", className: "tests.test_cart", outcome: .skipped)
    let path = "tests/test_cart.py"
    #expect(try await proof(path, Self.python, passed) == .proved)
    #expect(try await proof(path, Self.python, passed, skipped) == .proved)
    #expect(try await proof(path, Self.python, passed, failed) == .failing)
    #expect(try await proof(path, Self.python, skipped) == .skipped)
    #expect(try await proof(path, Self.python) == .notRun)
  }

  @Test func theFileOrTheClassMustAgree() async throws {
    func test(_ className: String, _ file: String? = nil) -> TestCase {
      TestCase(name: "test_a", className: className, file: file)
    }
    let path = "tests/test_cart.py"
    #expect(try await proof(path, Self.python, test("test_cart")) == .proved)
    #expect(try await proof(path, Self.python, test("app.tests.test_cart")) == .proved)
    #expect(try await proof(path, Self.python, test("")) == .proved)
    #expect(try await proof(path, Self.python, test("", "/ci/job/tests/test_cart.py")) == .proved)
    #expect(try await proof(path, Self.python, test("tests.test_other")) == .notRun)
    #expect(try await proof(path, Self.python, test("other.test_cart")) == .notRun)
    #expect(try await proof(path, Self.python, test("tests.test_cart.TestB")) == .notRun)
    #expect(try await proof(path, Self.python, test("tests.test_cart", "tests/x.py")) == .notRun)
  }

  struct Runner: Sendable, CustomTestStringConvertible {
    var path: String
    var source: String
    var test: TestCase
    var isProved = true

    var testDescription: String { "\(path) \(test.className) \(test.name) \(isProved)" }
  }

  static let runners = [
    // Swift Testing
    Runner(
      path: "Tests/CartTests/AddTests.swift",
      source: "@Suite struct AddTests {\n  /// @spec cart/1.1\n  @Test func adds(_ n: Int) {\n",
      test: TestCase(name: "adds(_:)", className: "CartTests.AddTests")),
    Runner(
      path: "Tests/CartTests/AddTests.swift",
      source: "@Suite struct AddTests {\n  /// @spec cart/1.1\n  @Test func adds() {\n",
      test: TestCase(name: "adds()", className: "CartTests.OtherTests"), isProved: false),
    // Jest, Vitest, Node
    Runner(
      path: "cart.test.js",
      source: "describe('cart', () => {\n  // @spec cart/1.1\n  it('adds', () => {\n",
      test: TestCase(name: "cart adds", className: "cart adds")),
    Runner(
      path: "src/cart.test.ts",
      source: "describe('cart', () => {\n  // @spec cart/1.1\n  it('adds', () => {\n",
      test: TestCase(name: "cart > adds", className: "src/cart.test.ts")),
    Runner(
      path: "cart.test.js",
      source: "describe('cart', () => {\n  // @spec cart/1.1\n  it('adds', () => {\n",
      test: TestCase(name: "adds", className: "test", suite: "cart")),
    Runner(
      path: "cart.test.js",
      source: "describe('cart', () => {\n  // @spec cart/1.1\n  it('adds', () => {\n",
      test: TestCase(name: "adds", className: "test", suite: "lamp"), isProved: false),
    // Surefire
    Runner(
      path: "src/test/java/org/shop/CartTest.java",
      source: "class CartTest {\n  // @spec cart/1.1\n  @Test\n  void adds() {\n",
      test: TestCase(name: "adds(int)[2]", className: "org.shop.CartTest")),
    Runner(
      path: "CartTest.java",
      source:
        "class CartTest {\n  class Empty {\n    // @spec cart/1.1\n    @Test\n    void adds() {\n",
      test: TestCase(name: "adds", className: "org.shop.CartTest$Empty")),
    // gotestsum
    Runner(
      path: "cart/cart_test.go", source: "// @spec cart/1.1\nfunc TestAdds(t *testing.T) {\n",
      test: TestCase(name: "TestAdds/two_of_them", className: "example.com/shop/cart")),
    Runner(
      path: "cart/cart_test.go", source: "// @spec cart/1.1\nfunc TestAdds(t *testing.T) {\n",
      test: TestCase(name: "TestAdds", className: "example.com/shop/lamp"), isProved: false),
    Runner(
      path: "cart/cart_test.go",
      source: "func TestX(t *testing.T) {\n\t// @spec cart/1.1\n\tt.Run(\"two of them\", f)\n",
      test: TestCase(name: "TestX/two_of_them", className: "example.com/shop/cart")),
    // nextest
    Runner(
      path: "src/cart.rs",
      source: "mod tests {\n    // @spec cart/1.1\n    #[test]\n    fn adds() {\n",
      test: TestCase(name: "cart::tests::adds", className: "shop")),
    Runner(
      path: "src/cart.rs",
      source: "mod tests {\n    // @spec cart/1.1\n    #[test]\n    fn adds() {\n",
      test: TestCase(name: "lamp::tests::adds", className: "shop"), isProved: false),
    Runner(
      path: "tests/buying.rs", source: "// @spec cart/1.1\n#[test]\nfn adds() {\n",
      test: TestCase(name: "adds", className: "shop::buying")),
    // GoogleTest
    Runner(
      path: "cart_test.cc", source: "// @spec cart/1.1\nTEST(Cart, Adds) {\n",
      test: TestCase(name: "Adds", className: "Cart")),
  ]

  @Test(arguments: runners) func readsTheNamesOfRunners(_ runner: Runner) async throws {
    #expect(
      try await proof(runner.path, runner.source, runner.test)
        == (runner.isProved ? .proved : .notRun))
  }

  @Test func whatFitsTwoDeclarationsProvesNeither() async throws {
    let files = try ["a/T.java", "b/T.java"].map {
      try file($0, "class T {\n  // @spec cart/1.1\n  void adds() {\n")
    }
    func proof(_ outcome: TestOutcome) async -> Proof {
      let results = [
        TestReport(cases: [TestCase(name: "adds", className: "T", outcome: outcome)])
      ]
      let report = await TraceReport(
        workspace(), files: files, results: results,
        inputs: TraceInputs(testFileCount: 2, reports: ["a.xml"]))
      return report.features[0].requirements[0].criteria[0].links.proof
    }
    #expect(await proof(.passed) == .notRun)
    #expect(await proof(.failed) == .notRun)
  }

  @Test func theEvidenceIsTheFirstThatHolds() async throws {
    let tests = try file("t.py", "# @spec cart/1.1\ndef test_a():\n")
    let report = await TraceReport(
      workspace(), files: [tests],
      results: [TestReport(cases: [TestCase(name: "test_a", className: "t", tags: ["cart/1.1"])])],
      inputs: TraceInputs(testFileCount: 1, reports: ["a.xml"]))
    let tests2 = report.features[0].requirements[0].criteria[0].links.tests
    #expect(tests2.count == 1)
    #expect(tests2.elements.map(\.evidence) == [.property])
    #expect(tests2.elements.map(\.place?.line) == [1])
  }

  @Test func whatNamesNothingIsTold() async throws {
    let code = try file(
      "a.py", "# @spec crt/1.1, cart/1.7, cart/task-1, cart/task-9\nx\n# @spec 1.2\n")
    let report = await TraceReport(workspace(), files: [code])
    #expect(
      report.orphans.unknownTags.map(\.text) == ["crt/1.1", "cart/1.7", "cart/task-9", "@spec"])
    #expect(report.orphans.unknownTags[0].help == "did you mean 'cart/1.1'?")
    #expect(report.features[0].tasks[0].code == [TracePlace(path: "a.py", line: 1)])
  }

  @Test func tasksWithoutARequirementAreToldUnlessWhatTheyArePartOfHasOne() async {
    let report = await TraceReport(
      workspace(
        tasks: """
          - [ ] 1. A
            - _Requirements: 1.1_
            - [x] 1.1 B
          - [ ] 2. C
          - [ ] 3. D
            - _Requirements: None_
          """))
    #expect(report.orphans.tasks.map(\.id) == ["2"])
    // The only part is done, so the group is.
    #expect(report.features[0].requirements[0].criteria.map(\.links.isDone) == [true, false])
  }

  @Test func nothingIsWhollyCovered() async {
    #expect(TraceCoverage().percentage(.tasks) == 100)
    #expect(await TraceReport(Workspace(features: [], agents: [])).features.isEmpty)
  }
}
