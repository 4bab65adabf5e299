import Testing

@testable import SpecRendering

@Suite struct MarkupWriterTests {
  @Test(arguments: [
    ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
    ("\" onload=\"x", "&quot; onload=&quot;x"),
    ("' autofocus '", "&#39; autofocus &#39;"),
    ("]]>-->&amp;", "]]&gt;--&gt;&amp;amp;"),
    ("é 😀\r\n", "é 😀␍␊"),
    ("\u{0}\u{1B}[31m", "␀␛[31m"),
    ("a\u{202E}b\u{2066}c\u{FEFF}", "a\\u{202E}b\\u{2066}c\\u{FEFF}"),
    ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
  ])
  func nothingInATextBecomesMarkup(_ text: String, _ expected: String) {
    var markup = MarkupWriter()
    markup.element("p", ["title": text], text)
    #expect(markup.text == "<p title=\"\(expected)\">\(expected)</p>")
  }

  @Test func attributesWithoutValueAreLeftOut() {
    var markup = MarkupWriter()
    markup.shape("rect", ["class": "", "x": "0"])
    #expect(markup.text == "<rect x=\"0\"/>")
  }
}

@Suite struct PageAnchorTests {
  @Test func aLinkHoldsTheBytesOfTheIDThatItLeadsTo() {
    #expect(PageAnchor.id("a b\t/1 50%") == "a%20b%09/1%2050%25")
    #expect(PageAnchor.id("x\u{202E}") == "x%E2%80%AE")
    #expect(PageAnchor.fragment(PageAnchor.id("a b")) == "a%2520b")
    #expect(PageAnchor.fragment("dashboard/2.1") == "dashboard/2.1")
    #expect(PageAnchor.fragment("größe/#1\"<😀") == "gr%C3%B6%C3%9Fe/%231%22%3C%F0%9F%98%80")
  }
}

@Suite struct ContentSecurityTests {
  /// The digests are those of `printf … | openssl dgst -sha256 -binary | base64`.
  @Test func digestsAreThoseOfOthers() {
    #expect(ContentSecurity.digest("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(ContentSecurity.digest("abc") == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test func nothingIsAllowedButTheOwnStyleAndScript() {
    let policy = ContentSecurity.policy(style: "", script: "abc")
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-47DEQ"))
    #expect(!policy.contains("unsafe"))
    #expect(!policy.contains("*"))
  }
}
