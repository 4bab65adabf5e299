import Diagnostics
import MarkdownSyntax
import Testing

struct InlinePlaceTests {
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var outline: [String]

    init(_ description: String, _ text: String, _ outline: [String]) {
      testDescription = description
      self.text = text
      self.outline = outline
    }
  }

  @Test(arguments: marks + links + breaks)
  func findsEachInlineWhereItIsWritten(_ example: Case) {
    #expect(inlineOutline(example.text) == example.outline)
  }

  static let marks = [
    Case(
      "emphasis in strong text", "é **a *b* 😀** c",
      [
        "text «é »", "strong «**a *b* 😀**» = «a *b* 😀»", "  text «a »", "  emphasis «*b*» = «b»",
        "    text «b»", "  text « 😀»", "text « c»",
      ]),
    Case(
      "three marks", "***a***",
      ["emphasis «***a***» = «**a**»", "  strong «**a**» = «a»", "    text «a»"]),
    Case("marks in words", "a_b_c 2*3 * 4", ["text «a_b_c 2*3 * 4»"]),
    Case(
      "marks beside full-width punctuation", "**（a）**b",
      ["text «**（a）**b»"]),
    Case("a path with wildcards", "x/**/*.py", ["text «x/**/*.py»"]),
    Case(
      "a metadata line", "_Requirements: 1.1_",
      ["emphasis «_Requirements: 1.1_» = «Requirements: 1.1»", "  text «Requirements: 1.1»"]),
    Case(
      "strikethrough", "~~a~~ ~b~ ~~~c~~~",
      [
        "strikethrough «~~a~~» = «a»", "  text «a»", "text « »", "strikethrough «~b~» = «b»",
        "  text «b»", "text « ~~~c~~~»",
      ]),
    Case(
      "code", "`` a`b `` ``` `*c*`",
      [
        "code «`` a`b ``» = «a`b»", "text « ``` »", "code «`*c*`» = «*c*»",
      ]),
    Case(
      "escapes and entities", "\\*a\\é &amp; &#x1F; & &;",
      [
        "text «\\*» = «*»", "text «a\\é »", "entity «&amp;»", "text « »", "entity «&#x1F;»",
        "text « & &;»",
      ]),
    Case(
      "HTML", "a <b c='>'>d</b> <!-- e --> < f> <?>",
      [
        "text «a »", "html «<b c='>'>»", "text «d»", "html «</b>»", "text « »",
        "html «<!-- e -->»", "text « < f> <?>»",
      ]),
  ]

  static let links = [
    Case(
      "a link with a title", "[é *a*](<b c> 'd') e",
      [
        "link(«b c») «[é *a*](<b c> 'd')» = «é *a*»", "  text «é »", "  emphasis «*a*» = «a»",
        "    text «a»", "text « e»",
      ]),
    Case(
      "an image in a link", "[![a](b)](c)",
      ["link(«c») «[![a](b)](c)» = «![a](b)»", "  image(«b») «![a](b)» = «a»", "    text «a»"]),
    Case(
      "no link in a link", "[a [b](c)](d)",
      [
        "text «[a »", "link(«c») «[b](c)» = «b»", "  text «b»", "text «](d)»",
      ]),
    Case(
      "references", "[É]: /u\n\n[é] [b][é] [é][] [x]",
      [
        "link(«/u») «[é]» = «é»", "  text «é»", "text « »", "link(«/u») «[b][é]» = «b»",
        "  text «b»", "text « »", "link(«/u») «[é][]» = «é»", "  text «é»", "text « [x]»",
      ]),
    Case(
      "addresses", "<https://é.x> <a@b.c> <x>",
      [
        "link(«https://é.x») «<https://é.x>» = «https://é.x»", "  text «https://é.x»", "text « »",
        "link(«a@b.c») «<a@b.c>» = «a@b.c»", "  text «a@b.c»", "text « »", "html «<x>»",
      ]),
    Case("a task", "- [ ] a [x]", ["text «[ ] a [x]»"]),
    Case(
      "in a table", "| `a` | b |\n|-|-|\n| *c* |",
      [
        "code «`a`» = «a»", "text «b»", "emphasis «*c*» = «c»", "  text «c»",
      ]),
  ]

  static let breaks = [
    Case(
      "line breaks within a quote", "> é*a  \r\n>   b*\\\r\n> c \nd",
      [
        "text «é»", "emphasis «*a  ␍⏎>   b*» = «a  ␍⏎>   b»", "  text «a»",
        "  lineBreak «  ␍⏎>   »", "  text «b»", "lineBreak «\\␍⏎> »", "text «c»", "softBreak « ⏎»",
        "text «d»",
      ]),
    Case(
      "code over lines", "- `a\n  b`\n- ## c `d` ##",
      ["code «`a⏎  b`» = «a⏎  b»", "text «c »", "code «`d`» = «d»"]),
    Case(
      "a link over lines", "[a\nb](\nc\n'd')",
      [
        "link(«c») «[a⏎b](⏎c⏎'d')» = «a⏎b»", "  text «a»", "  softBreak «⏎»", "  text «b»",
      ]),
  ]

  @Test func readsInlinesOnlyWhenAskedTo() {
    #expect(MarkdownDocument(parsing: Array("*a*".utf8)).inlines.isEmpty)
  }
}

private func inlineOutline(_ text: String) -> [String] {
  let file = SourceFile(path: "a.md", text: text)
  let document = MarkdownDocument(parsing: file.bytes, inlines: true)
  return document.inlines.map { inline in
    var line = ""
    var outer = inline.parent
    while outer >= 0 {
      line += "  "
      outer = document.inlines[outer].parent
    }
    switch inline.kind {
    case .text: line += "text"
    case .emphasis: line += "emphasis"
    case .strong: line += "strong"
    case .strikethrough: line += "strikethrough"
    case .code: line += "code"
    case .link(let destination): line += "link(\(file.text(destination).visible))"
    case .image(let destination): line += "image(\(file.text(destination).visible))"
    case .rawHTML: line += "html"
    case .lineBreak: line += "lineBreak"
    case .softBreak: line += "softBreak"
    case .entity: line += "entity"
    }
    line += " \(file.text(inline.range).visible)"
    if inline.content != inline.range { line += " = \(file.text(inline.content).visible)" }
    return line
  }
}
