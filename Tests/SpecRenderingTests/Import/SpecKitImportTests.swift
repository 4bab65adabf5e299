import Diagnostics
import SpecModel
import SpecRendering
import Testing

@Suite struct SpecKitImportTests {
  private func requirements(_ spec: String) -> String {
    SpecKitImport(specKitFeature(spec: spec)).result.text("requirements.md")
  }

  private func tasks(_ tasks: String, spec: String = "") -> String {
    SpecKitImport(specKitFeature(spec: spec, tasks: tasks)).result.text("tasks.md")
  }

  @Test func storiesBecomeRequirementsWithTheirScenariosAsCriteria() {
    #expect(
      requirements(
        """
        # Feature Specification: Alben 📷

        ### User Story 1 - Sort them (Priority: P1) 🎯

        A visitor sorts albums – by café.

        **Why this priority**: It is the feature.

        **Acceptance Scenarios**:

        1. **Given** two albums, **When** one is dragged,
           **Then** it is first
        2. When none is there, Then nothing *and* nobody moves

        ### Edge Cases

        - **Given** nobody

        ## Requirements

        - **FR-001**: System MUST sort
        """)
          == """
          # Feature Specification: Alben 📷

          ### Requirement 1: Sort them (Priority: P1) 🎯

          **User Story:** A visitor sorts albums – by café.

          **Why this priority**: It is the feature.

          #### Acceptance Criteria

          1. GIVEN two albums, WHEN one is dragged,
             THEN it is first
          2. When none is there, Then nothing *and* nobody moves

          ### Edge Cases

          - **Given** nobody

          ## Requirements

          - **FR-001**: System MUST sort
          """)
  }

  @Test(arguments: [
    ("### User Story 2: Title", "### Requirement 2: Title"),
    ("### User Story 2 — Title", "### Requirement 2: Title"),
    ("### user story 2 Title", "### Requirement 2: Title"),
    ("### User Story 2", "### Requirement 2"),
    ("### 🚀 User Story 2 - Title", "### 🚀 Requirement 2: Title"),
    ("### **User Story 2**: Title", "### **Requirement 2**: Title"),
    ("#### User Story 12 - 3 ways", "#### Requirement 12: 3 ways"),
    ("### User Story 2.1 - Title", "### Requirement 2.1 - Title"),
    ("### User Stories", "### User Stories"),
  ])
  func headingsKeepTheirNumberAndTitle(old: String, new: String) {
    #expect(requirements(old + "\n") == new + "\n")
  }

  @Test(arguments: [
    "- an item", "> a quotation", "**Goal**: a label", "**Goal:** a label", "| a | b |",
    "### A heading", "<!-- a comment -->",
  ])
  func whatIsNoStatementIsNotCalledOne(line: String) {
    let text = "### User Story 1 - A\n\n\(line)\n\nText behind it\n"
    #expect(!requirements(text).contains("User Story:"))
  }

  @Test func emphasisedStatementsAreStatements() {
    #expect(
      requirements("### User Story 1 - A\n\n**As a** reader I read\n")
        == "### Requirement 1: A\n\n**User Story:** **As a** reader I read\n")
  }

  @Test func scenariosWithoutALabelGetOne() {
    #expect(
      requirements("### User Story 1 - A\r\n- **When** é\r\n  **Then** b\r\n")
        == "### Requirement 1: A\r\n#### Acceptance Criteria\r\n\r\n- WHEN é\r\n  THEN b\r\n")
  }

  @Test func theOneStoryOfOlderDocumentsBecomesARequirement() {
    let text = """
      ### Primary User Story
      As a reader I sort.

      ### Acceptance Scenarios
      1. **Given** é, **When** b, **Then** c

      ### Edge Cases
      - **When** d
      """
    #expect(
      requirements(text) == """
        ### Requirement 1: Primary User Story
        **User Story:** As a reader I sort.

        #### Acceptance Criteria
        1. GIVEN é, WHEN b, THEN c

        ### Edge Cases
        - **When** d
        """)
    #expect(
      SpecKitImport(specKitFeature(spec: text)).result.requirements.map(\.criteria.count) == [1])
  }

  @Test func labelsAndPathsOfTasksStandBelowThem() {
    let spec = "### User Story 1 - A\n\n### User Story 2 - B\n"
    #expect(
      tasks(
        """
        - [ ] T001 Begin
        - [x] T002 [P] [US1] Write `src/a+b.swift` and src/café.swift,
              on a second line
          - a note
        - [ ] T003 [US2] [US1] Test (depends on T002)
          - _Requirements: 2_
        - [ ] T004 [US9] Somebody else's
        """, spec: spec)
          == """
          - [ ] T001 Begin
          - [x] T002 [P] [US1] Write `src/a+b.swift` and src/café.swift,
                on a second line
            - File: src/a+b.swift, src/café.swift
            - _Requirements: 1_
            - a note
          - [ ] T003 [US2] [US1] Test (depends on T002)
            - _Requirements: 2_
          - [ ] T004 [US9] Somebody else's
          """)
  }

  @Test func labelsOfUnknownStoriesAreRemarkedOn() throws {
    let result = SpecKitImport(
      specKitFeature(spec: "", tasks: "# é\n- [ ] T001 [US3] A\n")
    ).result
    let remark = try #require(result.remarks.first)
    #expect(result.remarks.count == 1)
    #expect(remark.place == "specs/001-a/tasks.md:2")
    #expect(remark.words == "task 'T001' is for a story 3 that 'spec.md' does not have")
  }

  @Test func plansAreCopied() {
    let result = SpecKitImport(specKitFeature(spec: "a", plan: "# Plan\r\n\u{1F4F7}")).result
    #expect(result.text("design.md") == "# Plan\r\n\u{1F4F7}")
    #expect(result.documents.map(\.origins) == [["specs/001-a/spec.md"], ["specs/001-a/plan.md"]])
  }

  // MARK: Generated documents

  @Test func nothingIsLostOfGeneratedDocuments() {
    for seed in 0..<300 as Range<UInt64> {
      var generator = SpecKitGenerator(seed: seed)
      let (spec, tasks) = (generator.spec(), generator.tasks())
      let feature = specKitFeature(spec: spec, tasks: tasks)
      let result = SpecKitImport(feature).result
      let lost = lostWords(from: spec, in: result.text("requirements.md"))
      #expect(
        Set(lost.keys).isSubset(of: ["user", "story", "scenarios"])
          && lost.values.allSatisfy { $0 <= generator.stories }, "\(seed): \(lost)")
      #expect(lostWords(from: tasks, in: result.text("tasks.md")).isEmpty, "\(seed)")

      let stories = result.requirements.filter { $0.form == .heading }
      #expect(stories.map(\.id) == (0..<generator.stories).map { "\($0 + 1)" }, "\(seed)")
      #expect(
        stories.reduce(0) { $0 + $1.criteria.count } == generator.scenarios, "\(seed)\n\(spec)")
      #expect(result.requirements.count - stories.count == generator.statements, "\(seed)")

      let (old, new) = (feature.tasks?.tasks ?? [], result.tasks.tasks)
      #expect(old.map(\.id) == new.map(\.id) && old.map(\.title) == new.map(\.title), "\(seed)")
      #expect(old.map(\.state) == new.map(\.state), "\(seed)")
      #expect(old.map { $0.files.map(\.path) } == new.map { $0.files.map(\.path) }, "\(seed)")
      #expect(
        old.map { $0.inlineDependencies.map { "\($0.kind)" } }
          == new.map { $0.inlineDependencies.map { "\($0.kind)" } }, "\(seed)")
    }
  }
}

/// Makes documents of Spec Kit at random, and counts what it puts into them.
private struct SpecKitGenerator {
  private var random: SeededGenerator
  private(set) var stories = 0
  private(set) var scenarios = 0
  private(set) var statements = 0
  private let lineBreak: String

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    lineBreak = random.next() % 3 == 0 ? "\r\n" : "\n"
  }

  private mutating func one(of words: [String]) -> String {
    words.randomElement(using: &random) ?? ""
  }

  private mutating func words() -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      one(of: ["album", "café", "📷", "*soon*", "`code`", "Größe", "写真", "1,5", "(so)", "it's"])
    }.joined(separator: " ")
  }

  mutating func spec() -> String {
    var lines = ["# Feature Specification: \(words())", ""]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      stories += 1
      lines += ["### User Story \(stories) \(one(of: ["-", "–", "—", ":"])) \(words()) end", ""]
      if Bool.random(using: &random) { lines += ["A reader \(words())", "goes on \(words())", ""] }
      if Bool.random(using: &random) { lines += ["**Why this priority**: \(words())", ""] }
      if Bool.random(using: &random) { lines += ["```text", "1. **Given** \(words())", "```", ""] }
      if Bool.random(using: &random) { lines += ["**Acceptance Scenarios**:", ""] }
      for number in 1...3 {
        scenarios += 1
        lines.append("\(number). **Given** \(words()), **When** \(words()), **Then** \(words())")
        if Bool.random(using: &random) { lines.append("   **And** \(words())") }
      }
      lines += ["", one(of: ["---", "", "<!-- é -->"]), ""]
    }
    lines += ["## Requirements", ""]
    for number in 1...2 {
      statements += 1
      lines.append("- **FR-00\(number)**: System MUST \(words())")
    }
    return lines.joined(separator: lineBreak) + (Bool.random(using: &random) ? lineBreak : "")
  }

  mutating func tasks() -> String {
    var lines = ["# Tasks", ""]
    for number in 1...Int.random(in: 1...8, using: &random) {
      var line = "- [\(one(of: [" ", "x"]))] T00\(number)"
      if Bool.random(using: &random) { line += " [P]" }
      if Bool.random(using: &random) { line += " [US\(Int.random(in: 1...5, using: &random))]" }
      line += " Do \(words()) in src/\(one(of: ["a.swift", "b/c.ts", "café.py"]))"
      if number > 1, Bool.random(using: &random) { line += " (depends on T001)" }
      lines.append(line)
      if Bool.random(using: &random) { lines.append("  - note \(words())") }
      if Bool.random(using: &random) { lines += ["", "**Checkpoint**: \(words())", ""] }
    }
    return lines.joined(separator: lineBreak)
  }
}
