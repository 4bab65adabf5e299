import SpecTracing
import Testing

@Suite struct TagScannerTests {
  private func tags(_ text: String) -> [[String]] {
    (TaggedFile(path: "a.py", bytes: Array(text.utf8), isTest: true)?.tags ?? [])
      .map { $0.targets.map(\.text) }
  }

  @Test func readsListsInAnyComment() {
    for text in [
      "# @spec cart/2.3", "// @spec: cart/2.3.", "/* @spec cart/2.3 */", "<!-- @spec cart/2.3-->",
      "@spec(\"cart/2.3\")", "-- é 😀 @spec\tcart/2.3, and more words", "\r\n@spec cart/2.3\r\n",
    ] {
      #expect(tags(text) == [["cart/2.3"]], "\(text)")
    }
    #expect(
      tags("# @spec cart/2.3, 2.4, lamp/REQ-001, task-2.1、2.9")
        == [["cart/2.3", "cart/2.4", "lamp/REQ-001", "lamp/task-2.1", "lamp/2.9"]])
    #expect(tags("@spec(\"a/1\", \"a/2\")") == [["a/1", "a/2"]])
    #expect(tags("# @spec layer/module/task-1") == [["layer/module/task-1"]])
    #expect(tags("# @spec 注文/1.1，1.2") == [["注文/1.1", "注文/1.2"]])
  }

  @Test func otherUsesOfTheWordAreNoTags() {
    for text in [
      "me@spec.org a/1", "@specification a/1", "@spec add(integer, integer) :: integer",
      "@spec start_link(keyword) :: a/b", "@@spec a/1", "@spec /etc/passwd", "@spec ../a/1",
      "@spec",
      "@spec a", "@spec words, a/1",
    ] {
      #expect(tags(text) == [], "\(text)")
    }
  }

  @Test func anIDWithoutAFeatureIsATagThatNamesNothing() {
    #expect(tags("# @spec 2.3") == [[]])
  }

  @Test func placesCountScalars() throws {
    let text = "x\r\n  é 😀 @spec a/1\n"
    let file = try #require(TaggedFile(path: "a", bytes: Array(text.utf8), isTest: false))
    #expect(file.tags.map(\.line) == [2])
    #expect(file.tags.map(\.column) == [7])
  }

  /// The marks that a plain search finds, by line.
  private func naive(_ text: String) -> Int {
    var count = 0
    let characters = Array(text.unicodeScalars)
    var index = 0
    while index + 9 <= characters.count {
      let isMark = String(String.UnicodeScalarView(characters[index..<index + 9])) == "@spec a/1"
      let isFree = index == 0 || characters[index - 1] == " " || characters[index - 1] == "\n"
      count += isMark && isFree ? 1 : 0
      index += 1
    }
    return count
  }

  @Test(arguments: 0..<200) func findsWhatAPlainSearchFinds(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return Int(state >> 33) % count
    }
    let pieces = [
      " @spec a/1 ", "@spec a/1\n", " @", "@@", "x", "é😀", " ", "\n", "@spe", "spec", "\r\n",
      String(repeating: "y", count: 31), "\n@spec a/1\n",
    ]
    let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
    #expect(tags(text).count { $0 == ["a/1"] } == naive(text), "\(text.debugDescription)")
  }

  @Test(.timeLimit(.minutes(1))) func hostileFilesTakeLinearTime() {
    for text in [
      String(repeating: "@", count: 2_000_000),
      String(repeating: "# @spec a/1\n", count: 200_000),
      String(repeating: "@spec(\"a/1\")\n", count: 100_000),
      "# @spec " + String(repeating: "a/1,", count: 500_000),
      String(repeating: " @spec a/", count: 200_000),
      (0..<1_500).map { String(repeating: " ", count: $0) + "class A:\n" }.joined()
        + String(repeating: String(repeating: " ", count: 399) + "# @spec a/1\n", count: 2_000),
      (0..<390).map { String(repeating: " ", count: $0) + "class A:\n" }.joined()
        + String(repeating: "\n", count: 1_000_000) + "  # @spec a/1\n  def test_a():\n",
    ] {
      let file = TaggedFile(path: "a", bytes: Array(text.utf8), isTest: true)
      #expect((file?.tags.count ?? 0) <= TaggedFile.tagLimit)
    }
  }
}
