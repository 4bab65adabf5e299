import SpecServers
import Testing

@Suite struct MessageFramingTests {
  @Test func cutsMessagesHoweverTheBytesCome() throws {
    let texts = ["{}", "é😀\r\n", "", "{\"a\":1}"]
    let stream = texts.flatMap { MessageFraming.framed(Array($0.utf8)) }
    for size in [1, 2, 3, 7, 1000] {
      var framing = MessageFraming()
      var found: [String] = []
      for start in stride(from: 0, to: stream.count, by: size) {
        framing.append(stream[start..<min(start + size, stream.count)])
        while let message = try framing.next() {
          found.append(String(decoding: message, as: UTF8.self))
        }
      }
      #expect(found == texts)
      #expect(!framing.isInMessage)
    }
  }

  @Test func takesOtherHeadersAndAnyCase() throws {
    var framing = MessageFraming()
    framing.append(
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:  2 \r\n\r\n{}"
        .utf8)
    #expect(try framing.next() == Array("{}".utf8))
  }

  @Test(arguments: [
    ("hello\r\n\r\n", FramingError.noHeader("hello")),
    ("Content-Type: a\r\n\r\n", .noLength),
    ("Content-Length: two\r\n\r\n", .badLength("two")),
    ("Content-Length: -1\r\n\r\n", .badLength("-1")),
    ("Content-Length: 1\r\nContent-Length: 1\r\n\r\n", .badLength("1")),
    ("Content-Length: 99999999999999999999\r\n\r\n", .tooLong("99999999999999999999")),
    (String(repeating: "a", count: 9000), .headerTooLong),
  ])
  func refusesBrokenHeaders(text: String, error: FramingError) {
    var framing = MessageFraming()
    framing.append(text.utf8)
    #expect(throws: error) { try framing.next() }
    #expect(!error.phrase.isEmpty)
  }

  @Test func knowsThatAMessageIsNotWhole() throws {
    var framing = MessageFraming()
    framing.append("Content-Length: 10\r\n\r\n{}".utf8)
    #expect(try framing.next() == nil)
    #expect(framing.isInMessage)
  }
}
