import Diagnostics
import Testing

@testable import SpecModel

@Suite struct RequirementsCriteriaTests {
  private func criteria(_ text: String, of heading: String = "### Requirement 2: Save")
    -> [Criterion]
  {
    requirements(heading + "\n\n" + text).requirements.first?.criteria ?? []
  }

  @Test(arguments: [
    "#### Acceptance Criteria", "**Acceptance Criteria:**", "- **Acceptance Criteria:**",
    "Acceptance criteria:", "#### Acceptance Criteria (EARS)", "#### 验收标准", "**验收标准：**",
    "#### 受け入れ基準", "#### 受入条件", "**Criterios de Aceptación:**", "#### Критерии приемки",
  ])
  func takesBulletsBelowALabel(label: String) {
    let found = criteria("\(label)\n\n  - it saves\n  - it says so\n")
    #expect(found.map(\.id) == ["2.1", "2.2"])
    #expect(found.map(\.writtenNumber) == [nil, nil])
  }

  @Test func takesNoBulletsWithoutALabel() {
    #expect(criteria("- it saves\n- it says so\n").isEmpty)
    #expect(criteria("#### Acceptance Criteria\n1. It SHALL\n\n#### Notes\n- a note\n").count == 1)
    #expect(criteria("**Acceptance Criteria:**\n- a\n\n**Priority:** High\n- b\n").count == 1)
  }

  @Test func takesNoBulletsBehindNumberedCriteria() {
    let found = criteria(
      "#### Acceptance Criteria\n1. It SHALL a\n\nThe parts are:\n\n- one\n- two\n")
    #expect(found.map(\.id) == ["2.1"])
  }

  @Test func takesNumberedItemsWithoutALabel() {
    #expect(criteria("1. It SHALL save\n2. It SHALL tell\n").map(\.id) == ["2.1", "2.2"])
  }

  @Test func prefersLabelledItems() {
    let found = criteria("1. a step\n2. a step\n\n#### Acceptance Criteria\n1. It SHALL\n")
    #expect(found.count == 1)
  }

  @Test(arguments: [
    "2.1 WHEN a THEN it SHALL\n2.2 WHEN b THEN it SHALL\n",
    "2.1. WHEN a THEN it SHALL\n\n2.2. WHEN b THEN it SHALL\n",
    "- **2.1** WHEN a\n- **2.2** WHEN b\n",
    "- [ ] 2.1 WHEN a\n- [x] 2.2 WHEN b\n",
    "- ✅ 2.1: WHEN a\n- ✅ 2.2: WHEN b\n",
  ])
  func takesAddresses(text: String) {
    #expect(criteria(text).map(\.id) == ["2.1", "2.2"])
    #expect(criteria(text).map(\.writtenNumber) == [1, 2])
  }

  @Test func takesIdsOfTheirOwn() {
    let found = criteria("- AC-2.1: WHEN a\n- **AC-2.2**: WHEN b\n\n**AC-2.3:** WHEN c\n")
    #expect(found.map(\.id) == ["AC-2.1", "AC-2.2", "AC-2.3"])
    let parts = criteria("- FR-2.1: tabs\n- FR-2.2: rows\n", of: "### FR-2: Lists")
    #expect(parts.map(\.id) == ["FR-2.1", "FR-2.2"])
  }

  @Test func attachesCriteriaThatStandApart() {
    let document = requirements(
      "### US-1: Sort\n### US-2: Find\n## Acceptance Criteria\n- AC-2.1: finds\n- AC-1.1: sorts\n")
    #expect(document.requirements.map(\.id) == ["US-1", "US-2"])
    #expect(document.requirements.map { $0.criteria.map(\.id) } == [["AC-1.1"], ["AC-2.1"]])
  }

  @Test func keepsWrappedLinesAndPointsBelowTogether() {
    let document = requirements(
      """
      ### Requirement 1
      #### Acceptance Criteria
      1. WHEN a
         THEN it SHALL:
         - save
         - tell
      2. WHEN b
      - with a remark

      **Note:** text
      """)
    let criteria = document.requirements[0].criteria
    #expect(criteria.count == 2)
    let texts = criteria.map { document.text.text($0.textRange) }
    #expect(texts[0].hasSuffix("- tell"))
    #expect(texts[1] == "WHEN b\n- with a remark")
  }

  @Test func keepsNumbersAsWritten() {
    let found = criteria("#### Acceptance Criteria\n1. a\n2. b\n2a. c\n\n**More:**\n\n1. d\n")
    #expect(found.map(\.id) == ["2.1", "2.2", "2.2a", "2.1"])
    #expect(found.map(\.position) == [1, 2, 3, 4])
    #expect(found.map(\.writtenNumber) == [1, 2, 2, 1])
  }

  @Test func findsTheStory() throws {
    let document = requirements(
      "### Requirement 1\n\n**User Story:** As a user, I want é.\n\n### Requirement 2\n\nAs an owner, I want b.\n"
    )
    let stories = document.requirements.map { $0.userStory.map(document.text.text) }
    #expect(stories == ["As a user, I want é.", "As an owner, I want b."])
  }

  @Test func expectsCriteriaOnlyOfRequirementsProper() {
    let document = requirements(
      """
      ### Requirement 1: A
      1. It SHALL
      ### Requirement 2: B
      Text.
      ### Requirement 3: C
      1. It SHALL
      ### NFR-1: Fast
      Text.
      - **FR-9**: a line
      """)
    let missing = document.requirements.filter { $0.expectsCriteria && $0.criteria.isEmpty }
    #expect(missing.map(\.id) == ["2"])
  }

  @Test func expectsNoCriteriaAboveParts() {
    let document = requirements(
      """
      ### FR-1: Sales
      #### FR-1.1: Live
      **Acceptance Criteria:**
      - it is live
      #### FR-1.2: Past
      **Acceptance Criteria:**
      - it is kept
      """)
    #expect(document.requirements.map(\.parent) == [nil, 0, 0])
    #expect(document.requirements.map(\.expectsCriteria) == [false, true, true])
    #expect(document.requirements[0].block.upperBound == document.requirements[2].block.upperBound)
  }

  @Test(arguments: [
    "WHEN a THEN it SHALL b", "it **shall** b", "users must b", "it will b", "it should b",
    "系统应显示", "システムは表示すること", "EL sistema DEBERÁ b", "Система должна b", "o sistema deve b",
    "hệ thống phải b", "das System muss b", "le système doit b", "WHEN a\n   THEN it SHALL b",
  ])
  func recognisesModals(text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withView { CriterionModal.isPresent(in: $0, 0..<bytes.count) })
  }

  @Test(arguments: [
    "shallow water", "mustard", "goodwill shown", "it shows b", "表示する", "показывает",
  ])
  func findsNoModalInOtherWords(text: String) {
    let bytes = Array(text.utf8)
    #expect(!bytes.withView { CriterionModal.isPresent(in: $0, 0..<bytes.count) })
  }

  @Test(arguments: [
    ("The system keeps what users write, naïve as it may be.", DocumentLanguage.latin),
    ("系统应显示 OAuth 登录页面并保存结果", .chinese),
    ("システムは結果を表示する", .japanese),
    ("Система должна показывать", .cyrillic),
    ("시스템은 결과를 표시해야 한다", .korean),
    ("", .latin),
  ])
  func tellsTheLanguage(text: String, language: DocumentLanguage) {
    #expect(requirements(text).language == language)
  }
}
