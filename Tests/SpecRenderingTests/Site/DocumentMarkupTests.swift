import Testing

@testable import SpecRendering

@Suite struct DocumentMarkupTests {
  /// A document as it stands in a page, without the ends of lines that mean nothing.
  static func html(
    _ text: String, marks: [DocumentMark] = [], links: [DocumentLink] = [], depth: Int = 0
  ) -> String {
    var markup = MarkupWriter()
    var document = DocumentMarkup(
      Array(text.utf8), from: 0, marks: marks, links: links,
      setting: .init(
        headingDepth: depth, idPrefix: "x-", folder: "specs/a",
        address: { path, _ in path == "specs/a/design.md" ? "#design" : nil }))
    document.write(to: &markup)
    return markup.text
  }

  @Test(arguments: [
    ("# Título 😀\r\n", "<h2 id=\"x-título-\">Título 😀</h2>\n"),
    ("a\nb  \nc", "<p>a\nb<br>c</p>\n"),
    ("- a\n- b", "<ul><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
    ("3. a", "<ol start=\"3\"><li><p>a</p>\n</li>\n</ol>\n"),
    (
      "> *a* **b** ~~c~~ `d`",
      "<blockquote><p><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>\n</blockquote>\n"
    ),
    ("---", "<hr>\n"),
    (
      "```swift\nlet a = \"<b>\"\n\n  x\n```",
      "<pre tabindex=\"0\" role=\"group\" aria-label=\"Code\">"
        + "<code>let a = &quot;&lt;b&gt;&quot;\n\n  x</code></pre>\n"
    ),
    ("\\*a\\* &amp; &#8594; &hellip; &nosuch;", "<p>*a* &amp; → … &amp;nosuch;</p>\n"),
    ("a <br> b <!-- gone --> c <feature> <b>d</b>", "<p>a <br> b  c &lt;feature&gt; d</p>\n"),
    ("<div onclick=\"x()\">\ninside\n</div>", "<p>\ninside\n</p>\n"),
    ("<!-- all of it -->", "\n"),
  ])
  func blocksAndTextBecomeElements(_ text: String, _ expected: String) {
    #expect(Self.html(text) == expected)
  }

  @Test func tablesCanBeMovedByTheKeys() {
    #expect(
      Self.html("| a | b |\n| --- | --- |\n| 1 | x \\| y |")
        == """
        <div class="wide" role="group" aria-label="Table" tabindex="0"><table><thead><tr>\
        <th scope="col">a</th>
        <th scope="col">b</th>
        </tr></thead>
        <tr><td>1</td>
        <td>x | y</td>
        </tr>
        </table></div>

        """)
  }

  @Test(arguments: [
    (
      "[a](https://b.c \"t\")", "<p><a href=\"https://b.c\" rel=\"noopener noreferrer\">a</a></p>\n"
    ),
    ("[a](./design.md#x)", "<p><a href=\"#design\">a</a></p>\n"),
    ("[a](../../src/b.py)", "<p><a title=\"../../src/b.py\">a</a></p>\n"),
    ("[a](javascript:alert(1))", "<p><a title=\"javascript:alert(1)\">a</a></p>\n"),
    ("[a](java&#115;cript:x)", "<p><a title=\"javascript:x\">a</a></p>\n"),
    ("[a](//evil.example)", "<p><a title=\"//evil.example\">a</a></p>\n"),
    (
      "![a](http://b.c/p.png)",
      "<p><a class=\"image\" href=\"http://b.c/p.png\" rel=\"noopener noreferrer\">a</a></p>\n"
    ),
    ("# One\n\n[a](#one)", "<h2 id=\"x-one\">One</h2>\n<p><a href=\"#x-one\">a</a></p>\n"),
  ])
  func linksLeadWhereTheyMay(_ text: String, _ expected: String) {
    #expect(Self.html(text).replacing("h1", with: "h2") == expected)
  }

  @Test func codeLosesWhatTheBlocksAroundItAdd() {
    #expect(
      Self.html("- a\n\n  ```\n  x\n    y\n  ```").contains("<code>x\n  y</code>"))
    #expect(Self.html("> ```\n> x\n>  y\n> ```").contains("<code>x\n y</code>"))
  }

  @Test func boxesShowHowFarATaskIs() {
    #expect(
      Self.html("- [x]* é")
        == """
        <ul><li class="boxed"><p><span class="box done" role="img" aria-label="done" title="done">\
        </span> é</p>
        </li>
        </ul>

        """)
    #expect(Self.html("- [link] a").contains("<li><p>[link] a"))
  }

  @Test func marksStandBeforeTheirTextAndBadgesBehindIt() {
    let text = "1. é 😀 WHEN a\r\n2. b"
    let second = text.utf8.count - 4
    let html = Self.html(
      text,
      marks: [
        DocumentMark(offset: second, id: "criterion-1.2", name: "criterion 1.2"),
        DocumentMark(
          offset: 0, id: "criterion-1.1", name: "criterion 1.1",
          badges: [SiteBadge(kind: .trace, words: "3", meaning: "m", address: "#task-3")]),
      ])
    #expect(
      html.contains(
        "title=\"Link to criterion 1.1\"></a>é 😀 WHEN a<span class=\"badges\"> task "
          + "<a class=\"badge trace\" href=\"#task-3\" title=\"m\">3</a></span></p>"))
    #expect(html.contains("title=\"Link to criterion 1.2\"></a>b</p>"))
  }

  @Test func referencesBecomeLinksWithinEmphasisButNotWithinLinks() {
    let text = "_Requirements: 1.2, é_ [1.2](https://a.b)"
    let first = DocumentLink(range: 15..<18, address: "#c")
    let inLink = text.utf8.count - 17
    let second = DocumentLink(range: inLink..<inLink + 3, address: "#d")
    #expect(
      Self.html(text, links: [first, second])
        == """
        <p><em>Requirements: <a class="trace" href="#c">1.2</a>, é</em> \
        <a href="https://a.b" rel="noopener noreferrer">1.2</a></p>

        """)
  }

  @Test func aMarkWithoutTextIsStillFound() {
    let html = Self.html(
      "<!-- a -->", marks: [DocumentMark(offset: 5, id: "task-1", name: "task 1")])
    #expect(html.contains("id=\"task-1\""))
  }
}
