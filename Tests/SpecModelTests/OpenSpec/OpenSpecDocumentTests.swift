import Diagnostics
import SpecModel
import Testing

@Suite struct OpenSpecDocumentTests {
  private func read(_ text: String) -> OpenSpecDocument {
    OpenSpecDocument(reading: SourceFile(path: "spec.md", bytes: Array(text.utf8)))
  }

  private static let text = """
    # Deltas é 😀

    ## ADDED Requirements

    ### Requirement: First é
    The system SHALL answer.

    #### Scenario: Asked
    - **WHEN** asked
    - THEN it answers

    ## RENAMED Requirements

    - FROM: `### Requirement: Old 😀`
    - TO: `### Requirement: New`

    ## Notes

    ### Requirement: Second

    """

  @Test(arguments: ["\n", "\r\n"])
  func readsSectionsRequirementsScenariosAndRenamings(lineEnd: String) {
    let document = read(Self.text.replacing("\n", with: lineEnd))
    #expect(document.sections.map(\.operation) == [.added, .renamed])
    #expect(document.requirements.map(\.title.value) == ["First é", "Second"])
    #expect(document.requirements[0].isNormative)
    #expect(document.requirements[0].scenarios.map(\.hasWhen) == [true])
    #expect(document.requirements[0].scenarios.map(\.hasThen) == [true])
    #expect(document.renamings.map(\.title.value) == ["Old 😀", "New"])
    #expect(document.renamings.map(\.isOld) == [true, false])
    for title in document.requirements.map(\.title) + document.renamings.map(\.title) {
      #expect(document.text.text(title.range) == title.value)
    }
  }

  @Test func anyHeadingOfItsLevelEndsASection() {
    let document = read(
      "## ADDED Requirements\n\n## Notes\n\n### Requirement: é\nText\n")
    #expect(document.sections.map(\.hasText) == [false])
    #expect(document.requirements.map(\.section) == [nil])
  }

  @Test func removalsMayBeBulletsAndCodeRenamesNothing() {
    let document = read(
      "## REMOVED Requirements\n\n- `### Requirement: Old é 😀`\n- a reason\n\n"
        + "## RENAMED Requirements\n\n```\n- FROM: `### Requirement: A`\n```\n")
    #expect(document.requirements.map(\.title.value) == ["Old é 😀"])
    #expect(document.requirements.map { document.operation(of: $0) } == [.removed])
    #expect(document.renamings.isEmpty)
  }

  @Test func codeAndCommentsHoldNothing() {
    let document = read("```\n### Requirement: A\n```\n<!--\n### Requirement: B\n-->\n")
    #expect(document.requirements.isEmpty)
  }

  @Test func whatIsNearlyAScenarioIsKept() {
    let document = read(
      "### Requirement: A\n\n### Scenario: b\n\n##### Scenario: c\n- **Scenario: d**\n")
    #expect(document.requirements[0].scenarios.isEmpty)
    #expect(document.almostScenarios.map { $0.marks != nil } == [true, true, false])
  }

  @Test func wordsThatOnlyHoldShallDemandNothing() {
    #expect(
      !read("### Requirement: A\nMUSTARD and MARSHALL shall be.\n").requirements[0].isNormative)
    #expect(read("### Requirement: A\n**MUST** be.\n").requirements[0].isNormative)
  }
}
