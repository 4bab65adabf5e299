import Diagnostics
import SpecRules
import Testing

@Suite struct FixRoundTests {
  private func finding(
    _ edits: [TextEdit], safety: Fix.Safety = .safe, in path: String = "a.md",
    elsewhere: [DocumentEdits] = []
  ) -> Finding {
    Finding(
      "é😀", in: path, at: nil,
      fix: Fix("mend it", safety: safety, edits: edits, elsewhere: elsewhere))
  }

  private func edit(_ range: Range<Int>, _ text: String) -> TextEdit {
    TextEdit(replacing: Range<Offset>(range.lowerBound, range.upperBound), with: text)
  }

  @Test func takesWhatDoesNotTouch() {
    let round = FixRound(
      [finding([edit(0..<2, "x")]), finding([edit(1..<3, "y")]), finding([edit(3..<4, "z")])],
      .safeOnly)
    #expect(round.findings.count == 2)
    #expect(round.edits["a.md"] == [edit(0..<2, "x"), edit(3..<4, "z")])
  }

  @Test func makesAnEditThatTwoFixesShareOnce() {
    let shared = edit(4..<6, "x")
    let round = FixRound([finding([shared]), finding([shared])], .safeOnly)
    #expect(round.findings.count == 2)
    #expect(round.edits["a.md"] == [shared])
  }

  @Test func takesNoTwoInsertionsAtOnePlace() {
    let round = FixRound(
      [finding([edit(4..<4, "x")]), finding([edit(4..<4, "y")]), finding([edit(4..<6, "")])],
      .safeOnly)
    #expect(round.edits["a.md"] == [edit(4..<4, "x")])
  }

  @Test func makesAFixWhollyOrNotAtAll() {
    let other = DocumentEdits(path: "b.md", edits: [edit(0..<2, "x")])
    let round = FixRound(
      [finding([edit(1..<2, "")], in: "b.md"), finding([edit(0..<1, "y")], elsewhere: [other])],
      .safeOnly)
    #expect(round.findings.count == 1)
    #expect(round.edits["a.md"] == nil)
  }

  @Test func asksForPermission() {
    let findings = [
      finding([edit(0..<1, "x")], safety: .unsafe), finding([edit(4..<5, "y")]),
      finding([edit(8..<9, "z")], safety: .displayOnly),
    ]
    #expect(FixRound(findings, .safeOnly).edits["a.md"] == [edit(4..<5, "y")])
    #expect(FixRound(findings, .unsafeToo).findings.count == 2)
    #expect(FixRound(findings, .unsafeToo, limit: 1).findings.count == 1)
    #expect(FixRound(findings, .unsafeToo) { $0 == "b.md" }.isEmpty)
  }

  @Test func givesEditsThatAlwaysApply() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let bytes = (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let findings = (0..<12).map { _ in
        let edits = (0..<Int.random(in: 1...2, using: &generator)).map { part in
          let start = Int.random(in: 0...18, using: &generator) + part * 20
          return edit(start..<min(40, start + Int.random(in: 0...2, using: &generator)), "w")
        }
        return finding(edits)
      }
      let round = FixRound(findings, .safeOnly)
      #expect(round.edits["a.md"]?.applied(to: bytes) != nil, "\(findings)")
    }
  }
}
