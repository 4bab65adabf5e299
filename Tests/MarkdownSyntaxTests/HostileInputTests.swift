import Diagnostics
import MarkdownSyntax
import Testing

struct HostileInputTests {
  @Test(arguments: 0..<20)
  func keepsItsPromisesOnRandomBytes(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "- ", "* ", "1. ", "2) ", "> ", "# ", "```", "~~~ x", "|", "| a ", "---", "===", "|---|",
      "*", "**", "_", "~~", "`", "``", "[", "](", ")", "![", "[]", "&amp;", "<a b='", "<x@y.z>",
      "<!--", "-->", "<div>", "</b>", "[a]: /u", "[x] ", "é", "😀", "：", "\\", "\0", "    ", "\t",
      "\n", "\n\n", "\r\n", "\r", "\n  ", "\n> ", "\n- ", "\n  - ",
    ]
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<random.below(40) { bytes += Array(pieces[random.below(pieces.count)].utf8) }
      for _ in 0..<random.below(4) where !bytes.isEmpty {
        bytes[random.below(bytes.count)] = UInt8(random.below(256))
      }
      let start = random.below(bytes.count + 1)
      for document in [
        MarkdownDocument(parsing: bytes, inlines: true),
        MarkdownDocument(parsing: bytes, from: start, inlines: true),
        MarkdownDocument(parsing: bytes, upTo: start, inlines: true),
      ] {
        let text = String(decoding: bytes, as: UTF8.self).visible
        #expect(violations(in: document, of: bytes) == [], "\(text)")
      }
    }
  }

  @Test(arguments: ["> ", "- ", "1. ", "> - "])
  func readsTenThousandLevels(marker: String) {
    let levels = 10_000
    let text = String(repeating: marker, count: levels) + "a" + String(repeating: "\n", count: 5000)
    let document = MarkdownDocument(parsing: Array((text + "b\n" + text).utf8))
    #expect(document.blocks.count { $0.kind == .paragraph } == 3 || marker.hasPrefix(">"))
    #expect(document.blocks.first?.range.lowerBound == Offset(0))
    #expect(document.blocks.count > levels * 2)
  }

  @Test func readsVeryLongLines() {
    for unit in [
      "a", "|", "[", "![", "`", "`` ", "<", "<!--", "<?", "<a b='", "*a ", "**a", "_", "~a ",
      "[a](",
      "[a][", "[a](b)", "[a]: ", "\\", "#", "&a", "(", "]",
    ] {
      let text = "é " + String(repeating: unit, count: 20_000) + "."
      let document = MarkdownDocument(parsing: Array(text.utf8), inlines: true)
      #expect(violations(in: document, of: Array(text.utf8)) == [], "\(unit)")
      #expect(document.blocks.map(\.range) == [Range(0, text.utf8.count)], "\(unit)")
    }
  }

  @Test func saysWhenThereIsTooMuch() {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: MarkdownDocument.byteLimit + 1)
    let document = MarkdownDocument(parsing: bytes)
    #expect(document.isTooLarge)
    #expect(document.blocks.isEmpty)
  }

  @Test func readsOnlyThePartAskedFor() {
    let bytes = Array("---\na: é\n---\n# b\nc\n".utf8)
    let document = MarkdownDocument(parsing: bytes, from: 14, upTo: 18)
    #expect(document.blocks.map(\.kind) == [.heading(level: 1)])
    #expect(document.blocks.map(\.range) == [Range(14, 17)])
  }
}

/// The same numbers for the same seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func below(_ bound: Int) -> Int {
    Int(next() >> 11) % bound
  }
}
