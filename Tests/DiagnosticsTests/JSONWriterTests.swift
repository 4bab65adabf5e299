import Diagnostics
import Testing

@Suite struct JSONWriterTests {
  private func text(pretty: Bool = false, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(pretty: pretty)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func keepsTheOrderGiven() {
    let text = text {
      $0.object { writer in
        writer.member("b", 1)
        writer.member("a", ["x", "y"])
        writer.member("c", nil as String?)
        writer.member("d", true)
      }
    }
    #expect(text == "{\"b\":1,\"a\":[\"x\",\"y\"],\"c\":null,\"d\":true}")
  }

  @Test func prettyLinesHaveTwoBlanksForEachLevel() {
    let text = text(pretty: true) {
      $0.object { writer in
        writer.key("a")
        writer.array { $0.object { _ in } }
        writer.key("b")
        writer.array { _ in }
      }
    }
    #expect(text == "{\n  \"a\": [\n    {}\n  ],\n  \"b\": []\n}\n")
  }

  @Test func escapesWhatMustNotStandRaw() {
    let text = text { $0.value("é🎯\"\\\r\n\t\u{1}\u{7F}\u{2028}\u{2029}‐") }
    #expect(text == "\"é🎯\\\"\\\\\\r\\n\\t\\u0001\\u007f\\u2028\\u2029‐\"")
  }
}
