import Testing

@testable import SpecRendering

@Suite struct LinkTargetTests {
  @Test(arguments: [
    ("https://a.b/c", LinkTarget.outside("https://a.b/c")),
    ("HTTP://a.b", .outside("HTTP://a.b")),
    ("mailto:a@b.c", .outside("mailto:a@b.c")),
    ("javascript:x", .nothing), ("JAVASCRIPT:x", .nothing), (" javascript:x", .nothing),
    ("java\tscript:x", .nothing), ("data:text/html,x", .nothing), ("vbscript:x", .nothing),
    ("file:///etc/passwd", .nothing), ("//a.b", .nothing), ("\\\\a.b", .nothing), ("", .nothing),
    ("#here", .place("here")), ("#", .nothing),
    ("design.md", .file(path: "specs/a/design.md", place: "")),
    ("./x/../design.md#top", .file(path: "specs/a/design.md", place: "top")),
    ("/README.md", .file(path: "README.md", place: "")),
    ("../../../etc/passwd", .nothing),
    ("a/b:c", .file(path: "specs/a/a/b:c", place: "")),
  ])
  func onlyPlainAddressesLeadAnywhere(_ address: String, _ expected: LinkTarget) {
    #expect(LinkTarget(address, in: "specs/a") == expected)
  }
}

@Suite struct HeadingSlugTests {
  @Test func namesAreThoseThatGitHubMakes() {
    var slugs = HeadingSlug()
    #expect(slugs.name("Done when: it's *fast*!") == "done-when-its-fast")
    #expect(slugs.name("Größe 😀 mètre") == "größe--mètre")
    #expect(slugs.name("Done when: it's *fast*!") == "done-when-its-fast-1")
    #expect(slugs.name("要件 1.2") == "要件-12")
  }
}

@Suite struct WrittenHTMLTests {
  private func text(_ html: String) -> String {
    WrittenHTML.parts(of: Array(html.utf8)).map { part in
      switch part {
      case .text(let text): text
      case .lineBreak: "⏎"
      }
    }.joined()
  }

  @Test func layoutGoesAndTextStays() {
    #expect(text("<p align=center>a<br/>b</P>") == "a⏎b")
    #expect(text("<order-book> and <User Name> and <T>") == "<order-book> and <User Name> and <T>")
    #expect(text("a <!-- b --> c") == "a  c")
    #expect(text("a <!-- b") == "a ")
    #expect(text("1 < 2 <b>bold") == "1 < 2 bold")
    #expect(text("<script>x</script>") == "<script>x</script>")
  }

  @Test func manyBracketsTakeLinearTime() {
    let html = String(repeating: "<", count: 400_000) + String(repeating: "<!--", count: 100_000)
    #expect(text(html).utf8.count >= 400_000)
  }
}

@Suite struct ShortenedTextTests {
  @Test func textIsCutAtCharacters() {
    #expect("abc".shortened(to: 3) == "abc")
    #expect("abcd".shortened(to: 3) == "ab…")
    #expect("👩‍👩‍👧é😀x".shortened(to: 3) == "👩‍👩‍👧é…")
    #expect("ééé".shortened(to: 3) == "ééé")
  }
}

@Suite struct SiteAddressTests {
  @Test func namesThatDifferInCaseAloneHaveDifferentPages() {
    var taken: Set<String> = []
    #expect(SiteAddress.unusedPath("features/", "Book", &taken) == "features/Book")
    #expect(SiteAddress.unusedPath("features/", "book", &taken) == "features/book-2")
    #expect(SiteAddress.unusedPath("features/", "..", &taken) == "features/%2E%2E")
    #expect(SiteAddress.unusedPath("features/", "a/../b c", &taken) == "features/a_.._b%20c")
  }

  @Test func addressesHoldNeitherSchemesNorMarks() {
    #expect(
      SiteAddress.page("features/a%20b.html", "x y", fromDepth: 1)
        == "../features/a%2520b.html#x%20y")
    #expect(SiteAddress.encoded("javascript:x") == "javascript%3Ax")
  }
}
