import Testing

@testable import Diagnostics

@Suite struct ExcerptTests {
  private func excerpt(_ text: String, of part: String, width: Int) -> Excerpt {
    let file = SourceFile(path: "a", text: text)
    return Excerpt(
      of: place(part, in: file), in: file, lines: LineTable(file.bytes), width: width)
  }

  @Test(arguments: ["", "short ", "é😀中文\t", String(repeating: "x 中", count: 40), "a\u{301}\u{1B}"])
  func theMarkStandsUnderTheRange(before: String) {
    for after in ["", " end\r\n", String(repeating: " é😀", count: 50)] {
      for width in [20, 33, 34, 80] {
        let excerpt = excerpt(before + "T→9" + after, of: "T→9", width: width)
        #expect(excerpt.line.displayWidth <= width)
        #expect(excerpt.markWidth == 3)
        #expect(excerpt.columns(excerpt.indentation, 3) == "T→9")
      }
    }
  }

  @Test func aLongRangeIsCutAtItsEnd() {
    let excerpt = excerpt("- [ ] " + String(repeating: "é", count: 90) + "!", of: "ééé", width: 20)
    #expect(excerpt.line == "- [ ] ééé" + "ééééééééé" + "é…")
    #expect(excerpt.indentation == 6)
    #expect(excerpt.markWidth == 3)

    let file = SourceFile(path: "a", text: "- [ ] " + String(repeating: "é", count: 90) + "!")
    let whole = Excerpt(
      of: Range(6, 180), in: file, lines: LineTable(file.bytes), width: 20)
    #expect(whole.line == "- [ ] ééééééééééééé…")
    #expect(whole.markWidth == 14)
    #expect(!whole.continues)
  }

  @Test func bothEndsOfALongLineAreCut() {
    let line = String(repeating: "<", count: 50) + "T9" + String(repeating: ">", count: 50)
    let excerpt = excerpt(line, of: "T9", width: 20)
    #expect(excerpt.line == "…<<<<<<<<T9>>>>>>>>…")
    #expect(excerpt.indentation == 9)
  }

  @Test func theEndOfALineCanBeMarked() {
    let file = SourceFile(path: "a", text: "é😀\r\nb")
    let excerpt = Excerpt(of: Range(6, 6), in: file, lines: LineTable(file.bytes), width: 80)
    #expect(excerpt.line == "é😀")
    #expect(excerpt.indentation == 3)
    #expect(excerpt.markWidth == 1)
    #expect(!excerpt.continues)
  }

  @Test func aLineBreakAloneDoesNotContinueTheRange() {
    let file = SourceFile(path: "a", text: "é😀\r\nb")
    let lines = LineTable(file.bytes)
    #expect(!Excerpt(of: Range(0, 8), in: file, lines: lines, width: 80).continues)
    #expect(Excerpt(of: Range(0, 9), in: file, lines: lines, width: 80).continues)
  }
}

extension Excerpt {
  /// What stands in some columns of the line.
  fileprivate func columns(_ start: Int, _ count: Int) -> String {
    var counter = ColumnCounter()
    var column = 0
    var result = ""
    for scalar in line.unicodeScalars {
      if column >= start, column < start + count { result.unicodeScalars.append(scalar) }
      column += counter.columns(adding: scalar)
    }
    return result
  }
}
