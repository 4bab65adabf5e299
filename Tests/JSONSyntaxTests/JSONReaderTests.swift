import JSONSyntax
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSONValue {
    try JSONValue(Array(text.utf8))
  }

  @Test func readsEveryKindOfValue() throws {
    let value = try read(
      #" {"é😀": [null, true, false, -12, 3.5, 1e3, "a\n\"\\\/\u00e9\ud83d\ude00"], "o": {}} "#)
    let expected: [JSONValue] = [
      .null, .bool(true), .bool(false), .integer(-12), .number(3.5), .number(1000),
      .string("a\n\"\\/é😀"),
    ]
    #expect(value["é😀"].elements == expected)
    #expect(value["o"] == .object([:]))
    #expect(value["absent"].isNull)
  }

  @Test func takesHalfASurrogatePairForAReplacement() throws {
    #expect(try read(#""a\ud83d b""#).string == "a\u{FFFD} b")
    #expect(try read(#""\ud83d\u0041""#).string == "\u{FFFD}A")
    #expect(try read(#""\ude00""#).string == "\u{FFFD}")
  }

  @Test func takesBytesThatAreNoTextForReplacements() throws {
    #expect(try JSONValue([0x22, 0xFF, 0x22]).string == "\u{FFFD}")
  }

  @Test func readsNumbersThatAreTooLargeForAnInteger() throws {
    #expect(try read("9223372036854775807").integer == Int.max)
    #expect(try read("18446744073709551616") == .number(18_446_744_073_709_551_616))
    #expect(try read("3.0").integer == 3)
    #expect(try read("3.5").integer == nil)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", "1e", "-", "tru", "\"a", "\"\\x\"",
    "\"\\u12\"", "\"\u{1}\"", "1 2", "[1 2]", "{\"a\" 1}", "nul", "\u{0}", ".5", "+1",
  ])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(Array(text.utf8)) }
  }

  @Test func saysWhereItStopped() {
    #expect(throws: JSONError("',' or ']' is wanted", at: 5)) {
      try JSONValue(Array("[1   2]".utf8))
    }
  }

  @Test func limitsTheDepth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONValue(nested(JSONValue.depthLimit))
    #expect(throws: JSONError.self) { try JSONValue(nested(JSONValue.depthLimit + 1)) }
    #expect(throws: JSONError.self) { try JSONValue(nested(1_000_000)) }
  }
}
