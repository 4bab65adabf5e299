import Diagnostics
import Testing

@testable import SpecModel

/// Reads a text as `requirements.md`.
func requirements(_ text: String, path: String = "requirements.md") -> RequirementsDocument {
  RequirementsDocument(reading: SourceFile(path: path, text: text))
}

@Suite struct RequirementsFormsTests {
  @Test(arguments: [
    ("### Requirement 1: Sign in", "1", "Sign in"),
    ("### Requirement 2", "2", ""),
    ("## Requirement 3 — Sign out", "3", "Sign out"),
    ("### **Requirement 4: Roles**", "4", "Roles"),
    ("### Requirement 1.2: Central store", "1.2", "Central store"),
    ("### US-1: Sort a column", "US-1", "Sort a column"),
    ("### REQ-1: Data", "REQ-1", "Data"),
    ("### REQ-SEC-01: Encryption", "REQ-SEC-01", "Encryption"),
    ("### FR-001: Register", "FR-001", "Register"),
    ("### NFR-2: Speed", "NFR-2", "Speed"),
    ("### R1 — Beats", "R1", "Beats"),
    ("### NFR1: Speed", "NFR1", "Speed"),
    ("### BR1. Billing", "BR1", "Billing"),
    ("### User Story 2: Payments", "US-2", "Payments"),
    ("### FR 7: Export", "FR-7", "Export"),
    ("### 需求 1：登录", "1", "登录"),
    ("### 需求2: 退出", "2", "退出"),
    ("### 要件1: 利用者登録", "1", "利用者登録"),
    ("### Requisito 1: Formulario", "1", "Formulario"),
    ("### Требование 3", "3", ""),
    ("**FR-1: Data display**", "FR-1", "Data display"),
    ("**R9.1**: one run is short", "R9.1", "one run is short"),
    ("- **NFR-PERF-001**: answers come fast", "NFR-PERF-001", "answers come fast"),
    ("- FR-1: the list has tabs", "FR-1", "the list has tabs"),
  ])
  func readsEveryForm(line: String, id: String, title: String) throws {
    let document = requirements("# Requirements\n\n\(line)\n\nText.\n")
    let requirement = try #require(document.requirements.first)
    #expect(document.requirements.count == 1)
    #expect(requirement.id == id)
    #expect(requirement.title == title)
  }

  @Test func readsRowsOfATable() {
    let document = requirements(
      "| ID | Text |\n| --- | --- |\n| FR-1 | Shows rows |\n| **FR-2** | Hides rows |\n")
    #expect(document.requirements.map(\.id) == ["FR-1", "FR-2"])
    #expect(document.requirements.map(\.form) == [.tableRow, .tableRow])
    #expect(document.requirements[1].title == "Hides rows")
  }

  @Test func aCriterionInATableHasOnlyItsOwnCell() throws {
    let document = requirements(
      """
      ### Requirement 1: Lend é 😀\r
      \r
      #### Acceptance Criteria\r
      \r
      | AC | Must | Text | Notes |\r
      | --- | --- | --- | --- |\r
      | AC-1.1 | high | It SHALL lend \\| keep é 😀 | see the wiki page |\r
      | AC-1.2 | It SHALL fetch | low |\r
      | AC-1.3 | one | two |\r
      """)
    let criteria = try #require(document.requirements.first).criteria
    #expect(criteria.map(\.id) == ["AC-1.1", "AC-1.2", "AC-1.3"])
    #expect(
      criteria.map { document.text.text($0.textRange) } == [
        "It SHALL lend \\| keep é 😀", "It SHALL fetch", "one",
      ])
  }

  @Test func takesNumberedHeadingsForRequirementsOnlyWhereTheyAreUsedAsSuch() {
    let document = requirements(
      """
      ## 1. Introduction
      Words.
      ## 2. Overview
      ### 1. Play
      **User Story:** As a listener, I want sound.
      1. WHEN play is pressed THEN the system SHALL play
      ### 2. Pause
      **User Story:** As a listener, I want silence.
      1. WHEN pause is pressed THEN the system SHALL stop
      """)
    let proper = document.requirements.filter { !$0.isSecondary }
    #expect(proper.map(\.title) == ["Play", "Pause"])
    #expect(proper.map { $0.criteria.count } == [1, 1])
  }

  @Test func leavesNumberedSectionsAloneBesideRealIds() {
    let document = requirements(
      "## 1. Purpose\n### REQ-1: Read\n#### Acceptance Criteria\n1. It SHALL read\n## 2. Scope\n")
    #expect(document.requirements.map(\.id) == ["REQ-1"])
  }

  @Test(arguments: [
    ("### Requirement 1: Start [REQ-START-001]", ["REQ-START-001"], "Start"),
    ("### Requirement 1 (LOG-CLEAN-001): Logs", ["LOG-CLEAN-001"], "Logs"),
    ("### 需求 1：日志（LOG-2）", ["LOG-2"], "日志"),
    ("### Requirement 1: Start (P0)", [], "Start (P0)"),
    ("### Requirement 1: Start\n\n**ID:** CFB-R1", ["CFB-R1"], "Start"),
  ])
  func findsSecondIds(text: String, aliases: [String], title: String) throws {
    let requirement = try #require(requirements(text + "\n").requirements.first)
    #expect(requirement.id == "1")
    #expect(requirement.aliases.map(\.value) == aliases)
    #expect(requirement.title == title)
  }

  @Test func countsTestsRisksAndAssumptionsAsSecondary() {
    let document = requirements(
      """
      ### Requirement 1: Read
      #### Acceptance Criteria
      1. It SHALL read
      ## Risks
      ### R1: Nobody reads
      ## Assumptions
      - **ASM-1**: people can read
      ## Tests
      - **TC-1**: read a page
      ## User Stories
      - **US-1**: As a reader, I want books
      """)
    #expect(document.requirements.filter { !$0.isSecondary }.map(\.id) == ["1"])
    #expect(
      document.requirements.filter(\.isSecondary).map(\.id) == ["R1", "ASM-1", "TC-1", "US-1"])
  }

  @Test func ignoresCodeCommentsAndProse() {
    let document = requirements(
      """
      # Requirements
      ```markdown
      ### Requirement 1: In code
      ```
      <!--
      ### Requirement 2: In a comment
      -->
      - AES-256 encrypts what is stored
      - **OAuth 2.0** is used
      - Support 500 users
      """)
    #expect(document.requirements.isEmpty)
  }

  @Test func takesAMatrixOfCoverageForNoSecondDefinition() {
    let document = requirements(
      """
      ### Requirement 1: Connect
      #### Acceptance Criteria
      1. It SHALL connect
      ## Analysis
      ### Matrix
      #### Requirement 1: Connect (WS-R1)
      | AC | Status |
      | --- | --- |
      | FR-1 | open |
      """)
    #expect(document.requirements.filter { $0.form == .heading }.map(\.id) == ["1"])
    #expect(document.requirements[0].aliases.map(\.value) == ["WS-R1"])
  }

  @Test func keepsTrueDuplicates() {
    let document = requirements(
      """
      ### Requirement 2: Errors
      #### Acceptance Criteria
      1. It SHALL fail well
      ### Requirement 2: Pages
      #### Acceptance Criteria
      1. It SHALL page
      """)
    #expect(document.requirements.map(\.id) == ["2", "2"])
  }

  @Test func readsTheClausesOfABugfix() {
    let document = requirements(
      """
      # Bugfix
      ### Current Behavior (Defect)
      1.1 WHEN saved twice THEN the system stores two rows
      ### Expected Behavior (Correct)
      2.1 WHEN saved twice THEN the system SHALL store one row
      2.2 WHEN saved once THEN the system SHALL store one row
      """, path: ".kiro/specs/a/bugfix.md")
    #expect(document.requirements.map(\.id) == ["1", "2"])
    #expect(document.requirements.map(\.isSecondary) == [true, false])
    #expect(document.requirements[1].criteria.map(\.id) == ["2.1", "2.2"])
  }

  @Test func givesPlacesInBytes() throws {
    let text =
      "# Café 🚀\r\n\r\n### Requirement 1: Crème 🍰 [REQ-É-1] [REQ-A-1]\r\n\r\n"
      + "#### Acceptance Criteria\r\n\r\n1. WHEN é 🚀 THEN it SHALL\r\n   go on\r\n"
    let document = requirements(text)
    let requirement = try #require(document.requirements.first)
    let file = document.text.file
    #expect(document.title?.value == "Café 🚀")
    #expect(file.text(requirement.idRange) == "1")
    #expect(file.text(requirement.titleRange) == "Crème 🍰 [REQ-É-1]")
    #expect(requirement.aliases.map { file.text($0.range) } == ["REQ-A-1"])
    #expect(requirement.criteria.map { file.text($0.idRange) } == ["1"])
    #expect(
      requirement.criteria.map { file.text($0.textRange) } == [
        "WHEN é 🚀 THEN it SHALL\r\n   go on"
      ])
    #expect(file.text(requirement.block).hasSuffix("go on"))
  }

  @Test func survivesHostileInput() {
    let bytes: [UInt8] = [0x23, 0x23, 0x20, 0xFF, 0x00, 0xE3, 0x80, 0x0A, 0x2D, 0x20, 0x5B]
    #expect(RequirementsDocument(reading: SourceFile(path: "a", bytes: bytes)).requirements.isEmpty)
    let deep = String(repeating: "### Requirement 1\n1. [(（\n- **\n", count: 20_000)
    #expect(requirements(deep).requirements.count == 20_000)
    let digits = "### Requirement " + String(repeating: "9", count: 100_000)
    #expect(requirements(digits).requirements.isEmpty)
  }
}
