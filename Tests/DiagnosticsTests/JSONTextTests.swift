import Diagnostics
import Testing

@Suite struct JSONTextTests {
  private func text(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    json.object(write)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func membersKeepTheirOrder() {
    let text = text { json in
      json.member("b", 1)
      json.member("a", nil as String?)
      json.member("empty", [])
      json.member("list", ["x", "y"])
      json.key("nested")
      json.array { json in
        json.object { $0.member("c", true) }
        json.object { _ in }
      }
    }
    #expect(
      text == """
        {
          "b": 1,
          "a": null,
          "empty": [],
          "list": [
            "x",
            "y"
          ],
          "nested": [
            {
              "c": true
            },
            {}
          ]
        }

        """)
  }

  @Test func charactersThatEndLinesOrSteerAreEscaped() {
    let text = text { $0.member("a", "\"\\\n\r\t\u{0}\u{1B}\u{7F}é中😀\u{2028}\u{2029}") }
    #expect(
      text == "{\n  \"a\": "
        + #""\"\\\n\r\t\u0000\u001b\u007fé中😀\u2028\u2029""# + "\n}\n")
  }
}
