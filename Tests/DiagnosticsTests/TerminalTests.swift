import Testing

@testable import Diagnostics

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("ｆｕｌｌ", 8), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2), ("👍🏽", 2), ("☝🏽", 2), ("❤", 1), ("❤\u{FE0F}", 2),
    ("1\u{FE0F}\u{20E3}", 2), ("👩\u{200D}👩\u{200D}👧", 2), ("👩\u{200D}❤\u{FE0F}\u{200D}👨", 2),
    ("🇩🇪", 2),
    ("中\u{200D}a", 3), ("→", 1), ("…", 1), ("\u{1B}[31m", 5), ("\t", 1), ("\u{202E}", 8),
    ("\u{200D}", 0),
    ("\u{10FFFF}", 1), ("\u{2A6DF}", 2),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
    #expect(text.visible.displayWidth == columns)
  }

  @Test func tableIsInOrder() {
    for (left, right) in zip(wideCharacters, wideCharacters.dropFirst()) {
      #expect(left.upperBound < right.lowerBound)
    }
  }

  @Test(arguments: [
    ("é中文", 5, "é中文"), ("é中文", 4, "é中…"), ("é中文", 3, "é…"), ("é中文", 2, "é…"), ("é中文", 1, "…"),
    ("é", 0, ""),
    ("a\u{1B}bc", 3, "a␛…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
    ("👩\u{200D}👧👍🏽xx", 5, "👩\u{200D}👧👍🏽…"),
  ])
  func cutsAtTheEnd(text: String, width: Int, expected: String) {
    #expect(text.truncated(toWidth: width) == expected)
  }

  @Test(arguments: [
    ("é中文", 5, "é中文"), ("é中文", 4, "…文"), ("é中文", 3, "…文"), ("é中文", 2, "…"), ("é中文", 1, "…"),
    ("中e\u{301}x", 2, "…x"), ("ae\u{301}x", 3, "ae\u{301}x"),
  ])
  func cutsAtTheStart(text: String, width: Int, expected: String) {
    #expect(text.truncatedAtStart(toWidth: width, isIncomplete: false) == expected)
  }

  @Test func padsByColumns() {
    #expect("中".padded(toWidth: 4) == "中  ")
    #expect("😀".padded(toWidth: 4, alignment: .right) == "  😀")
    #expect("long".padded(toWidth: 2) == "long")
  }
}

@Suite struct VisibleTextTests {
  @Test func controlCharactersAreShown() {
    #expect("a\u{1B}[0m\r\n\t\u{7F}".visible == "a␛[0m␍␊␉␡")
    #expect(
      "\u{9B}\u{202E}é\u{2028}😀\u{FEFF}\u{E0041}".visible
        == "\\u{9B}\\u{202E}é\\u{2028}😀\\u{FEFF}\\u{E0041}")
  }

  @Test func ordinaryTextStays() {
    let text = "é 中文 😀 👩\u{200D}👧 می\u{200C}خواهم \u{A0}"
    #expect(text.visible == text)
  }

  @Test func styledTextIsClosedAndVisible() {
    var text = StyledText(showsColor: true)
    text.append("a\u{1B}", .error)
    text.append("b")
    text.append("", .error)
    #expect(text.text == "\u{1B}[1;31ma␛\u{1B}[0mb")
  }

  @Test(arguments: [
    (ColorChoice.auto, true, nil, "xterm", true), (.auto, false, nil, "xterm", false),
    (.auto, true, "1", "xterm", false), (.auto, true, "", "xterm", true),
    (.auto, true, nil, "dumb", false),
    (.always, false, "1", "dumb", true), (.never, true, nil, "xterm", false),
  ])
  func colourIsForTerminals(
    choice: ColorChoice, isTerminal: Bool, noColor: String?, term: String?, expected: Bool
  ) {
    #expect(
      choice.showsColor(isTerminal: isTerminal, noColor: noColor, term: term) == expected)
  }
}

@Suite struct TextTableTests {
  private var table: TextTable {
    var table = TextTable([.init("Feature"), .init("Tasks", alignment: .right), .init("State")])
    table.append(["tâche-中文", "9", "done"])
    table.append(["export", "1200", ""])
    table.append(["😀"])
    return table
  }

  @Test func columnsLineUp() {
    #expect(
      table.text() == """
        Feature     Tasks  State
        tâche-中文      9  done
        export       1200
        😀

        """)
  }

  @Test func theWidestColumnIsCutToFit() {
    #expect(
      table.text(width: 20)
        == """
        Featu…  Tasks  State
        tâche…      9  done
        export   1200
        😀

        """)
  }

  @Test func noLineIsWiderThanAsked() {
    for width in 13...40 {
      for line in table.text(width: width).split(separator: "\n") {
        #expect(line.displayWidth <= width)
        #expect(line.last != " ")
      }
    }
  }

  @Test func coloursDoNotChangeTheLayout() {
    var table = TextTable([.init(""), .init("")])
    table.append([.init("a\u{1B}", style: .error), "b"])
    table.append(["ccc", "d"])
    #expect(table.text(showsColor: true) == "\u{1B}[1;31ma␛\u{1B}[0m   b\nccc  d\n")
  }
}

@Suite struct BarTests {
  @Test(arguments: [
    (5, 8, "█████░░░ 62 %"), (0, 8, "░░░░░░░░ 0 %"), (8, 8, "████████ 100 %"),
    (0, 0, "░░░░░░░░ 0 %"),
    (1, 1000, "█░░░░░░░ 0 %"), (999, 1000, "███████░ 99 %"), (9, 8, "████████ 100 %"),
    (-1, 8, "░░░░░░░░ 0 %"),
    (Int.max, Int.max, "████████ 100 %"),
  ])
  func showsTheShare(done: Int, total: Int, text: String) {
    #expect(Bar(done, of: total).text == text)
  }

  @Test func hasAnASCIIForm() {
    #expect(Bar(5, of: 8, isASCII: true).text == "[#####---] 62 %")
  }
}
