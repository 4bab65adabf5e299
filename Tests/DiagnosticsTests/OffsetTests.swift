import Diagnostics
import Testing

@Suite struct LineTableTests {
  @Test func countsLinesAndScalarsAcrossLineEnds() {
    let table = LineTable(Array("é😀\r\nab\rc\n".utf8))
    #expect(table.count == 4)
    #expect(table.position(of: Offset(6)) == Position(line: 1, column: 3))
    #expect(table.position(of: Offset(8)) == Position(line: 2, column: 1))
    #expect(table.position(of: Offset(11)) == Position(line: 3, column: 1))
    #expect(table.position(of: Offset(13)) == Position(line: 4, column: 1))
    #expect(table.range(ofLine: 0) == Range(0, 6))
  }

  @Test func anEmptyFileHasOneEmptyLine() {
    let table = LineTable([])
    #expect(table.count == 1)
    #expect(table.range(ofLine: 0) == Range(0, 0))
    #expect(table.position(of: Offset(0)) == Position(line: 1, column: 1))
  }
}

@Suite struct EditTests {
  @Test func editsTouchOnlyTheirSpans() {
    let bytes = Array("one\r\ntwo".utf8)
    let edits = [
      TextEdit(replacing: Range(5, 8), with: "2"), TextEdit(inserting: "é", at: Offset(0)),
    ]
    #expect(edits.applied(to: bytes) == Array("éone\r\n2".utf8))
  }

  @Test func overlappingEditsAreRefused() {
    let edits = [
      TextEdit(replacing: Range(0, 3), with: ""), TextEdit(replacing: Range(2, 4), with: ""),
    ]
    #expect(edits.applied(to: [1, 2, 3, 4]) == nil)
  }

  @Test func editsOutsideTheBytesAreRefused() {
    #expect([TextEdit(replacing: Range(3, 9), with: "")].applied(to: [1, 2, 3, 4]) == nil)
  }
}

@Suite struct NearMissTests {
  @Test(arguments: [
    ("qa-testr", "qa-tester"), ("plna", "plan"), ("VALIDATE", "validate"), ("T9", "T8"),
  ])
  func offersTheNearestName(written: String, meant: String) {
    #expect(nearMiss(to: written, among: ["init", "plan", "validate", "qa-tester", "T8"]) == meant)
  }

  @Test func shortWordsMustBeNearer() {
    #expect(nearMiss(to: "some", among: ["none"]) == nil)
    #expect(nearMiss(to: "warn", among: ["warning"]) == "warning")
  }

  @Test func offersNothingThatIsFarAway() {
    #expect(nearMiss(to: "zzz", among: ["init", "plan"]) == nil)
  }
}
