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
}
