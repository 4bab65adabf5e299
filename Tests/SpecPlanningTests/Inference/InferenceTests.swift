import Diagnostics
import SpecModel
import Testing

@testable import SpecPlanning

@Suite struct InferenceTests {
  /// The inferred waits of a task list as `after<before: reason "evidence"`.
  private func inferred(_ tasks: String) -> [String] {
    let document = TasksDocument(reading: SourceFile(path: "tasks.md", text: tasks))
    let graph = FeatureGraph(document, order: .declared, selection: TaskSelection())
    guard let order = graph.order else { return ["cycle"] }
    return InferredEdges(graph, order: order) { _ in true }.edges.map { edge in
      func id(_ rank: Int) -> String { graph.tasks[graph.outline.leaves[rank]].id }
      return "\(id(edge.after))<\(id(edge.before)): \(edge.origin.reason.rawValue) "
        + "'\(document.text.text(edge.origin.range))'"
    }
  }

  @Test func aTestWaitsForTheTaskThatMakesItsFile() {
    #expect(
      inferred(
        """
        - [ ] 1. Create the order book é 🚀
          - File: src/order_book.py
        - [ ] 2. Change the order book
          - File: src/order_book.py
        - [ ] 3. Cover the order book
          - File: tests/test_order_book.py
        """) == ["3<1: test of its file 'tests/test_order_book.py'"])
  }

  @Test(arguments: [
    ("src/cart.ts", "src/cart.test.ts"), ("src/Cart.swift", "Tests/CartTests.swift"),
    ("lib/cart.go", "lib/cart_test.go"), ("app/Cart.java", "test/CartTest.java"),
    ("src/cart.tsx", "e2e/cart.spec.ts"), ("src/cart.js", "src/__tests__/cart.js"),
  ]) func testsAreKnownByTheirPaths(_ source: String, _ test: String) {
    #expect(TestPath.isTest(test))
    #expect(!TestPath.isTest(source))
    #expect(TestPath.stem(source) == TestPath.stem(test))
  }

  @Test(arguments: ["src/latest.py", "src/contest.ts", "docs/testing.md", "src/attestation/a.go"])
  func otherPathsAreNoTests(_ path: String) {
    #expect(!TestPath.isTest(path))
  }

  @Test func whatIsLeveragedOrNamedWaitsForItsMaker() {
    #expect(
      inferred(
        """
        - [ ] 1. Write the client
          - File: src/client.py
        - [ ] 2. Show prices
          - File: web/prices.tsx
          - _Leverage: src/client.py_
        - [ ] 3. Log requests
          - File: src/log.py
          - Wrap the functions of src/client.py.
        """) == [
          "2<1: use of its file 'src/client.py'", "3<1: use of its file 'src/client.py'",
        ])
  }

  @Test func aTitleThatNamesWhatAnotherIntroducesWaitsForIt() {
    #expect(
      inferred(
        """
        - [ ] 1. Create the TradeStore class in src/store.py
        - [ ] 2. Show trades of TradeStore
        - [ ] 3. Create TradeStore again
        - [ ] 4. Import trades
          - TradeStore keeps them
        """) == ["2<1: use of its name 'TradeStore'"])
  }

  @Test func aTableComesBeforeWhatWorksOnIt() {
    #expect(
      inferred(
        """
        - [ ] 1. Create the trades table
        - [ ] 2. Import trades every night
          - Write to the trades table.
        - [ ] 3. Sort the positions table
        """) == ["2<1: use of its table 'table'"])
  }

  @Test func aTaskThatNamesAnotherWaitsForIt() {
    #expect(
      inferred(
        """
        - [ ] 1. A
        - [ ] 2. B
          - Runs in parallel with Task 1.
        - [ ] 3. C
          - Use the result of task 2, before task 4 goes on.
        - [ ] 4. D
        """) == ["3<2: task mention '2'"])
  }

  @Test func aCheckpointWaitsForAllSinceTheOneBefore() {
    #expect(
      inferred(
        """
        - [ ] 1. A
        - [ ] 2. B
        - [ ] 3. Checkpoint - all tests pass
        - [ ] 4. C
        - [ ] 5. Final checkpoint
        """) == [
          "3<1: checkpoint 'Checkpoint - all tests pass'",
          "3<2: checkpoint 'Checkpoint - all tests pass'",
          "5<3: checkpoint 'Final checkpoint'", "5<4: checkpoint 'Final checkpoint'",
        ])
  }

  @Test func wordsOfADependencyLineTellNothing() {
    #expect(
      inferred(
        """
        - [ ] 1. A
        - [ ] 2. B (depends on task 1)
          - _Depends: Task 1_
        """) == [])
  }

  @Test func tasksWithFilesRunSideBySideAndOthersKeepTheirPlace() {
    let tasks = """
      - [ ] 1. Set up the project
      - [ ] 2. Write the client
        - File: src/client.py
      - [ ] 3. Write the page
        - File: web/page.tsx
      - [ ] 4. Show prices
        - File: web/prices.tsx
        - _Leverage: src/client.py_
      - [ ] 5. Look at the whole
      - [ ] 6. Write the guide
        - File: docs/guide.md
      """
    #expect(waves(tasks, .infer) == [["1"], ["2", "3"], ["4"], ["5"], ["6"]])
    #expect(waves(tasks, .document).count == 6)
    #expect(waves(tasks, .declared).count == 1)
  }

  @Test func tasksThatSayWhatTheyWaitForWaitForThatAlone() {
    #expect(
      waves(
        """
        - [ ] 1. Write the client
          - File: src/client.py
          - _Depends: None_
        - [ ] 2. Cover the client
          - File: tests/test_client.py
          - _Depends: None_
        - [ ] 3. Cover it again
          - File: tests/client_test.py
        """, .infer) == [["1", "2"], ["3"]])
  }

  @Test(arguments: 0..<60) func inferringNeverMakesACycleAndKeepsWhatIsDeclared(seed: Int) throws {
    var numbers = Sequence(state: UInt64(seed) &* 101 &+ 7)
    var text = ""
    let count = 3 + numbers.next(below: 12)
    for task in 1...count {
      text += "- [ ] \(task). Create Part\(numbers.next(below: 4))Store\n"
      if numbers.next(below: 2) == 0 { text += "  - File: src/f\(numbers.next(below: 4)).py\n" }
      if numbers.next(below: 3) == 0 {
        text += "  - File: tests/test_f\(numbers.next(below: 4)).py\n"
      }
      if numbers.next(below: 3) == 0 {
        text += "  - _Leverage: src/f\(numbers.next(below: 4)).py_\n"
      }
      if numbers.next(below: 3) == 0 { text += "  - See task \(1 + numbers.next(below: count)).\n" }
      if numbers.next(below: 4) == 0 {
        let other = 1 + numbers.next(below: count)
        if other != task { text += "  - _Depends: \(other)_\n" }
      }
    }
    let workspace = Workspace(features: [feature("f", text)])
    let declared = Planner(order: .declared).plan(workspace)
    let inferred = Planner(order: .infer).plan(workspace)
    #expect((declared.plan == nil) == (inferred.plan == nil))
    guard let plan = inferred.plan, let before = declared.plan else { return }
    #expect(plan.taskCount == count)
    for wave in before.waves.indices {
      for task in before.waves[wave] {
        let id = before.assignments[task].id
        #expect(try #require(plan.assignment(id)?.wave) >= wave)
      }
    }
  }

  @Test func hostileTextTakesLinearTime() {
    let long = String(repeating: "task 1 ", count: 40_000)
    #expect(inferred("- [ ] 1. A\n- [ ] 2. B\n  - \(long)\n").count == 1)
    let many = (1...3000).map { "- [ ] \($0). Checkpoint\n" }.joined()
    #expect(inferred(many).count == 2999)
  }
}
