import Testing

struct BlockPlaceTests {
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

  @Test(arguments: items + headings + fences + tables + html + paragraphs + lineEnds)
  func findsEachBlockWhereItIsWritten(_ example: Case) {
    #expect(outline(example.text) == example.outline)
  }

  static let items = [
    Case(
      "an item with nothing after its marker", "- \n-\n- é\n",
      [
        "list- «- ⏎-⏎- é»", "  item «-» = «»", "  item «-» = «»", "  item «- é» = «é»",
        "    text «é»",
      ]),
    Case("a marker alone at the end", "-", ["list- «-»", "  item «-» = «»"]),
    Case(
      "a list in an item on one line", "- - a",
      [
        "list- «- - a»", "  item «- - a» = «- a»", "    list- «- a»", "      item «- a» = «a»",
        "        text «a»",
      ]),
    Case(
      "a task in a numbered item", "3. - [ ] 😀\n4. b",
      [
        "list3. «3. - [ ] 😀⏎4. b»", "  item «3. - [ ] 😀» = «- [ ] 😀»", "    list- «- [ ] 😀»",
        "      item «- [ ] 😀» = «[ ] 😀»", "        text «[ ] 😀»", "  item «4. b» = «b»",
        "    text «b»",
      ]),
    Case(
      "children indented by four", "- [ ] 1. A\n    - [ ] 1.1 B\n        - C\n- D",
      [
        "list- «- [ ] 1. A⏎    - [ ] 1.1 B⏎        - C⏎- D»",
        "  item «- [ ] 1. A⏎    - [ ] 1.1 B⏎        - C» = «[ ] 1. A⏎    - [ ] 1.1 B⏎        - C»",
        "    text «[ ] 1. A»", "    list- «- [ ] 1.1 B⏎        - C»",
        "      item «- [ ] 1.1 B⏎        - C» = «[ ] 1.1 B⏎        - C»",
        "        text «[ ] 1.1 B»", "        list- «- C»", "          item «- C» = «C»",
        "            text «C»", "  item «- D» = «D»", "    text «D»",
      ]),
    Case(
      "an item that begins with a fence, a quote or a heading", "- ```\n  x\n  ```\n- > q\n- # h",
      [
        "list- «- ```⏎  x⏎  ```⏎- > q⏎- # h»", "  item «- ```⏎  x⏎  ```» = «```⏎  x⏎  ```»",
        "    code «```⏎  x⏎  ```» = «  x»", "  item «- > q» = «> q»", "    quote «> q» = «q»",
        "      text «q»", "  item «- # h» = «# h»", "    h1 «# h» = «h»",
      ]),
    Case(
      "an item that begins with two blank lines is over", "-\n\n  a\n- b",
      [
        "list- «-»", "  item «-» = «»", "text «a»", "list- «- b»", "  item «- b» = «b»",
        "    text «b»",
      ]),
    Case(
      "another bullet is another list", "- a\n* b\n1) c\n1. d",
      [
        "list- «- a»", "  item «- a» = «a»", "    text «a»", "list* «* b»", "  item «* b» = «b»",
        "    text «b»", "list1) «1) c»", "  item «1) c» = «c»", "    text «c»", "list1. «1. d»",
        "  item «1. d» = «d»", "    text «d»",
      ]),
    Case(
      "a lazy line", "> - é\nlazy\n\nend",
      [
        "quote «> - é⏎lazy» = «- é⏎lazy»", "  list- «- é⏎lazy»", "    item «- é⏎lazy» = «é⏎lazy»",
        "      text «é⏎lazy»", "text «end»",
      ]),
    Case(
      "lists indented within a quote", ">   - a\n>   - b",
      [
        "quote «>   - a⏎>   - b» = «- a⏎>   - b»", "  list- «- a⏎>   - b»", "    item «- a» = «a»",
        "      text «a»", "    item «- b» = «b»", "      text «b»",
      ]),
    Case("a number that may not end a paragraph", "a\n2. b\n", ["text «a⏎2. b»"]),
    Case(
      "tabs", "-\ta\n\n\tb",
      [
        "list- «-⇥a⏎⏎⇥b»", "  item «-⇥a⏎⏎⇥b» = «a⏎⏎⇥b»", "    text «a»", "    text «b»",
      ]),
    Case("a quote's blank lines", "> a\n>\n", ["quote «> a⏎>» = «a⏎>»", "  text «a»"]),
  ]

  static let headings = [
    Case("closing marks", "## a b ## \n", ["h2 «## a b ##» = «a b»"]),
    Case("marks that close nothing", "# a#", ["h1 «# a#» = «a#»"]),
    Case(
      "empty headings", "##\n# \n### ###", ["h2 «##» = «»", "h1 «#» = «»", "h3 «### ###» = «»"]),
    Case("no heading", "#a\n####### b", ["text «#a⏎####### b»"]),
    Case("underlined", "é\n b \n===\nc\n-", ["h1 «é⏎ b ⏎===» = «é⏎ b»", "h2 «c⏎-» = «c»"]),
    Case("breaks", "a\n\n--- \n* * *", ["text «a»", "break «---»", "break «* * *»"]),
  ]

  static let fences = [
    Case(
      "with an info string", "~~~ swift 😀 \nx\n~~~~ ",
      [
        "code «~~~ swift 😀 ⏎x⏎~~~~» = «x» ! swift 😀"
      ]),
    Case("empty", "```\n```\n", ["code «```⏎```» = «»"]),
    Case("a blank line", "```\n\n```\n", ["code «```⏎⏎```» = «»"]),
    Case("longer outside", "````\n```\n````", ["code «````⏎```⏎````» = «```»"]),
    Case("not closed", "```\na \n\n", ["code «```⏎a ⏎» = «a ⏎» open"]),
    Case(
      "not closed, nothing in it", "- ```x",
      [
        "list- «- ```x»", "  item «- ```x» = «```x»", "    code «```x» = «» ! x open",
      ]),
    Case(
      "closed by the end of its item", "- ```\n  a\nb",
      [
        "list- «- ```⏎  a»", "  item «- ```⏎  a» = «```⏎  a»", "    code «```⏎  a» = «  a» open",
        "text «b»",
      ]),
    Case(
      "in a quote", "> ```\n> - a\n> ```",
      [
        "quote «> ```⏎> - a⏎> ```» = «```⏎> - a⏎> ```»", "  code «```⏎> - a⏎> ```» = «> - a»",
      ]),
    Case(
      "an indented fence does not close", "```\n    ```\n```",
      [
        "code «```⏎    ```⏎```» = «    ```»"
      ]),
    Case("no fence", "``` a`b\n", ["text «``` a`b»"]),
  ]

  static let tables = [
    Case(
      "cells", "| é | b \\| c |\n|---|:-:|\n|  | `x` |\n| y\n| 1 | 2 | 3 |\n\nz",
      [
        "table «| é | b \\| c |⏎|---|:-:|⏎|  | `x` |⏎| y⏎| 1 | 2 | 3 |»",
        "  header «| é | b \\| c |»", "    cell «é»", "    cell «b \\| c»", "  row «|  | `x` |»",
        "    cell «»", "    cell «`x`»", "  row «| y»", "    cell «y»", "  row «| 1 | 2 | 3 |»",
        "    cell «1»", "    cell «2»", "text «z»",
      ]),
    Case(
      "after a paragraph and before a list", "a:\nb | c\n-|-\n- d",
      [
        "text «a:»", "table «b | c⏎-|-»", "  header «b | c»", "    cell «b»", "    cell «c»",
        "list- «- d»", "  item «- d» = «d»", "    text «d»",
      ]),
    Case("another number of columns", "| a |\n|---|---|", ["text «| a |⏎|---|---|»"]),
  ]

  static let html = [
    Case("a comment", "<!-- é --> \na", ["comment «<!-- é -->»", "text «a»"]),
    Case(
      "a comment over lines", "<!--\n- [ ] a\n\n-->\n- b",
      [
        "comment «<!--⏎- [ ] a⏎⏎-->»", "list- «- b»", "  item «- b» = «b»", "    text «b»",
      ]),
    Case(
      "a comment that is not closed", "a\n<!-- b\n\nc", ["text «a»", "comment «<!-- b⏎⏎c» open"]),
    Case(
      "other HTML", "<details>\n<b>\n\n<i x='y'>\n\n<?a\n\n?>\n<a> b",
      [
        "html «<details>⏎<b>»", "html «<i x='y'>»", "html «<?a⏎⏎?>»", "text «<a> b»",
      ]),
  ]

  static let paragraphs = [
    Case(
      "link definitions are no blocks", "[é]: /u\n'title'\n[b]: <x y>\ntext [b]\n\n[c]: z\n",
      [
        "text «text [b]»"
      ]),
    Case(
      "what is no link definition", "[a]: b c\n\n[ ]: d\n\n[x] e",
      [
        "text «[a]: b c»", "text «[ ]: d»", "text «[x] e»",
      ]),
    Case("underlined link definitions", "[a]: b\n===\nc", ["text «===⏎c»"]),
    Case("blanks around the text", "  a  \n   b\t\n", ["text «a  ⏎   b»"]),
    Case("full-width punctuation", "：- a，\n１．b", ["text «：- a，⏎１．b»"]),
  ]

  static let lineEnds = [
    Case(
      "mixed", "# a\r- b\r\n\r\n\rc\r\nd",
      [
        "h1 «# a» = «a»", "list- «- b»", "  item «- b» = «b»", "    text «b»", "text «c␍⏎d»",
      ]),
    Case("a byte order mark", "\u{FEFF}# é\r\n", ["h1 «# é» = «é»"]),
    Case("NUL", "- a\0b", ["list- «- a␀b»", "  item «- a␀b» = «a␀b»", "    text «a␀b»"]),
    Case("nothing", "", []),
    Case("nothing but blanks", " \n\t\r\n", []),
  ]
}
