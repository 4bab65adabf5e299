import Diagnostics
import SpecModel
import Testing

@testable import SpecPlanning

@Suite struct DependencyWritingTests {
  private func document(_ text: String) -> TasksDocument {
    TasksDocument(reading: SourceFile(path: "tasks.md", text: text))
  }

  private func written(_ text: String, _ order: PlanningOrder = .infer) throws -> String {
    let document = document(text)
    let writing = try DependencyWriting(document, order: order)
    return String(
      decoding: try #require(writing.edits.applied(to: document.text.bytes)), as: UTF8.self)
  }

  @Test func eachTaskThatSaysNothingGetsALineInTheFormOfTheOthers() throws {
    #expect(
      try written(
        "# Plan é 🚀\r\n\r\n- [ ] 1. Client\r\n  - File: src/client.py\r\n"
          + "  - [ ] a note\r\n\r\n- [x] 2. Page\r\n    - File: web/page.tsx\r\n"
          + "    - _Leverage: src/client.py_\r\n- [ ] 3. Other\r\n  - File: b.py\r\n"
          + "  - _Depends: 1_\r\n- [ ] 4. Guide\r\n  - File: docs/guide.md")
        == "# Plan é 🚀\r\n\r\n- [ ] 1. Client\r\n  - File: src/client.py\r\n"
        + "  - [ ] a note\r\n  - _Depends: none_\r\n\r\n- [x] 2. Page\r\n"
        + "    - File: web/page.tsx\r\n    - _Leverage: src/client.py_\r\n"
        + "    - _Depends: 1_\r\n- [ ] 3. Other\r\n  - File: b.py\r\n  - _Depends: 1_\r\n"
        + "- [ ] 4. Guide\r\n  - File: docs/guide.md\r\n  - _Depends: none_")
  }

  @Test func groupsGetNoLineAndIndentedTasksOneThatBelongsToThem() throws {
    #expect(
      try written("- [ ] 1. Group\n  - [ ] 1.1 A\n  - [ ] 1.2 B\n", .document)
        == "- [ ] 1. Group\n  - [ ] 1.1 A\n    - _Depends: none_\n  - [ ] 1.2 B\n"
        + "    - _Depends: 1.1_\n")
  }

  @Test func headingTasksGetALineOfTheirOwn() throws {
    #expect(
      try written("## Task 1: A\n\n**Status**: open\n\n## Task 2: B\n\nText.\n", .document)
        == "## Task 1: A\n\n**Status**: open\n- _Depends: none_\n\n## Task 2: B\n\nText.\n"
        + "- _Depends: 1_\n")
  }

  @Test func whatCannotBeWrittenIsRefused() {
    func refusal(_ text: String) -> DependencyWriting.Refusal? {
      do throws(DependencyWriting.Refusal) {
        _ = try DependencyWriting(document(text), order: .infer)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal("- [ ] 1. A\n- [ ] 1. B\n") == .repeatedID("1"))
    #expect(refusal("- [ ] A\n- [ ] B\n") == .missingID(title: "A"))
    #expect(
      refusal("- [ ] 1. A\n  - _Depends: 2_\n- [ ] 2. B\n  - _Depends: 1_\n")
        == .faultyDependencies)
    #expect(refusal("- [ ] 1. A\n  - _Depends: 9_\n") == .faultyDependencies)
  }

  @Test(arguments: 0..<120) func afterwardsTheOrderIsTheSameWhateverSilenceMeans(seed: Int) throws {
    var numbers = Sequence(state: UInt64(seed) &* 53 &+ 29)
    var text = "# Tasks\n\n"
    let count = 2 + numbers.next(below: 10)
    for task in 1...count {
      text += "- [\(numbers.next(below: 4) == 0 ? "x" : " ")] \(task). Do \(task)\n"
      if numbers.next(below: 2) == 0 { text += "  - File: src/f\(numbers.next(below: 5)).py\n" }
      if numbers.next(below: 3) == 0 {
        text += "  - _Leverage: src/f\(numbers.next(below: 5)).py_\n"
      }
      if task > 1, numbers.next(below: 4) == 0 {
        text += "  - _Depends: \(1 + numbers.next(below: task - 1))_\n"
      }
      if numbers.next(below: 3) == 0 { text += "\n" }
    }
    for order in PlanningOrder.allCases {
      let changed = try written(text, order)
      let before = closure(text, order)
      for after in PlanningOrder.allCases { #expect(closure(changed, after) == before) }
      // Nothing is left to write.
      #expect(try written(changed, order) == changed)
    }
  }

  /// All pairs of tasks of which one stands before the other.
  private func closure(_ text: String, _ order: PlanningOrder) -> Set<[Int]> {
    let graph = FeatureGraph(
      document(text), order: order, selection: TaskSelection(includesDone: true))
    let directed = graph.directed
    var behind = [Set<Int>](repeating: [], count: graph.nodeCount)
    for node in GraphLevels(directed).order.reversed().lazy.map(Int.init) {
      for target in directed.successors(of: node).lazy.map(Int.init) {
        behind[node].formUnion(behind[target].union([target]))
      }
    }
    var pairs: Set<[Int]> = []
    for leaf in 0..<graph.leafCount {
      for other in behind[leaf] where other < graph.leafCount { pairs.insert([leaf, other]) }
    }
    return pairs
  }
}
