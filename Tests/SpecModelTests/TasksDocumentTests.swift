import Diagnostics
import SpecModel
import Testing

/// Reads a task list and writes each task as `id state title`, with ` ^parent` for children.
private func outline(_ text: String) -> [String] {
  let document = TasksDocument(reading: SourceFile(path: "tasks.md", text: text))
  return document.tasks.map { task in
    let mark =
      switch task.state {
      case .open: " "
      case .inProgress: "-"
      case .done: "x"
      case .skipped: "~"
      case .unknown: "?"
      }
    let parent = task.parent.map { " ^" + document.tasks[$0].id } ?? ""
    return "\(task.id) [\(mark)]\(task.isOptional ? "*" : "") \(task.title)\(parent)"
  }
}

@Suite struct CheckboxTaskTests {
  @Test func readsNumberedBoxesInEveryState() {
    let text = """
      # Plan
      - [ ] 1. Open
      - [x] 2. Done
      - [-] 3. Going
      - [~] 4. Dropped
      * [⏭️] 5. Skipped
      + [?] 6. Odd
        - [ ]* 6.1 Optional
      1. [X] T007 Ordered
      """
    #expect(
      outline(text) == [
        "1 [ ] Open", "2 [x] Done", "3 [-] Going", "4 [~] Dropped", "5 [~] Skipped", "6 [?] Odd",
        "6.1 [ ]* Optional ^6", "T007 [x] Ordered",
      ])
  }

  @Test func aTitleThatBeginsWithCodeKeepsBothTicks() {
    let text = """
      - [ ] 1. `parse` é 😀 and `read`\r
      - [ ] **2. `parse` again**\r
      - [ ] `3.` Plain
      - [ ] 5. ` alone
      """
    #expect(
      outline(text) == [
        "1 [ ] `parse` é 😀 and `read`", "2 [ ] `parse` again", "3 [ ] Plain",
        "5 [ ] alone",
      ])
  }

  @Test(arguments: [
    [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xE2, 0x9C], [0xEF, 0xB8], [0xE3, 0x80],
  ])
  func aSymbolThatIsCutOffEndsTheLine(bytes: [UInt8]) {
    for (before, after) in [("- [ ] ", ""), ("- [ ] 1. ", "\n- [ ] 2. B\n"), ("## ", "\n")] {
      let text = Array(before.utf8) + bytes + Array(after.utf8)
      let file = SourceFile(path: "tasks.md", bytes: text)
      for task in TasksDocument(reading: file).tasks {
        #expect(task.titleRange.upperBound.utf8 <= text.count)
      }
      #expect(RequirementsDocument(reading: file).requirements.isEmpty)
    }
  }

  @Test func anEntryInAPromptEndsWithItsPart() {
    let document = TasksDocument(
      reading: SourceFile(
        path: "tasks.md",
        bytes: Array(
          "- [ ] 1. A\n  - _Prompt: Role: é 😀 | _Requirements: 1.1, 1.2 | Success: all of it, done_\n"
            .utf8)))
    #expect(
      document.tasks.first?.requirements.map(\.kind) == [.identifier("1.1"), .identifier("1.2")])
  }

  @Test func boxesOfOneOrderedListHaveItsNumbers() {
    let text =
      "### 1. Setting up\n\n1. [x] é 😀\n2. [ ] B\n\n### 2. Building\n\n3. [ ] **Task**: C\n"
    #expect(outline(text) == ["1 [x] é 😀", "2 [ ] B", "3 [ ] Task: C"])
    // Lists that begin anew number nothing.
    #expect(outline("1. [ ] A\n\n1. [ ] B\n").count == 2)
    // Nor do those below tasks with numbers.
    #expect(outline("- [ ] 1. A\n  1. [ ] b\n  2. [ ] c\n") == ["1 [ ] A"])
  }

  @Test func parentsComeFromNumbersNotFromIndentation() {
    let text = "- [ ] 1. A\n- [ ] 1.1 B\n- [ ] 1.1.2 C\n- [ ] 2.1 D\n"
    #expect(outline(text) == ["1 [ ] A", "1.1 [ ] B ^1", "1.1.2 [ ] C ^1.1", "2.1 [ ] D"])
  }

  @Test(arguments: [
    ("- [x] **Task 1.1: Update theme.ts**", "1.1 [x] Update theme.ts"),
    ("- [x] ✅ 1.1 环境验证", "1.1 [x] 环境验证"), ("- [x] **T-1a. Split**", "T-1a [x] Split"),
    ("- [ ] 任务 3：检查", "3 [ ] 检查"), ("- [ ] タスク2 実装", "2 [ ] 実装"),
    ("- [ ] [T1-2] Bracketed", "T1-2 [ ] Bracketed"), ("- [ ] TASK-004 Ship", "TASK-004 [ ] Ship"),
    ("- [ ] 52a. Follow up", "52a [ ] Follow up"), ("- [ ] 1.2 – Dash", "1.2 [ ] Dash"),
    ("  - [ ] 3) Parenthesis", "3 [ ] Parenthesis"), ("- [x ] 4. Typo", "4 [x] Typo"),
  ])
  func readsDecoratedIdentifiers(line: String, expected: String) {
    #expect(outline(line) == [expected])
  }

  @Test func letterIdentifiersCountWhenTheirPatternRepeats() {
    #expect(outline("- [ ] W1-E1 One\n- [ ] W1-E2 Two") == ["W1-E1 [ ] One", "W1-E2 [ ] Two"])
    #expect(outline("- [ ] 1. Real\n- [ ] S3 bucket\n- [ ] OAuth2 flow") == ["1 [ ] Real"])
  }

  @Test func proseThatStartsWithANumberIsNoTask() {
    #expect(outline("- [ ] 1. Real\n- [ ] 25 unit tests pass\n- [ ] 3D view") == ["1 [ ] Real"])
  }

  @Test func boxesInFencesAndCommentsAreNoTasks() {
    let text = """
      - [ ] 1. Real
      ```markdown
      - [ ] 2. In a fence
      ```
      <!--
      - [ ] 3. In a comment
      -->
          - [ ] 4. Deeply indented
      """
    #expect(outline(text) == ["1 [ ] Real", "4 [ ] Deeply indented"])
  }

  @Test func boxesWithoutNumbersAreTheChecklistOfTheTaskAbove() {
    let document = TasksDocument(
      reading: SourceFile(
        path: "tasks.md", text: "- [ ] loose\n- [ ] 1. Real\n  - [x] tests pass\n  - [ ] merged\n"))
    #expect(document.tasks.map(\.id) == ["1"])
    #expect(document.tasks[0].checklist.map(\.state) == [.done, .open])
    #expect(document.looseChecklist.count == 1)
  }

  @Test func withoutAnyNumberTheBoxesAreTasksInOrder() {
    let text = "- [ ] A\n  - [x] B\n  - [ ] C\n- [ ] D\n"
    #expect(outline(text) == ["1 [ ] A", "1.1 [x] B ^1", "1.2 [ ] C ^1", "2 [ ] D"])
  }

  @Test func aTitleOnTheNextLineBelongsToItsBox() {
    #expect(outline("- [x] \n    1. Simplify\n- [ ] 2. Next") == ["1 [x] Simplify", "2 [ ] Next"])
  }

  @Test func aHeadingAboutATaskIsNoTask() {
    #expect(outline("### Task 1: A\n### Task 31で追加されたファイル\n") == ["1 [ ] A"])
  }

  @Test func aDocumentInOneFenceThatIsNeverClosedIsUnwrappedToo() {
    #expect(outline("```markdown\n# Plan\n- [ ] 1. A\n") == ["1 [ ] A"])
  }

  @Test func aDocumentInOneFenceIsUnwrapped() {
    #expect(outline("```markdown\n# Plan\n- [ ] 1. A\n```\n") == ["1 [ ] A"])
  }

  @Test func placesHoldInCRLFWithWideCharacters() throws {
    let text = "\u{FEFF}# é😀\r\n\r\n- [x] 1. Schön 😀\r\n  - _Requirements: 1.1_\r\n"
    let document = TasksDocument(reading: SourceFile(path: "tasks.md", text: text))
    let task = try #require(document.tasks.first)
    #expect(document.text.text(task.idRange) == "1")
    #expect(document.text.text(task.titleRange) == "Schön 😀")
    #expect(document.text.text(task.range) == "- [x] 1. Schön 😀")
    #expect(document.text.text(task.requirements[0].range) == "1.1")
    #expect(task.stateRange.map(document.text.text) == "x")
    #expect(document.title?.value == "é😀")
  }
}

@Suite struct HeadingTaskTests {
  @Test func headingsWithTheWordAreTasksAndTheirBoxesAChecklist() {
    let text = """
      ## Task 1: First
      **Status**: Completed
      ### Details
      - [ ] not a task
      ## Task 2: Second ✅
      ## 任务3：第三
      - [x] a
      - [ ] b
      """
    #expect(outline(text) == ["1 [x] First", "2 [x] Second ✅", "3 [-] 第三"])
  }

  @Test func numberedHeadingsAboveNumberedBoxesAreGroups() {
    let text = "## 1. Storage\n- [ ] 1.1 Schema\n- [ ] 1.2 Index\n## 2. API\n- [ ] 2.1 Routes\n"
    let document = TasksDocument(reading: SourceFile(path: "tasks.md", text: text))
    #expect(document.tasks.map(\.id) == ["1.1", "1.2", "2.1"])
    #expect(document.groups.map(\.id) == ["1", "2"])
    #expect(document.groups.map(\.tasks) == [0..<2, 2..<3])
    #expect(document.tasks.allSatisfy { $0.parent == nil })
  }

  @Test func numberedHeadingsAboveBoxesWithoutNumbersAreTasks() {
    #expect(
      outline("### 1. Register\n- [x] a\n- [x] b\n### 2. Create\n- [ ] c\n")
        == ["1 [x] Register", "2 [ ] Create"])
  }

  @Test func aBoxThatRestatesItsHeadingIsTheSameTask() {
    let text = """
      ### Task 1: Add the parser
      - [x] 1. Add the parser
        - _Requirements: 1.1_
      ### Task 2: Add the printer
      - [ ] 2. Add the printer
      """
    let document = TasksDocument(reading: SourceFile(path: "tasks.md", text: text))
    #expect(document.tasks.map(\.id) == ["1", "2"])
    #expect(document.tasks[0].state == .done)
    #expect(document.tasks[0].restatements.count == 1)
    #expect(document.tasks[0].requirements.map(\.kind) == [.identifier("1.1")])
  }

  @Test func aClosingChecklistRestatesTheTasksAbove() {
    let text = """
      ### Task 1: Add types
      ### Task 2: Validate
      ## Completion Checklist
      - [x] Task 1: types added
      - [ ] Task 2: schemas in place
      """
    #expect(outline(text) == ["1 [x] Add types", "2 [ ] Validate"])
  }

  @Test func numbersThatStartAgainBelowEachHeadingAreSteps() {
    let text = "### Task 1: A\n- [ ] 1. x\n- [ ] 2. y\n### Task 2: B\n- [x] 1. z\n- [x] 2. w\n"
    #expect(outline(text) == ["1 [ ] A", "2 [x] B"])
  }

  @Test func boldParagraphsOfTheSeedTemplateAreTasks() {
    let text = """
      **TASK-001: Set up**
      - **Dependencies:** None
      - **Acceptance Criteria:**
        - [ ] it runs
      **TASK-002: Models**
      - **Dependencies:** TASK-001
      """
    let document = TasksDocument(reading: SourceFile(path: "tasks.md", text: text))
    #expect(document.tasks.map(\.id) == ["TASK-001", "TASK-002"])
    #expect(document.tasks[0].declaresDependencies)
    #expect(document.tasks[1].dependencies.map(\.kind) == [.identifier("TASK-001")])
  }
}

@Suite struct TaskMetadataTests {
  private func task(_ lines: String) throws -> TaskItem {
    let document = TasksDocument(
      reading: SourceFile(path: "tasks.md", text: "- [ ] 1. Task\n" + lines))
    return try #require(document.tasks.first)
  }

  @Test(arguments: [
    "  - _Requirements: 1.1, 2.3_", "  - Requirements: 1.1, 2.3", "  - **Requirements:** 1.1, 2.3",
    "  - **Requirements**: 1.1, 2.3", "  _Requirements:_ 1.1, 2.3", "  - _需求：1.1、2.3_",
    "  - _要件: 1.1, 2.3_", "  - _Requirements: 1.1,\n    2.3_", "  - _Требования: 1.1, 2.3_",
    "  - **Validates: Requirements 1.1, 2.3**", "  - **验证: 需求 1.1, 2.3**",
    "  - Requirements:\n    - 1.1\n    - 2.3",
    "  - _Leverage: src/a_b.ts_ _Requirements: 1.1, 2.3_",
    "  * requirements - x\n  - Req: 1.1, 2.3",
  ])
  func readsRequirementsHoweverTheyAreWritten(lines: String) throws {
    #expect(try task(lines).requirements.map(\.kind) == [.identifier("1.1"), .identifier("2.3")])
  }

  @Test(arguments: [
    "  - _Depends: 2, 3_", "  - **Dependencies**: Task 2, Task 3", "  - _DependsOn: [2, 3]_",
    "  **Depends On**: 2, 3", "  **Dependencias:** Task 2, 3", "  - 依赖：2、3",
    "  - _Depends on: Tasks 2, 3 (storage)_",
  ])
  func readsDependenciesHoweverTheyAreWritten(lines: String) throws {
    #expect(try task(lines).dependencies.map(\.kind) == [.identifier("2"), .identifier("3")])
  }

  @Test func readsInlineDependencies() throws {
    let document = TasksDocument(
      reading: SourceFile(
        path: "tasks.md", text: "- [ ] T001 A\n- [ ] T002 B in src/b.ts (depends on T001)\n"))
    #expect(document.tasks[1].inlineDependencies.map(\.kind) == [.identifier("T001")])
  }

  @Test func readsFilesWithRemarksAndLineNumbers() throws {
    let task = try task(
      "  - Files: `src/a b.ts`, src/c.ts:10-20 (modify)、lib/**/*.ts, words, Makefile\n")
    #expect(task.files.map(\.path) == ["src/c.ts", "lib/**/*.ts", "Makefile"])
    #expect(task.files[0].remark == "modify")
  }

  @Test(arguments: [
    ("  - File: src/a.*\n", "src/a.*"), ("  - **File: src/b/**\n", "src/b/**"),
    ("  - _File: src/*_\n", "src/*"), ("  - **File: src/a.ts**\n", "src/a.ts"),
    ("  - File: `src/__init__.py`.\n", "src/__init__.py"),
  ])
  func keepsTheStarsOfPatterns(line: String, path: String) throws {
    #expect(try task(line).files.map(\.path) == [path])
  }

  @Test func readsTheNameOfAnAgentWithoutItsRemark() throws {
    let task = try task("  - **Agent**: `ui-reviewer` (with a browser)\n  - Owner: Zoë (PM)\n")
    #expect(task.agent?.value == "ui-reviewer")
    #expect(task.owner?.value == "Zoë")
  }

  @Test func keepsKeysItDoesNotKnow() throws {
    let task = try task("  - **Commands**: make all\n  - _Agent: qa-tester_\n  - see http://x.y\n")
    #expect(task.metadata.map(\.key) == [.other, .agent])
    #expect(task.agent?.value == "qa-tester")
  }

  @Test func aPromptDoesNotSwallowTheLinesBelowIt() throws {
    let task = try task(
      "  - _Prompt: Role: dev | Task: do: it | Success: done_\n  - _Requirements: 1.1_\n")
    #expect(task.requirements.count == 1)
    #expect(task.metadata.map(\.key) == [.prompt, .requirements])
  }
}

@Suite struct DrawnDependencyTests {
  private func document(_ rest: String) -> TasksDocument {
    TasksDocument(
      reading: SourceFile(
        path: "tasks.md",
        text: "- [ ] 1.1 A\n- [ ] 1.2 B\n- [ ] 2.1 C\n- [ ] T2-1: D\n- [ ] T2-2: E\n" + rest))
  }

  private func edges(_ rest: String) -> [String] {
    document(rest).drawnEdges.map { "\($0.from.value)>\($0.to.value)" }
  }

  @Test func readsKirosWaves() {
    let waves = document(
      "## Task Dependency Graph\n```json\n{\"waves\": [{\"id\": 0, \"tasks\": [\"1.1\"]}, {\"id\": 1, \"tasks\": [\"1.2\", \"2.1\"]}]}\n```\n"
    ).waves
    #expect(waves.count == 1)
    #expect(waves.first?.waves.map { $0.map(\.value) } == [["1.1"], ["1.2", "2.1"]])
  }

  @Test func aBrokenWavesBlockIsKeptWithItsFault() {
    let waves = document("## Dependency Graph\n```json\n{\"waves\": [\n```\n").waves
    #expect(waves.first?.fault != nil)
    #expect(waves.first?.waves.isEmpty == true)
  }

  @Test(arguments: [
    ("1.1 → 1.2 → 2.1", ["1.1>1.2", "1.2>2.1"]), ("- Critical path: 1.1 -> 2.1", ["1.1>2.1"]),
    ("1.1, 1.2 → 2.1", ["1.1>2.1", "1.2>2.1"]), ("1.1 (fast) ──► 1.2", ["1.1>1.2"]),
    ("1.1 → somewhere → 2.1", []), ("T2-1 --> T2-2", ["T2-1>T2-2"]),
  ])
  func readsChainsOfKnownTasks(line: String, expected: [String]) {
    #expect(edges("## Dependencies\n\n\(line)\n") == expected)
  }

  @Test func readsChainsOnlyWhereOrderIsTheSubject() {
    #expect(edges("## Notes\n\n1.1 → 1.2\n").isEmpty)
  }

  @Test func readsMermaidNodesByNameAndByLabel() {
    let graph = """
      ```mermaid
      graph TD
        A[1.1 Set up] --> B["Task 1.2: Build"]
        B --> C[2.1 Ship]
        T2-1[Logo] -->|then| T2-2
        X[Other] --> C
      ```
      """
    #expect(edges(graph) == ["1.1>1.2", "1.2>2.1", "T2-1>T2-2"])
  }

  @Test(arguments: [
    ("1.1 --> 1.2 --> 2.1", ["1.1>1.2", "1.2>2.1"]), ("1.1 ==> 1.2", ["1.1>1.2"]),
    ("1.1 -.-> 1.2", ["1.1>1.2"]), ("1.1 -..-> 1.2", ["1.1>1.2"]), ("1.1 ----> 1.2", ["1.1>1.2"]),
    ("1.1 -- then é --> 1.2", ["1.1>1.2"]), ("1.1 -. so -.-> 1.2", ["1.1>1.2"]),
    ("1.1 == once-more ==> 1.2", ["1.1>1.2"]), ("1.1-->|x|1.2", ["1.1>1.2"]),
    ("1.1 <--> 1.2", ["1.1>1.2"]), ("1.1 & 1.2 --> 2.1", ["1.1>2.1", "1.2>2.1"]),
    // A line without an arrow tells no order, and hides no node.
    ("1.1 --- 1.2 --> 2.1", ["1.2>2.1"]), ("1.1 === 1.2 ==> 2.1", ["1.2>2.1"]),
    ("1.1 -.- 1.2 -.-> 2.1", ["1.2>2.1"]), ("1.1 ~~~ 1.2 --> 2.1", ["1.2>2.1"]),
    ("1.1 -- é --- 1.2 --> 2.1", ["1.2>2.1"]), ("1.1 --x 1.2 --> 2.1", ["1.2>2.1"]),
    ("1.1 --o 1.2 --> 2.1", ["1.2>2.1"]), ("1.1 --- 1.2", []), ("1.1 - 1.2 --> 2.1", []),
    ("1.1 > 1.2", []), ("1.1 -- never ends", []),
  ])
  func readsEachKindOfLinkOfMermaid(_ line: String, _ expected: [String]) {
    #expect(edges("  ```mermaid\n  graph TD\n    \(line)\n  ```") == expected)
  }
}

@Suite struct TaskIndexTests {
  private let document = TasksDocument(
    reading: SourceFile(
      path: "tasks.md",
      text: """
        ## Phase 1: Base
        - [ ] 1. A
          - [ ] 1.1 B
          - [ ] 1.2 C
        ## Phase 2: Rest
        - [ ] 2. D
        - [ ] 3. E
          - _Depends: 1, Phase 2, 1.1-2, All, None, words, 9_
        """))

  @Test func resolvesGroupsRangesAndWords() throws {
    let index = TaskIndex(document)
    let task = try #require(document.tasks.last)
    let resolutions = task.dependencies.map { index.resolve($0, at: document.tasks.count - 1) }
    #expect(
      resolutions == [
        .tasks([1, 2]), .tasks([3, 4]), .tasks([1, 2, 3]), .tasks([1, 2, 3]), .nothing, .words,
        .unknown(id: "9"),
      ])
  }
}
