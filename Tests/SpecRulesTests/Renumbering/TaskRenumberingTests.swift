import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

@Suite struct TaskRenumberingTests {
  private let path = ".claude/specs/a/tasks.md"

  private func findings(_ text: String, _ rules: [String] = []) async -> [Finding] {
    let workspace = await WorkspaceReader(MemorySource([path: Array(text.utf8)])).read()
    return await Validation(RuleSelection(only: rules)).outcome(of: workspace).findings
  }

  private func fixed(_ text: String, _ rule: String) async throws -> String? {
    guard let fix = await findings(text, [rule]).compactMap(\.fix).first else { return nil }
    #expect(fix.safety == .unsafe)
    let bytes: [UInt8]? = fix.edits.applied(to: Array(text.utf8))
    return String(decoding: try #require(bytes), as: UTF8.self)
  }

  @Test func closesAGapAndLeadsEveryReferenceAlong() async throws {
    let text = """
      # Plan é😀\r
      - [ ] 1. A
      - [ ] 3. B
        - [ ] 3.1 C
        - [ ] 3.3 D (depends on 3.1)
          - _Requirements: 3.3_
      - [ ] 4. E
        - _Depends: 1, Task 3.1, 3.1-3.3_

      ## Task Dependency Graph

      ```json
      {"waves": [{"id": 0, "tasks": ["1", "3.1"]}, {"id": 1, "tasks": [ 3.3, 4 ]}]}
      ```

      ```mermaid
      graph TD
        A[1. A] --> 3.1[C] & 3.3
        3.3 --> B["Task 4: E"]
        style 3.3 fill:red
      ```

      1 → 3.1 (first) → Task 4

      """
    #expect(
      try await fixed(text, "number-gap") == """
        # Plan é😀\r
        - [ ] 1. A
        - [ ] 2. B
          - [ ] 2.1 C
          - [ ] 2.2 D (depends on 2.1)
            - _Requirements: 3.3_
        - [ ] 3. E
          - _Depends: 1, Task 2.1, 2.1-2.2_

        ## Task Dependency Graph

        ```json
        {"waves": [{"id": 0, "tasks": ["1", "2.1"]}, {"id": 1, "tasks": [ 2.2, 3 ]}]}
        ```

        ```mermaid
        graph TD
          A[1. A] --> 2.1[C] & 2.2
          2.2 --> B["Task 3: E"]
          style 2.2 fill:red
        ```

        1 → 2.1 (first) → Task 3

        """)
  }

  @Test func putsNumbersInOrder() async throws {
    #expect(
      try await fixed("- [ ] T002 A\n- [ ] T001 B\n  - Depends: T002\n", "task-order")
        == "- [ ] T001 A\n- [ ] T002 B\n  - Depends: T001\n")
  }

  @Test func movesWhatFollowsARepeatedNumber() async throws {
    let text = """
      - [ ] 1. A
      - [ ] 2. B
        - [ ] 2.1 C
      - [ ] 2. D
        - [ ] 2.1 E
      - [ ] 3. F
        - _Depends: 1, 2.1_
      - [ ] 7. G
        - _Depends: 3_
      """
    #expect(
      try await fixed(text, "duplicate-task-id") == """
        - [ ] 1. A
        - [ ] 2. B
          - [ ] 2.1 C
        - [ ] 3. D
          - [ ] 3.1 E
        - [ ] 4. F
          - _Depends: 1, 2.1_
        - [ ] 7. G
          - _Depends: 4_
        """)
  }

  @Test func putsARepeatedNumberLastWhereTheOrderIsNotPlain() async throws {
    #expect(
      try await fixed("- [ ] T3 A\n- [ ] T1 B\n- [ ] T3 C\n", "duplicate-task-id")
        == "- [ ] T3 A\n- [ ] T1 B\n- [ ] T4 C\n")
  }

  @Test func leavesTasksThatWereSplitWhereTheyAre() async throws {
    #expect(
      try await fixed("- [ ] 1. A\n- [ ] 1a. B\n- [ ] 2. C\n- [ ] 2. D\n", "duplicate-task-id")
        == "- [ ] 1. A\n- [ ] 1a. B\n- [ ] 2. C\n- [ ] 3. D\n")
    #expect(
      try await fixed("- [ ] 2. C\n- [ ] 2. D\n- [ ] 3. A\n- [ ] 3a. B\n", "duplicate-task-id")
        == nil)
  }

  @Test(arguments: [
    // 2 would come to mean a task that was not there.
    "- [ ] 1. A\n- [ ] 3. B\n- [ ] 4. C\n  - _Depends: 2_\n",
    // Whether 5a goes along with 5 only a person knows.
    "- [ ] 1. A\n- [ ] 5. B\n- [ ] 5a. C\n",
  ])
  func leavesAloneWhatIsNotPlain(text: String) async throws {
    #expect(try await fixed(text, "number-gap") == nil)
    #expect(await findings(text, ["number-gap"]).count == 1)
  }

  // MARK: Properties

  /// A task list with gaps, wrong orders and, if asked for, repeated numbers.
  private func document(
    _ generator: inout SeededGenerator, repeating: Bool
  ) -> String {
    var ids: [String] = []
    var used: Set<String> = []
    let prefix = ["", "", "T", "H1."].randomElement(using: &generator) ?? ""
    for _ in 0..<Int.random(in: 2...6, using: &generator) {
      let top = prefix + "\(Int.random(in: 1...9, using: &generator))"
      guard used.insert(top).inserted || repeating else { continue }
      ids.append(top)
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let child = top + ".\(Int.random(in: 1...6, using: &generator))"
        guard used.insert(child).inserted || repeating else { continue }
        ids.append(child)
      }
    }
    func any(_ generator: inout SeededGenerator) -> String {
      ids.randomElement(using: &generator) ?? "1"
    }
    var text = "# Plan é😀\n\n"
    for id in ids {
      text += "- [ ] \(id): Work \(Int.random(in: 0...99, using: &generator)) on é\n"
      guard Bool.random(using: &generator) else { continue }
      let list = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        let id = any(&generator)
        return [id, "Task \(id)", "\(id) (why)"].randomElement(using: &generator) ?? id
      }
      text += "  - _Depends: \(list.joined(separator: ", "))_\n"
    }
    text += "\n## Dependency graph\n\n```json\n{\"waves\": ["
    text += (0..<3).map { "{\"id\": \($0), \"tasks\": [\"\(any(&generator))\"]}" }
      .joined(separator: ", ")
    text += "]}\n```\n\n```mermaid\ngraph LR\n"
    for node in 0..<3 {
      text += "  N\(node)[\"\(any(&generator)): x\"] --> \(any(&generator))\n"
    }
    return text + "```\n\n\(any(&generator)) → Task \(any(&generator)) → \(any(&generator))\n"
  }

  /// What every reference of a document leads to, by position.
  private func meaning(_ text: String) -> [[Int?]] {
    let document = TasksDocument(reading: SourceFile(path: path, text: text))
    let index = TaskIndex(document)
    var result: [[Int?]] = document.tasks.map { task in
      task.dependencies.map { reference in
        guard case .identifier(let id) = reference.kind else { return nil }
        return index.task(id)
      }
    }
    result += document.waves.flatMap(\.waves).map { $0.map { index.task($0.value) } }
    result += document.drawnEdges.map { [index.task($0.from.value), index.task($0.to.value)] }
    return result
  }

  @Test(arguments: 0..<24)
  func keepsWhatEveryReferenceMeans(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    var made = 0
    for _ in 0..<5 {
      let text = document(&generator, repeating: seed % 2 == 0)
      for rule in ["duplicate-task-id", "number-gap", "task-order"] {
        guard let new = try await fixed(text, rule) else { continue }
        made += 1
        #expect(meaning(new) == meaning(text), "\(rule): \(text)\n→\n\(new)")
        #expect(try await fixed(new, rule) == nil, "\(rule): \(new)")
        let remaining = await findings(new)
        #expect(!remaining.contains { $0.rule == rule }, "\(rule): \(new)")
        // A task that waited for itself by way of others may now do so directly.
        let kinds = { (findings: [Finding]) in
          Set(
            findings.filter { $0.severity == .error }.map {
              $0.rule == "self-dependency" ? "dependency-cycle" : $0.rule
            })
        }
        let (before, after) = (kinds(await findings(text)), kinds(remaining))
        #expect(after.isSubset(of: before), "\(rule): \(text)\n→\n\(new)")
      }
    }
    #expect(made > 0)
  }
}

/// The same numbers in every run: a linear congruence with its high bits mixed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var value = state
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    return value ^ value >> 33
  }
}
