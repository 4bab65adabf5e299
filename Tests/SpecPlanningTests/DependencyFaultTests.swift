import Diagnostics
import SpecModel
import SpecPlanning
import Testing

@Suite struct DependencyFaultTests {
  private func findings(_ text: String) -> [Finding] {
    DependencyFaults.find(in: feature("f", text))
  }

  private func marked(_ finding: Finding, _ text: String) -> String? {
    finding.range.map { SourceFile(path: "", text: text).text($0) }
  }

  @Test func anUnknownTaskIsNamedWithTheNearest() {
    let text = "- [ ] 1.1 Größe 🎯\r\n  - _Depends: 1.3_\r\n- [ ] 1.2 B\r\n"
    let found = findings(text)
    #expect(found.map(\.rule) == ["unknown-dependency"])
    #expect(found.first?.message == "task '1.1' depends on '1.3', which does not exist")
    #expect(
      found.first?.help == "did you mean '1.1'?" || found.first?.help == "did you mean '1.2'?")
    #expect(found.first.flatMap { marked($0, text) } == "1.3")
  }

  @Test func aTaskThatWaitsForItselfIsAFault() {
    let found = findings("- [ ] 1. A\n  - _Depends: 1_\n")
    #expect(found.map(\.rule) == ["self-dependency"])
    #expect(found.first?.message == "task '1' depends on itself")
  }

  @Test func aTaskThatWaitsForItsOwnGroupIsAFault() {
    let found = findings("- [ ] 1. A\n  - [ ] 1.1 B\n    - _Depends: 1_\n")
    #expect(found.map(\.message) == ["task '1.1' depends on '1', which it is part of"])
  }

  @Test func aRangeThatHoldsTheTaskMeansTheOthers() {
    let text = "- [ ] 1. A\n- [ ] 2. B\n- [ ] 3. C\n  - _Depends: 1-3_\n"
    #expect(findings(text).isEmpty)
    #expect(waves(text, .declared) == [["1", "2"], ["3"]])
  }

  @Test func aCycleIsItsShortestWayRoundWithThePlaceOfEachStep() {
    let text = """
      - [ ] 1. A
        - _Depends: 3_
      - [ ] 2. B
        - _Depends: 1_
      - [ ] 3. C
        - _Depends: 2, 1_
      """
    let found = findings(text)
    #expect(found.map(\.rule) == ["dependency-cycle"])
    #expect(found.first?.message == "tasks wait for one another: '1' → '3' → '1'")
    #expect(
      found.first?.notes.map(\.message) == [
        "'1' waits for '3' (dependency line)", "'3' waits for '1' (dependency line)",
      ])
    let places = found.first?.notes.compactMap { note in
      note.range.map { SourceFile(path: "", text: text).text($0) }
    }
    #expect(places == ["3", "1"])
  }

  @Test func wavesThatContradictALineAreACycle() {
    let text = """
      - [ ] 1. A
        - _Depends: 2_
      - [ ] 2. B

      ```json
      { "waves": [ { "tasks": ["1"] }, { "tasks": ["2"] } ] }
      ```
      """
    let found = findings(text)
    #expect(found.map(\.rule) == ["dependency-cycle"])
    #expect(found.first?.message == "tasks wait for one another: '1' → '2' → '1'")
    #expect(found.first?.notes.last?.message == "'2' waits for '1' (declared waves)")
  }

  @Test func checksAndPlansSayTheSame() {
    let text = "- [x] 1. A\n  - _Depends: 2_\n- [x] 2. B\n  - _Depends: 1, 7_\n- [ ] 3. C\n"
    let outcome = Planner().plan(Workspace(features: [feature("f", text)]))
    #expect(outcome.plan == nil)
    #expect(outcome.findings == findings(text))
    #expect(Set(outcome.findings.map(\.rule)) == ["dependency-cycle", "unknown-dependency"])
  }

  @Test func thousandsOfFaultsAreFoundInLinearTime() {
    var text = ""
    for number in 1...3000 {
      text +=
        "- [ ] \(number). T\n  - _Depends: \(number == 1 ? 3000 : number - 1), 9990\(number)_\n"
    }
    #expect(findings(text).count == 3001)
  }
}
