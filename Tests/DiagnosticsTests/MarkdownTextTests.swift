import Diagnostics
import TestSupport
import Testing

/// Text of documents means itself wherever Markdown holds it.
@Suite struct MarkdownTextTests {
  @Test(arguments: [
    ("plain words – é 😀", "plain words – é 😀"),
    ("a | b", "a \\| b"),
    ("<script>", "\\<script\\>"),
    ("@all", "@<!-- -->all"),
    (
      "#12 !3 %4 ~5 $6 &7",
      "\\#<!-- -->12 \\!<!-- -->3 \\%<!-- -->4 \\~<!-- -->5 \\$<!-- -->6 \\&<!-- -->7"
    ),
    ("# one! 50 %", "\\# one! 50 %"),
    ("https://a.b www.a.b", "https\\://a.b www<!-- -->.a.b"),
    ("path: 3 h, end:", "path: 3 h, end:"), (":smile: a:b", "\\:smile: a\\:b"),
    ("[a](b) `c` *d* _e_ ~f~", "\\[a\\](b) \\`c\\` \\*d\\* \\_e\\_ \\~f\\~"),
    ("a\nb\r\u{1B}", "a<br>b␍␛"),
    ("\u{202E}x", "\\\\u{202E}x"),
    ("", ""),
  ])
  func inlineTextMeansItself(text: String, expected: String) {
    #expect(MarkdownText.inline(text) == expected)
  }

  @Test func theLimitCountsBytesBeforeEscaping() {
    #expect(MarkdownText.inline("éééé", byteLimit: 7) == "éé…")
    let hostile = String(repeating: "@", count: 1_000_000)
    #expect(MarkdownText.inline(hostile, byteLimit: 100).utf8.count <= 1_200)
  }
}
