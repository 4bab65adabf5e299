import SpecModel
import Testing

@Suite struct OneLineTests {
  @Test(arguments: [
    ("a\r\n\t b  é 😀\u{B}c ", "a b é 😀 c"), ("", ""), (" \n ", ""), ("a", "a"),
    ("a\u{A0}b\u{2028}c", "a\u{A0}b\u{2028}c"),
  ])
  func eachRunOfBlanksIsOne(_ text: String, _ line: String) {
    #expect(text.oneLine == line)
  }

  @Test(arguments: [
    ("**WHEN** a `b` * c", "WHEN a `b` * c", "WHEN a b * c"), ("** a", "a", "a"),
    ("a ** b", "a b", "a b"), ("***é***", "é", "é"), ("a*b", "a*b", "a*b"),
  ])
  func marksAreLeftOut(_ text: String, _ withoutBold: String, _ plain: String) {
    #expect(text.oneLineWithoutBold == withoutBold)
    #expect(text.plainWords == plain)
  }

  @Test func numbersWorkedOutSideBySideKeepTheirOrder() async {
    for count in [0, 1, 31, 33, 1000] {
      let found = await (5..<(5 + count)).sideBySide { $0 * 2 }
      #expect(found == (5..<(5 + count)).map { $0 * 2 })
    }
  }
}
