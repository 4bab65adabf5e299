import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct GoalReadingTests {
  private let workspace = Workspace(
    features: [
      feature("order-book", "# Implementation Plan\n\n- [ ] 1. A\n  - File: src/book/reader.py\n"),
      feature("book", "# Tasks: Book Lending Rules\n\n- [ ] 1. A\n  - File: src/book.py, db/\n"),
      feature("001-login", "- [ ] 1. A\n  - File: web/form.tsx\n"),
      feature("ledger-café", "- [ ] 1. A\n"),
    ],
    registry: Registry(
      reading: SourceFile(
        path: ".claude/feature_registry.yaml",
        text: """
          features:
            order-book: {layer: core, key_components: [OrderIndex]}
            book: {layer: application, pages: [shelf.html]}
            001-login: {layer: application}
          """)),
    configuration: configuration(
      """
      workflows:
        nightly-audit: {applies_to: [analyze], steps: [reviewer]}
        login_fix: {applies_to: [001-login, debug], steps: [coder]}
        hotfix: [coder]
      """))

  private func features(_ goal: String) -> [String] {
    GoalScope(goal, in: workspace).features.map(\.feature)
  }

  @Test(arguments: [
    ("Fix the order book", ["order-book"]),
    ("Fix order-book.", ["order-book"]),
    ("Fix OrderBook", ["order-book"]),
    ("Fix the order books and a book", ["order-book", "book"]),
    ("Review 'login'", ["001-login"]),
    ("Review LEDGER CAFÉ 😀", ["ledger-café"]),
    ("Explain the book lending rule", ["book"]),
    ("Speed up src/book/reader.py", ["order-book"]),
    ("Speed up reader.py", ["order-book"]),
    ("Look at src", []),
    ("Continue with login/1 or ledger-café/2", []),
    ("Continue with order-book/1", ["order-book"]),
    ("Look at src/", ["book", "order-book"]),
    ("Look at db/schema.sql", []),
    ("Refactor the application layer", ["001-login", "book"]),
    ("Refactor layer/core", ["order-book"]),
    ("Refactor module/order", ["order-book"]),
    ("Tidy the OrderIndex", ["order-book"]),
    ("The page shelf.html is broken", ["book"]),
    ("Audit the whole system", ["001-login", "book", "ledger-café", "order-book"]),
    ("Audit all features except login and the order book", ["book", "ledger-café"]),
    ("Audit the whole system of login", ["001-login"]),
    ("Read .claude/specs/book/tasks.md again", ["book"]),
    ("Fix the orders", []),
    ("Make it nice", []),
    ("", []),
  ])
  func findsTheFeaturesThatAGoalNames(goal: String, expected: [String]) {
    #expect(features(goal) == expected)
  }

  @Test func wordsThatAreOnlySharedMakeCandidates() {
    let scope = GoalScope("Print the orders of the ledger", in: workspace)
    #expect(scope.features.isEmpty)
    #expect(scope.candidates.map(\.feature) == ["ledger-café", "order-book"])
    #expect(scope.candidates[1].evidence.map(\.phrase) == ["the word 'order' in its name"])
  }

  @Test func saysWhatSpeaksForAFeature() throws {
    let match = try #require(
      GoalScope("Fix reader.py of the order book", in: workspace).features.first)
    #expect(match.score == 14)
    #expect(
      match.evidence.map(\.phrase) == ["its name", "'reader.py' fits src/book/reader.py of task 1"])
  }

  @Test func theOnlyFeatureCanBeLeftOut() {
    let workspace = Workspace(features: [feature("checkout", "- [ ] 1. B\n")])
    #expect(GoalScope("Make all nice except checkout", in: workspace).features.isEmpty)
  }

  @Test func theOnlyFeatureNeedsNoName() {
    let scope = GoalScope("Make it nice", in: Workspace(features: [feature("a", "- [ ] 1. B\n")]))
    #expect(scope.features.map(\.feature) == ["a"])
    #expect(scope.features.flatMap(\.evidence).map(\.phrase) == ["there is no other feature"])
  }

  @Test(arguments: [
    ("Run the nightly audit on login", "nightly-audit", "the goal names it"),
    ("Fix login", "login_fix", "it applies to feature '001-login'"),
    ("Review login", "nightly-audit", "it applies to tasks of the kind 'analyze'"),
    ("Run the hotfix workflow on book", "hotfix", "the goal names it"),
    ("Fix the order book", "debug", "it applies to tasks of the kind 'debug'"),
    ("Build a small website for login", "build_website", "the goal names it"),
    ("Do something about login", nil, "nothing in the goal says what kind of task it is"),
  ])
  func choosesTheWorkflow(goal: String, name: String?, reason: String) {
    let reading = GoalReading(goal, in: workspace)
    #expect(reading.workflow?.workflow.name.value == name)
    #expect(reading.workflowReason == reason)
  }

  @Test func whatIsNamedInTheCommandIsTaken() {
    let catalogue = WorkflowCatalogue(workspace.configuration)
    let reading = GoalReading(
      "Fix login", in: workspace, features: ["book"], workflow: catalogue.named("hotfix"))
    #expect(reading.scope.features.map(\.feature) == ["book"])
    #expect(reading.workflow?.workflow.name.value == "hotfix")
  }
}
