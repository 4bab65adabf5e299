import Diagnostics
import Testing

@testable import SpecModel

@Suite struct GlossaryTests {
  private func text(_ text: String) -> SpecText {
    SpecText(SourceFile(path: "requirements.md", bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    "- **Order_Book**: all orders", "- Order Book - all orders", "* `order-book` (OB): all orders",
    "**Order_Book**：全部订单", "| Order_Book | all orders |", "### Order_Book\n\nall orders",
    "- **Order_Books** – more of them",
  ])
  func findsTermsHoweverTheyAreWritten(line: String) {
    for ending in ["\n", "\r\n"] {
      let whole = "# é 😀\n\n## Glossary\n\n\(line)\n".split(
        separator: "\n", omittingEmptySubsequences: false
      ).joined(separator: ending)
      #expect(Glossary(of: text(whole))?.defines("order_book") == true)
      #expect(Glossary(of: text(whole))?.defines("Desk") == false)
    }
  }

  @Test func takesNameInBracketsForATerm() {
    #expect(Glossary(of: text("## 术语表\n\n- 订单簿（Order_Book）：全部订单\n"))?.defines("Order Book") == true)
  }

  @Test func endsWithTheNextHeading() {
    let found = Glossary(
      of: text("## Glossary\n- **A1**: a\n### More\n- **A2**: b\n## B\n- **A3**: c\n"))
    #expect(found?.defines("A1") == true)
    #expect(found?.defines("A2") == true)
    #expect(found?.defines("A3") == false)
  }

  @Test func isNoneWithoutTerms() {
    #expect(Glossary(of: text("## Introduction\n\n- **A**: a\n")) == nil)
    #expect(Glossary(of: text("## Glossary\n")) == nil)
  }
}

@Suite struct OpenMarkTests {
  private func marks(_ text: String) -> [String] {
    let whole = SpecText(SourceFile(path: "design.md", bytes: Array(text.utf8)))
    return whole.openMarks.map { "\($0.lowerBound.utf8) \(whole.text($0))" }
  }

  @Test(
    arguments: [
      ("TBD", ["0 TBD"]), ("é 😀 TBD.", ["8 TBD"]), ("a\r\nb TBC\r\n", ["5 TBC"]),
      ("| a | ??? |", ["6 ???"]), ("- [NEEDS CLARIFICATION: who?] x", ["2 [NEEDS CLARIFICATION"]),
      ("- [TODO] a", ["3 TODO"]), ("1. **TODO:** a", ["5 TODO"]),
      ("TBD and TBD", ["0 TBD", "8 TBD"]),
      ("a TODO: b", []), ("TODO comments", []), ("TBDs", []), ("ticket TBD-1", []), ("`TBD`", []),
      ("\"TBD\"", []), ("```\nTBD\n```", []), ("<!-- TBD -->", []), ("what???", []), ("tbd", []),
      ("", []), ("T", []), ("??", []), ("[N", []),
    ] as [(String, [String])])
  func findsMarksOutsideCodeAndQuotations(text: String, wanted: [String]) {
    #expect(marks(text) == wanted)
  }

  @Test func findsMarksAtEveryDistanceFromTheStart() {
    for distance in 0..<40 {
      let text =
        String(repeating: "x", count: distance) + " TBD " + String(repeating: "y", count: 20)
      #expect(marks(text) == ["\(distance + 1) TBD"])
    }
  }

  @Test func takesTimeLinearInTheText() {
    let clock = ContinuousClock()
    let text = SpecText(
      SourceFile(
        path: "design.md", bytes: Array(String(repeating: "TBD ??? [N ", count: 50_000).utf8)))
    var count = 0
    let time = clock.measure { count = text.openMarks.count }
    #expect(count == 100_000)
    #expect(time < .seconds(10))
  }
}

@Suite struct VagueWordTests {
  private func words(_ text: String, _ list: VagueWords = VagueWords()) -> [String] {
    let whole = SpecText(SourceFile(path: "requirements.md", bytes: Array(text.utf8)))
    return list.ranges(in: whole, Range(0, whole.bytes.count)).map { whole.text($0) }
  }

  @Test(
    arguments: [
      ("be ROBUST, é 😀 user-friendly etc.", ["ROBUST", "user-friendly", "etc"]),
      ("as needed\r\nand/or so", ["as needed", "and/or"]), ("`robust` \"robust\" robustness", []),
      ("robust.md non-robust robust-ish", []), ("optimally/reasonable", ["reasonable"]),
      ("a \" robust", ["robust"]),
    ] as [(String, [String])])
  func findsWholeWords(text: String, wanted: [String]) {
    #expect(words(text) == wanted)
  }

  @Test func listIsChangedByTheConfiguration() {
    let configuration = Configuration(
      reading: SourceFile(
        path: ".claude/config.yaml",
        bytes: Array(
          "validation:\n  vague_words:\n    add: [Snappy, 高速]\n    remove: [etc, robst]\n    but: []\n"
            .utf8)))
    let settings = configuration.validation
    #expect(settings.addedVagueWords.map(\.value) == ["Snappy", "高速"])
    #expect(settings.removedVagueWords.map(\.value) == ["etc", "robst"])
    #expect(configuration.unknownKeys.map(\.key.value) == ["but"])
    #expect(configuration.problems.map(\.help) == ["did you mean 'robust'?"])
    let list = VagueWords(
      adding: settings.addedVagueWords.map(\.value),
      removing: settings.removedVagueWords.map(\.value))
    #expect(words("snappy, 很高速的 etc robust", list) == ["snappy", "高速", "robust"])
  }
}
