import Diagnostics
import SpecRules
import SpecWorkspace
import Testing

@Suite struct SuppressionTests {
  private func findings(_ tasks: String) async -> [String] {
    let source = MemorySource([".claude/specs/a/tasks.md": tasks])
    let workspace = await WorkspaceReader(source).read()
    let outcome = await Validation(RuleSelection()).outcome(of: workspace)
    return outcome.findings.filter { $0.severity > .note }.map(\.rule)
  }

  @Test func aCommentOnTheSameLineAllows() async {
    let text = "- [ ] 1. A\n- [ ] 1. B <!-- specctl: allow duplicate-task-id: kept -->\n"
    #expect(await findings(text) == [])
  }

  @Test func aCommentOnALineOfItsOwnHoldsForTheWholeTaskBelow() async {
    let text = """
      - [ ] 1. A
      <!-- specctl: allow unknown-dependency: comes later é😀 -->
      - [ ] 2. B
        - one

        - _Depends: 7_
      - [ ] 3. C
        - _Depends: 8_
      """
    #expect(await findings(text) == ["unknown-dependency"])
  }

  @Test func aCommentAtTheTopHoldsForTheFile() async {
    let text = """
      <!-- specctl: allow duplicate-task-id: numbers are those of the old list -->
      # Plan
      - [ ] 1. A
      - [ ] 1. B
      - [ ] 1. C
      """
    #expect(await findings(text) == [])
  }

  @Test func whatSuppressesNothingIsReported() async {
    let text = "# Plan\n- [ ] 1. A\n<!-- specctl: allow duplicate-task-id: none -->\n- [ ] 2. B\n"
    #expect(await findings(text) == ["unused-suppression"])
  }

  @Test func aManyTimesRepeatedCommentTakesLinearTime() async {
    let line = "<!-- specctl: allow number-gap: x -->\n"
    let text = "# Plan\n- [ ] 1. A\n" + String(repeating: line, count: 2_000)
    #expect(await findings(text).count == 2_000)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      // On one line, ever deeper, and behind a long blank.
      String(repeating: "- <!-- specctl: allow é --> ", count: 100_000),
      (0..<2_000).map { String(repeating: " ", count: $0) + "<!-- specctl: allow b -->\n" }
        .joined(),
      String(repeating: " ", count: 1_000_000)
        + String(repeating: "<!-- specctl: allow b -->", count: 50_000),
    ])
  func hostileCommentsTakeLinearTime(_ text: String) {
    let found = Suppression.find(in: Array(("# A\n- [ ] 1. A\n" + text).utf8))
    #expect(found.count == text.split(separator: "allow b").count - 1)
  }

  @Test func aCommentHoldsForWhatIsIndentedBelow() {
    func scopes(_ text: String) -> [String] {
      let bytes = Array(text.utf8)
      return Suppression.find(in: bytes).map {
        String(
          decoding: bytes[
            min(
              $0.scope.indices.lowerBound, bytes.count)..<min(
                $0.scope.indices.upperBound, bytes.count)], as: UTF8.self)
      }
    }
    let comment = "<!-- specctl: allow a -->"
    #expect(
      scopes("x\n\(comment)\n\n- a\r\n  b\n\n    é 😀\n- c\n") == [
        "\(comment)\n\n- a\r\n  b\n\n    é 😀"
      ])
    #expect(scopes("x\n  \(comment)\n  - a\n   - b\n  - c\n") == ["  \(comment)\n  - a\n   - b"])
    #expect(scopes("x\n\(comment)\n") == [comment])
    #expect(
      scopes("x\n\(comment) \(comment)\ny") == [
        "\(comment) \(comment)\ny", "\(comment) \(comment)",
      ])
    #expect(scopes("x\n- a \(comment)\n  b\n") == ["- a \(comment)"])
  }

  // Ten thousand suppressions of ten thousand findings, each for its own line and each for the whole file.
  // @spec validation/4.2
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["# Plan\n", "<!-- specctl: allow duplicate-task-id: é -->\n"])
  func manySuppressionsOfManyFindingsTakeLittleTime(_ head: String) async {
    let lines = (0..<5_000).map {
      "- [ ] 2.1 A\($0) <!-- specctl: allow duplicate-task-id: é -->\n"
    }
    let text = String(repeating: head, count: 5_000) + lines.joined()
    let found = await findings(text)
    #expect(!found.contains("duplicate-task-id"))
    #expect(
      found.allSatisfy {
        $0 == "unused-suppression" || $0 == "no-requirements" || $0 == "missing-file"
      })
    #expect(found.count { $0 == "unused-suppression" } <= 1)
  }
}
