import Diagnostics
import SpecRules
import Testing

@Suite struct BaselineTests {
  private static let path = "specs/a \"b\" é.md"

  private func outcome(_ text: String, at words: [String]) -> Outcome {
    let bytes = Array(text.utf8)
    var findings: [Finding] = []
    for word in words {
      for range in bytes.ranges(of: Array(word.utf8)) {
        findings.append(
          Finding(
            "'\(word)' is wrong", in: Self.path, at: Range(range.lowerBound, range.upperBound),
            rule: "wrong-word", severity: .warning))
      }
    }
    findings.sort(by: Finding.precedes)
    return Outcome(
      findings: findings, sources: [Self.path: SourceFile(path: Self.path, bytes: bytes)])
  }

  private func baseline(of outcome: Outcome) throws -> Baseline {
    try Baseline(reading: Array(Baseline.text(of: outcome).utf8))
  }

  @Test func hidesWhatItKnowsAlsoWhenLinesMove() throws {
    let known = try baseline(of: outcome("one x\ntwo é\nx again\n", at: ["x"]))
    var moved = outcome("😀 new x\r\n\r\none x\r\ntwo é\r\nx  again\r\n", at: ["x"])
    #expect(known.count == 2)
    #expect(known.hide(in: &moved) == 0)
    #expect(moved.findings.map(\.range?.lowerBound.utf8) == [9])
    #expect(moved.baselinedCount == 2)
  }

  @Test func countsWhatIsFoundNoMore() throws {
    let known = try baseline(of: outcome("x\nx y\nx\n", at: ["x"]))
    var fixed = outcome("x\n", at: ["x"])
    #expect(known.hide(in: &fixed) == 2)
    #expect(fixed.findings.isEmpty)
  }

  @Test func knowsAsManyEqualLinesAsThereWere() throws {
    let known = try baseline(of: outcome("x\nx\n", at: ["x"]))
    var more = outcome("x\nx\nx\n", at: ["x"])
    #expect(known.hide(in: &more) == 0)
    #expect(more.findings.count == 1)
  }

  @Test func isWrittenInOneOrderWithALineForEach() {
    let text = Baseline.text(of: outcome("b x\na x\n", at: ["x"]))
    let entries = text.split(separator: "\n").filter { $0.contains("- {id: ") }
    #expect(entries.count == 2)
    #expect(entries == entries.sorted())
    #expect(text.contains(#"path: "specs/a \"b\" é.md"}"#))
    #expect(Baseline.text(of: Outcome()).hasSuffix("version: 1\nfindings: []\n"))
  }

  @Test(arguments: [
    ("findings: []\n", "it has no 'version'"), ("version: 2\n", "its version is not 1"),
    ("version: 1\nfindings:\n  - {rule: x}\n", "an entry has no 'id'"),
  ])
  func saysWhyAFileIsNone(text: String, message: String) {
    let fault = #expect(throws: Baseline.Fault.self) {
      try Baseline(reading: Array(text.utf8))
    }
    #expect(fault?.message == message)
  }

  @Test func takesHostileBytesForNone() {
    for bytes in [Array("{".utf8), [0xFF, 0x00], Array("version: [".utf8)] as [[UInt8]] {
      #expect(throws: Baseline.Fault.self) { try Baseline(reading: bytes) }
    }
  }
}
