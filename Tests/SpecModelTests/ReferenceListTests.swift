import Diagnostics
import SpecModel
import Testing

@Suite struct ReferenceListTests {
  private func kinds(_ text: String) -> [Reference.Kind] {
    ReferenceList.parse(Array(text.utf8), Range(0, text.utf8.count)).map(\.kind)
  }

  @Test(arguments: [
    ("1.1, 2.3", ["1.1", "2.3"]), ("1.1、1.2，2.1；3", ["1.1", "1.2", "2.1", "3"]),
    ("FR-1 and NFR-REL-001 & US-2", ["FR-1", "NFR-REL-001", "US-2"]),
    ("Requirement 1.2 (the second), R1-AC4", ["1.2", "R1-AC4"]),
    ("[1.1, 1.2]", ["1.1", "1.2"]), ("需求 1.1、需求 2", ["1.1", "2"]),
    ("Tasks 9b, 16", ["9b", "16"]), ("LOG-CLEANUP-001.5", ["LOG-CLEANUP-001.5"]),
    ("4.1 Service Account Setup", ["4.1"]), ("1.1/1.2", ["1.1", "1.2"]),
    ("Task 1, 2 and 3 complete", ["1", "2", "3"]), ("TASK-2.1", ["TASK-2.1"]),
    ("2.x", ["2"]), ("Requirement 1 (all)", ["1"]), ("100,101", ["100", "101"]),
  ])
  func readsIdentifiers(text: String, ids: [String]) {
    #expect(kinds(text) == ids.map { .identifier($0) })
  }

  @Test(arguments: [
    ("1.1-1.6", "1.1", "1.6"), ("1.1–1.6", "1.1", "1.6"), ("Tasks 4-8", "4", "8"),
    ("NFR-USE-1 through NFR-USE-10", "NFR-USE-1", "NFR-USE-10"),
    ("R1.1–R1.5", "R1.1", "R1.5"), ("2.1 to 2.5", "2.1", "2.5"), ("FR-1-FR-5", "FR-1", "FR-5"),
    ("1.1～1.3", "1.1", "1.3"),
  ])
  func readsRanges(text: String, from: String, to: String) {
    #expect(kinds(text) == [.range(from: from, to: to)])
  }

  @Test(arguments: ["None", "none", "N/A", "-", "なし", "无", "Ninguna", "None (first task)"])
  func readsThatThereIsNothing(text: String) {
    #expect(kinds(text) == [.none])
  }

  @Test func readsNoIdentifierOutOfALargeNumber() {
    let text = "Performance - 500ms, 10,000+ concurrent users"
    #expect(
      kinds(text) == [.text("Performance - 500ms"), .text("10,000+ concurrent users")])
  }

  @Test func readsAllWithItsQualifier() {
    #expect(kinds("All implementation tasks") == [.all(qualifier: "implementation tasks")])
    #expect(kinds("全部") == [.all(qualifier: "")])
    #expect(kinds("All (1.1-6.5)") == [.all(qualifier: "(1.1-6.5)")])
  }

  @Test(arguments: ["NFR - Reliability", "Performance", "user-login-api", "3 new tests"])
  func keepsWordsAsWords(text: String) {
    #expect(kinds(text) == [.text(text)])
  }

  @Test func placesAreThoseOfTheElements() {
    let text = "é😀 x: 1.1,\r\n Requirement 2.3 (why)"
    let bytes = Array(text.utf8)
    let start = "é😀 x:".utf8.count
    let references = ReferenceList.parse(bytes, Range(start, bytes.count))
    #expect(
      references.map(\.range.indices).map { String(decoding: bytes[$0], as: UTF8.self) }
        == ["1.1", "Requirement 2.3 (why)"])
  }
}
