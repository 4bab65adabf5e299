import Diagnostics
import SpecModel
import SpecRendering
import Testing

@Suite struct OpenSpecImportTests {
  private func imported(
    proposal: String? = nil, _ deltas: (String, String)...
  ) -> FeatureImport {
    OpenSpecImport(
      change: change("cap-fines", proposal: proposal, deltas: deltas), feature: nil
    ).result
  }

  @Test func aChangeBecomesRequirementsBelowItsProposal() {
    let result = imported(
      proposal: "# Cap fines é\n\n## Why\n\nToo dear.\n",
      (
        "fines",
        """
        # Changes

        ## ADDED Requirements

        ### Requirement: An end
        The system MUST end it. 😀

        #### Scenario: Cheap: a book
        - **GIVEN** a book,
          with a name
        - **WHEN** it is late
          - by a day
        - **THEN** two coins

        ### Requirement: Another
        It SHALL be.
        """
      ),
      (
        "readers",
        """
        ## MODIFIED Requirements

        ### Requirement: A third
        It SHALL be.

        #### Scenario: A
        WHEN a
        THEN b

        #### Scenario: B
        - **WHEN** a
        - Somebody waits
        """
      ))
    #expect(
      result.text("requirements.md") == """
        # Cap fines é

        ## Why

        Too dear.

        ## fines: Changes

        ## fines: ADDED Requirements

        ### Requirement 1: An end
        The system MUST end it. 😀

        #### Acceptance Criteria

        1. **Cheap: a book:**
           GIVEN a book,
           with a name
           WHEN it is late
           - by a day
           THEN two coins

        ### Requirement 2: Another
        It SHALL be.

        ## readers: MODIFIED Requirements

        ### Requirement 3: A third
        It SHALL be.

        #### Acceptance Criteria

        1. **A:**
           WHEN a
           THEN b

        2. **B:**
           WHEN a
           - Somebody waits

        """)
    #expect(result.requirements.map(\.id) == ["1", "2", "3"])
    #expect(result.requirements.map(\.criteria.count) == [1, 0, 2])
    #expect(result.remarks.isEmpty)
  }

  @Test func aChangeWithoutATitleGetsThatOfItsName() {
    let delta = ("a", "## ADDED Requirements\n\n### Requirement: A\nIt SHALL.\n")
    #expect(
      imported(proposal: "## Why\n\nx\n", delta).text("requirements.md").hasPrefix(
        "# Cap Fines\n\n## Why\n"))
    #expect(imported(delta).text("requirements.md").hasPrefix("# Cap Fines\n\n## a: ADDED"))
  }

  @Test func removedAndRenamedRequirementsStayAsTextAndAreRemarkedOn() {
    let result = imported(
      (
        "fines",
        """
        ## REMOVED Requirements

        ### Requirement: Old
        **Reason**: unused

        #### Scenario: é
        - **WHEN** a

        ## RENAMED Requirements

        - FROM: `### Requirement: B`
        - TO: `### Requirement: C`
        """
      ))
    #expect(result.requirements.isEmpty)
    #expect(
      result.text("requirements.md").contains(
        "### Removed requirement: Old\n**Reason**: unused\n\n#### Scenario: é\n- **WHEN** a"))
    #expect(
      result.remarks.map { "\($0.place): \($0.words)" } == [
        "openspec/changes/cap-fines/specs/fines/spec.md:3: a removed requirement stays as text",
        "openspec/changes/cap-fines/specs/fines/spec.md:11: a renamed requirement stays as text",
      ])
  }

  @Test(arguments: [
    "```sh\nrun\n", "~~~~\n```\n", "<!-- nobody sees\n", "<script>\nx\n", "````md\n```\na\n```\n",
  ])
  func whatATextLeavesOpenSwallowsNothingBehindIt(end: String) {
    let result = imported(
      proposal: "# A\n\n" + end,
      (
        "b",
        "## ADDED Requirements\n\n### Requirement: B\nIt SHALL.\n\n#### Scenario: C\n- **WHEN** d\n"
      ))
    #expect(result.requirements.map(\.title) == ["B"])
    #expect(result.requirements.map(\.criteria.count) == [1])
  }

  @Test func codeInAScenarioMovesAsAWhole() {
    let text = imported(
      (
        "a",
        """
        ### Requirement: A
        #### Scenario: B
        - **WHEN** c
          ```json
          {
              "é": 1
          }
          ```
        | d | e |
        | - | - |
        """
      )
    ).text("requirements.md")
    #expect(
      text.hasSuffix(
        """
        1. **B:**
           WHEN c
           ```json
           {
               "é": 1
           }
           ```
           | d | e |
           | - | - |

        """))
  }

  @Test func criteriaBehindAnotherHeadingStillCount() {
    let result = imported(
      (
        "a",
        """
        ### Requirement: A
        #### Scenario: B
        - **WHEN** c
        #### Remarks
        None.
        #### Scenario: D
        - **WHEN** e
        """
      ))
    #expect(result.requirements.map { $0.criteria.map(\.id) } == [["1.1", "1.2"]])
  }

  @Test func aCapabilityKeepsItsHeadings() {
    let capability = OpenSpecProject.Capability(
      name: "fines",
      document: OpenSpecDocument(
        reading: SourceFile(
          path: "openspec/specs/fines/spec.md",
          text: "# Fines\r\n\r\n## Requirements\r\n### Requirement: A\r\nIt SHALL.\r\n"
            + "#### Scenario: B\r\n- **THEN** c\r\n")))
    #expect(
      OpenSpecImport(capability).result.text("requirements.md")
        == "# Fines\r\n\r\n## Requirements\r\n### Requirement 1: A\r\nIt SHALL.\r\n"
        + "#### Acceptance Criteria\r\n\r\n1. **B:**\r\n   THEN c\r\n")
  }

  @Test func nothingIsLostOfGeneratedDocuments() {
    for seed in 0..<300 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var counts: [Int] = []
      func words() -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
          ["fine", "é", "😀", "`WHEN`", "**so**", "期限", "1.", "a:"].randomElement(using: &random)
            ?? ""
        }.joined(separator: " ")
      }
      func delta() -> String {
        var lines = ["# \(words())", "", "## ADDED Requirements"]
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          lines += ["", "### Requirement: R \(words())", "It SHALL \(words())", ""]
          counts.append(Int.random(in: 1...3, using: &random))
          for _ in 0..<(counts.last ?? 0) {
            lines += ["#### Scenario: S \(words())", "- **WHEN** \(words())"]
            if Bool.random(using: &random) { lines += ["  and \(words())", "  - \(words())"] }
            if Bool.random(using: &random) { lines += ["```", "### Requirement: no", "```"] }
            if Bool.random(using: &random) { lines += ["", "Text \(words())", ""] }
            lines.append("- **THEN** \(words())")
          }
        }
        return lines.joined(separator: seed % 3 == 0 ? "\r\n" : "\n")
      }
      let proposal = "# P \(words())\n\n\(words())\n"
      let deltas = (0..<Int.random(in: 1...3, using: &random)).map { ("c\($0)", delta()) }
      let result = OpenSpecImport(
        change: change("x", proposal: proposal, deltas: deltas), feature: nil
      ).result
      let source = ([proposal] + deltas.map(\.1)).joined(separator: "\n")
      let lost = lostWords(from: source, in: result.text("requirements.md"))
      #expect(
        Set(lost.keys).isSubset(of: ["scenario"])
          && lost["scenario"] ?? 0 <= counts.reduce(0, +), "\(seed): \(lost)")
      #expect(result.requirements.map(\.criteria.count) == counts, "\(seed)\n\(source)")
    }
  }
}
