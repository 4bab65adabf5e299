import Testing

@testable import SpecModel

@Suite struct ByteViewTests {
  @Test(arguments: ["", "a", "é😀\r\n", String(repeating: "长", count: 1000)])
  func holdsTheBytesOfTheArray(text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withView { Array($0) } == bytes)
    #expect(bytes.withView(\.count) == bytes.count)
  }

  @Test func readsTextOfRanges() {
    let bytes = Array("aé😀\r\nb".utf8)
    #expect(bytes.withView { String(decoding: $0[1..<7], as: UTF8.self) } == "é😀")
    #expect(bytes.withView { $0[3..<9].firstIndex(of: 0x0A) } == 8)
  }
}

@Suite struct WordListTests {
  private func skipped(_ text: String, _ order: WordList<Int>.Order) -> [Int?] {
    let words = WordList([("re", 1), ("request", 2), ("需", 3), ("需求", 4)], order: order)
    return Array(text.utf8).withView { bytes in
      var cursor = Cursor(bytes, 0..<bytes.count)
      let value = words.skip(&cursor)
      return [value, cursor.position]
    }
  }

  @Test func triesTheLongestWordFirst() {
    #expect(skipped("REQUEST 1", .longestFirst) == [2, 7])
    #expect(skipped("需求😀", .longestFirst) == [4, 6])
    #expect(skipped("reque", .longestFirst) == [1, 2])
  }

  @Test func triesWordsAsGiven() {
    #expect(skipped("REQUEST 1", .asGiven) == [1, 2])
    #expect(skipped("需求😀", .asGiven) == [3, 3])
  }

  @Test(arguments: ["", "é", "r", "qrequest"])
  func findsNothingInOtherText(text: String) {
    #expect(skipped(text, .longestFirst) == [nil, 0])
  }
}
