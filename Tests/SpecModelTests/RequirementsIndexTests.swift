import Diagnostics
import Testing

@testable import SpecModel

@Suite struct RequirementsIndexTests {
  typealias Resolution = RequirementIndex.Resolution

  private static let plain = requirements(
    """
    ### Requirement 1: Save [REQ-SAVE-001]
    #### Acceptance Criteria
    1. It SHALL a
    2. It SHALL b
    3. It SHALL c
    ### Requirement 2: Load
    #### Acceptance Criteria
    1. It SHALL d
    2. It SHALL e
    ## Non-Functional Requirements
    - **NFR-USE-1**: plain
    - **NFR-USE-2**: clear
    """)

  private func resolve(_ list: String, in document: RequirementsDocument = plain) -> [Resolution] {
    let bytes = Array(list.utf8)
    let index = RequirementIndex(document)
    return ReferenceList.parse(bytes, Range(0, bytes.count)).map(index.resolve)
  }

  private static func places(_ pairs: (Int, Int)...) -> Resolution {
    .criteria(pairs.map { RequirementIndex.CriterionPlace(requirement: $0.0, criterion: $0.1) })
  }

  @Test(arguments: [
    "1.2", "R1.2", "r1.2", "REQ-1.2", "R1-AC2", "Requirement 1.2", "REQ-SAVE-001.2",
    "R-01.02", "需求 1.2", "Req-1.2",
  ])
  func takesEverySpellingForOne(reference: String) {
    #expect(resolve(reference) == [Self.places((0, 1))])
  }

  @Test(arguments: ["1", "1.0", "Requirement 1", "REQ-1", "R1", "REQ-SAVE-001", "Save"])
  func takesTheWholeRequirement(reference: String) {
    #expect(resolve(reference) == [.requirements([0])])
  }

  @Test func expandsRanges() {
    #expect(resolve("1.1-1.3") == [Self.places((0, 0), (0, 1), (0, 2))])
    #expect(resolve("R1.1–R1.2") == [Self.places((0, 0), (0, 1))])
    #expect(resolve("1.2-2.1") == [Self.places((0, 1), (0, 2), (1, 0))])
    #expect(resolve("Requirements 1-2") == [.requirements([0, 1])])
    #expect(resolve("NFR-USE-1 through NFR-USE-2") == [.requirements([2, 3])])
  }

  @Test func tellsWhatIsMissing() {
    #expect(resolve("1.4") == [.missingCriterion(requirement: 0, id: "1.4", count: 3)])
    #expect(resolve("1.1-1.5") == [.missingCriterion(requirement: 0, id: "1.5", count: 3)])
    #expect(resolve("9.1") == [.missingRequirement(id: "9.1")])
    #expect(
      resolve("NFR-USE-7") == [.missingRequirement(id: "NFR-USE-7")])
  }

  @Test func takesNoWordsForMissingIds() {
    #expect(
      resolve("Performance, ADR-4, Task 9, All, None") == [.words, .words, .words, .all, .nothing])
    #expect(resolve("1.1", in: requirements("# Nothing\n")) == [.words])
  }

  @Test func findsIdsAsTheyAreWritten() {
    let document = requirements(
      """
      ### FR-1: Lists
      - FR-1.1: tabs
      - FR-1.2: rows
      ### FR-2: Search
      **Acceptance Criteria:**
      1. a
      2. b
      2a. c
      3. d
      """)
    #expect(resolve("FR-1.2", in: document) == [Self.places((0, 1))])
    #expect(resolve("FR-1-FR-2", in: document) == [.requirements([0, 1])])
    #expect(
      resolve("2.2a, 2.3, 2.3b", in: document) == [
        Self.places((1, 2)), Self.places((1, 3)), Self.places((1, 3)),
      ])
    #expect(resolve("FR-3", in: document) == [.missingRequirement(id: "FR-3")])
  }

  @Test func takesAGroupForItsParts() {
    let document = requirements(
      "### Requirement 1.1: A\n1. It SHALL\n### Requirement 1.2: B\n1. It SHALL\n")
    #expect(resolve("1", in: document) == [.requirements([0, 1])])
    #expect(resolve("1.2", in: document) == [.requirements([1])])
    #expect(resolve("1.2.1", in: document) == [Self.places((1, 0))])
  }

  @Test func prefersRequirementsToSectionsWithTheSameNumber() {
    let document = requirements(
      "## 1. Goal\nText.\n### 1. Play\nUser story: As a fan\n1. It SHALL\n### 2. Stop\nUser story: b\n1. It SHALL\n"
    )
    #expect(resolve("1.1", in: document) == [Self.places((1, 0))])
  }

  @Test func takesTheCommonPartOfIdsOfCriteriaForTheirRequirement() {
    let document = requirements("### US-3.1: Sort\n- AC-3.1.1: up\n- AC-3.1.2: down\n")
    #expect(resolve("AC-3.1.2", in: document) == [Self.places((0, 1))])
    #expect(resolve("AC-3.1", in: document) == [.requirements([0])])
  }

  @Test func takesADashedIdForNoRange() {
    let document = requirements("### REQ-M3-2: A\n### REQ-M3-10: B\n")
    #expect(resolve("REQ-M3-10", in: document) == [.requirements([1])])
  }

  @Test func findsRequirementsThatShareAHeading() {
    let document = requirements("### Requirement 3-5: Later\n\nText.\n")
    #expect(resolve("4, 4.2", in: document) == [.requirements([0]), .requirements([0])])
    #expect(resolve("6", in: document) == [.missingRequirement(id: "6")])
  }

  @Test func limitsHostileRanges() {
    let resolution = resolve("1-99999999999999999999, 1-2000000000")
    #expect(resolution.count == 2)
    let document = requirements("### Requirement 1\n### Requirement 900000000\n")
    #expect(resolve("1-900000000", in: document) == [.requirements([0])])
  }
}
