import Diagnostics
import TestSupport
import Testing

@Suite struct ReporterTests {
  private let folder = FixtureFolder("reporters/mixed")

  @Test func textShowsExcerptsAndHidesNotes() {
    folder.expect(TextReporter().text(of: sampleOutcome), in: "text.txt")
  }

  @Test func textShowsNotesWhenAsked() {
    folder.expect(TextReporter(showsNotes: true).text(of: sampleOutcome), in: "text-notes.txt")
  }

  @Test func textFitsANarrowTerminalAndHasColours() {
    let terminal = TerminalTraits(width: 30, showsColor: true)
    folder.expect(TextReporter(terminal: terminal).text(of: sampleOutcome), in: "text-narrow.txt")
  }

  @Test func conciseTakesOneLineAFinding() {
    folder.expect(ConciseReporter(showsNotes: true).text(of: sampleOutcome), in: "concise.txt")
  }

  @Test func jsonHasEveryFinding() {
    folder.expect(JSONReporter().text(of: sampleOutcome), in: "findings.json")
  }

  @Test func nothingWrongIsOneLine() {
    let outcome = Outcome(fileCount: 48, featureCount: 16)
    #expect(TextReporter().text(of: outcome) == "no problems in 48 files (16 features)\n")
    #expect(ConciseReporter().text(of: outcome) == "")
  }

  @Test func hiddenNotesAreCounted() {
    let note = Finding("n", in: "a", at: nil, rule: "r", severity: .note)
    let error = Finding("e", in: "a", at: nil, rule: "r")
    #expect(
      TextReporter().text(of: Outcome(findings: [note], fileCount: 1))
        == "no problems in 1 file; 1 note not shown, --notes shows it\n")
    #expect(
      TextReporter().text(of: Outcome(findings: [error, note, note], fileCount: 1)).hasSuffix(
        "\n1 error in 1 file; 2 notes not shown, --notes shows them\n"))
  }

  @Test func rangesOutsideTheFileDoNotMatter() {
    let file = SourceFile(path: "a", text: "é\r\n")
    let findings = [Range(9, 12), Range(4, 4), Range(1, 40), Range(2, 4)].map {
      Finding("m", in: "a", at: $0, rule: "r")
    }
    let outcome = Outcome(findings: findings, sources: ["a": file], fileCount: 1)
    #expect(
      ConciseReporter().text(of: outcome)
        == "a:2:1: error: m [r]\na:2:1: error: m [r]\na:1:2: error: m [r]\na:1:2: error: m [r]\n")
    #expect(TextReporter().text(of: outcome).contains("4 errors"))
  }

  @Test func noControlCharacterReachesTheTerminal() {
    var hostile = ""
    for value in UInt32(0)...0xFFFF where value < 0xD800 || value > 0xDFFF {
      guard let scalar = Unicode.Scalar(value), scalar.visibleForm != nil else { continue }
      hostile.unicodeScalars.append(scalar)
    }
    let file = SourceFile(path: hostile, bytes: Array(hostile.utf8) + [0xC0, 0x9B, 0xFF])
    let finding = Finding(
      hostile, in: hostile, at: Range(20, 24), help: hostile,
      notes: [Finding.Note(hostile, in: hostile, at: Range(40, 40))],
      fix: Fix(hostile, edits: [TextEdit(inserting: hostile, at: Offset(0))]), rule: hostile)
    let outcome = Outcome(findings: [finding], sources: [hostile: file], fileCount: 1)
    let reports = [
      TextReporter().text(of: outcome), ConciseReporter().text(of: outcome),
    ]
    for report in reports {
      #expect(report.unicodeScalars.allSatisfy { $0.visibleForm == nil || $0 == "\n" })
    }
    #expect(reports[1].split(separator: "\n").count == 1)
  }

  @Test func manyFindingsOnOneEndlessLineTakeLinearTime() {
    let file = SourceFile(path: "a", text: String(repeating: "é中", count: 400_000))
    let findings = (0..<2_000).map { Finding("m", in: "a", at: Range($0 * 1000, $0 * 1000 + 5)) }
    let outcome = Outcome(findings: findings, sources: ["a": file], fileCount: 1)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(TextReporter().text(of: outcome).utf8.count > 100_000) }
    // Counting from the start of the line for each finding would take minutes.
    #expect(time < .seconds(20))
  }
}

@Suite struct LongLineTests {
  @Test func columnsOfLongLinesAreCountedInScalars() {
    let table = LineTable(Array(("é\r\n" + String(repeating: "é😀", count: 5_000)).utf8))
    for index in [0, 1, 1000, 1365, 1366, 4_999, 5_000] {
      let position = table.position(of: Offset(4 + 6 * index))
      #expect(position == Position(line: 2, column: 1 + 2 * index))
    }
  }
}
