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

  @Test func anyRangeOfAnyBytesFits() {
    var numbers = Numbers(state: 1)
    let parts: [[UInt8]] =
      ["a", "é", "中", "😀", "\t", "\u{1B}", "\u{202E}", "\u{301}", " "]
      .map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8], [0x0A], [0x0D, 0x0A], [0x0D], [0]]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<numbers.next(below: 400) {
        // Line ends are rare, so that lines are long.
        bytes += parts[numbers.next(below: numbers.next(below: 9) == 0 ? parts.count : 9)]
      }
      let file = SourceFile(path: "a", bytes: bytes)
      let lines = LineTable(bytes)
      let start = numbers.next(below: bytes.count + 3)
      let range = Range(start, start + numbers.next(below: 40))
      let width = 20 + numbers.next(below: 60)
      let excerpt = Excerpt(of: range, in: file, lines: lines, width: width)
      #expect(excerpt.line.displayWidth <= width)
      #expect(excerpt.line.visible == excerpt.line)
      #expect(excerpt.indentation + excerpt.markWidth <= max(excerpt.line.displayWidth + 1, 1))
      #expect(excerpt.indentation + excerpt.markWidth + (excerpt.continues ? 1 : 0) <= width)
    }
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

/// The same pseudo-random numbers every time.
private struct Numbers {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
