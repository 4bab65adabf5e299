import Testing

@testable import SpecRendering

/// Whatever a document holds, a page has only the elements and attributes that its writer knows.
@Suite struct HostileMarkupTests {
  private static let pieces = [
    "<script>", "</script>", "<img src=x onerror=alert(1)>", "<a href=\"javascript:x\">", "</p>",
    "<!--", "-->", "```", "```mermaid\n", "\n", "\n\n", "- ", "  - ", "1. ", "> ", "# ",
    "| a | b |\n",
    "| --- | --- |\n", "[x](javascript:alert)", "[y](data:text/html,<b>)", "![z](", ")", "](", "[",
    "*", "**", "_", "`", "``", "~~", "\\", "&lt;", "&#0;", "&#x202E;", "&", "<", ">", "\"", "'",
    "\u{0}",
    "\u{202E}", "é", "😀", "\r\n", "\t", "<http://a.b>", "<x@y.z>", "[r]: javascript:x\n", "[r]",
    "- [x] ",
    "<svg onload=x>", "<iframe src=//e>", "]]>", "{{x}}", "\u{FEFF}", "<details open ontoggle=x>",
  ]
  private static let elements: Set<String> = [
    "figure", "figcaption", "details", "summary", "p", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "ul", "ol", "li", "pre", "code", "div", "table", "thead", "tr", "th", "td", "hr",
    "br", "em", "strong", "s", "a", "span",
  ]
  private static let attributes: Set<String> = [
    "id", "class", "start", "role", "aria-label", "tabindex", "scope", "href", "rel", "title",
  ]

  @Test func noDocumentMakesAnElementOfItsOwn() throws {
    var numbers = Numbers(state: 5)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...30, using: &numbers))
        .map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined()
      let offset = Int.random(in: 0...text.utf8.count, using: &numbers)
      let html = DocumentMarkupTests.html(
        text,
        marks: [
          DocumentMark(
            offset: offset, id: "m", name: "\"><b>",
            badges: [SiteBadge(kind: .wave, words: "<i>", address: "#x")])
        ])
      try check(html, of: text)
    }
  }

  /// Reads the tags: each known, each closed in turn, no attribute but those of the writer.
  private func check(_ html: String, of text: String) throws {
    var open: [String] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      let end = try #require(rest[start...].firstIndex(of: ">"), "\(text.debugDescription)")
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.first == "/" {
        try #require(open.popLast() == String(tag.dropFirst()), "\(text.debugDescription)")
        continue
      }
      let name = String(tag.prefix { $0 != " " })
      try #require(Self.elements.contains(name), "<\(tag)> in \(text.debugDescription)")
      var quoted = tag.dropFirst(name.count)
      while let equals = quoted.firstIndex(of: "=") {
        let key = String(quoted[..<equals].drop { $0 == " " })
        try #require(Self.attributes.contains(key), "\(key) in \(text.debugDescription)")
        let value = quoted[equals...].dropFirst(2).prefix { $0 != "\"" }
        if key == "href" {
          try #require(
            ["#", "http://", "https://", "mailto:"].contains { value.hasPrefix($0) },
            "\(value) in \(text.debugDescription)")
        }
        quoted = quoted[value.endIndex...].dropFirst()
      }
      if name != "br", name != "hr" { open.append(name) }
    }
    #expect(open.isEmpty, "\(text.debugDescription)")
    #expect(!html.contains("\u{202E}") && !html.contains("\u{0}"))
  }
}

/// Numbers that are the same in every run.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
