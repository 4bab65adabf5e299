import Diagnostics
import SpecModel

extension Rule {
  static let carriageReturns = Rule(
    id: "carriage-returns", group: .files,
    summary: "A document has CRLF line ends.",
    rationale: "Line ends that differ between people make every line of a change look changed.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\n")],
    failing: [.tasks("- [ ] 1. A→\r\n- [ ] 2. B\r\n")],
    check: .text { text, report in
      let ends = LineEnds(text)
      guard let first = ends.firstCRLF, ends.firstLF == nil, !text.isBinary else { return }
      report(
        Finding("the lines end with CRLF", in: text.path, at: Range(first, first + 2)))
    })

  static let mixedLineEnds = Rule(
    id: "mixed-line-ends", group: .files,
    summary: "A document has both LF and CRLF line ends.",
    rationale: "An editor that unifies them changes lines that nobody meant to change.",
    severity: .note,
    passing: [.tasks("- [ ] 1. A\r\n- [ ] 2. B\r\n"), .tasks("- [ ] 1. A\n")],
    failing: [
      .tasks("- [ ] 1. A\n- [ ] 2. B→\r\n- [ ] 3. C\n"),
      .tasks("- [ ] 1. A\r\n- [ ] 2. B→\n- [ ] 3. C\r\n- [ ] 4. D\r\n"),
    ],
    check: .text { text, report in
      let ends = LineEnds(text)
      guard let crlf = ends.firstCRLF, let lf = ends.firstLF, !text.isBinary else { return }
      let isCRLFRare = ends.crlfCount <= ends.lfCount
      let rare = isCRLFRare ? Range<Offset>(crlf, crlf + 2) : Range(lf, lf + 1)
      let (rareName, usualName) = isCRLFRare ? ("CRLF", "LF") : ("LF", "CRLF")
      report(
        Finding(
          "this line ends with \(rareName), most others with \(usualName)", in: text.path, at: rare,
          fix: Fix(
            "end every line with \(usualName)",
            edits: LineEnds.edits(unifying: text.bytes, removingReturns: isCRLFRare))))
    })
}

/// How the lines of a document end.
private struct LineEnds {
  var firstCRLF: Int?
  var firstLF: Int?
  var crlfCount = 0
  var lfCount = 0

  /// What makes all lines end like most of them.
  static func edits(unifying bytes: [UInt8], removingReturns: Bool) -> [TextEdit] {
    bytes.indices.compactMap { index in
      guard bytes[index] == 0x0A else { return nil }
      let hasReturn = index > 0 && bytes[index - 1] == 0x0D
      guard hasReturn == removingReturns else { return nil }
      return removingReturns
        ? TextEdit(replacing: Range(index - 1, index), with: "")
        : TextEdit(inserting: "\r", at: Offset(index))
    }
  }

  init(_ text: SpecText) {
    // Most documents have no CR at all.
    guard text.oddities.hasCarriageReturn else { return }
    let bytes = text.bytes
    for index in bytes.indices where bytes[index] == 0x0A {
      if index > 0, bytes[index - 1] == 0x0D {
        if firstCRLF == nil { firstCRLF = index - 1 }
        crlfCount += 1
      } else {
        if firstLF == nil { firstLF = index }
        lfCount += 1
      }
    }
  }
}
