import Diagnostics
import Testing
import YAMLSyntax

/// A text that cannot be read, with `→` before the place of the fault.
struct Unreadable: CustomTestStringConvertible, Sendable {
  var marked: String
  var message: String

  init(_ marked: String, _ message: String) {
    self.marked = marked
    self.message = message
  }

  var testDescription: String { marked }
}

@Suite struct ErrorTests {
  static let cases = [
    Unreadable("a: b→: c\n", "the unquoted value of 'a' contains ': '"),
    Unreadable("é: 😀\r\na: b→: c\r\n", "the unquoted value of 'a' contains ': '"),
    Unreadable("a: b\n  c→: d\n", "a key is indented under 'a', which already has a value"),
    Unreadable("a: 1\n→some text\nb: 2\n", "'some text' has no ':' after it"),
    Unreadable("→first\nb: 2\n", "'first' has no ':' after it"),
    Unreadable("a: 1\n→- b\n", "a list item and a key stand on the same level"),
    Unreadable("- a\n→b: 1\n", "a list item and a key stand on the same level"),
    Unreadable("a:\n    b: 1\n  →c: 2\n", "the indentation of this line fits no line above it"),
    Unreadable("a: \"x\" →y\n", "text follows the closing quote"),
    Unreadable("a: [x] →[y]\n", "text follows the closing bracket"),
    Unreadable("a: →- b\n", "a list cannot start on the line of its key"),
    Unreadable("a: →\"never\nb: 1\n", "the quote \" is never closed"),
    Unreadable("a: →'it\n", "the quote ' is never closed"),
    Unreadable("a: →[b, c\nd: 1\n", "the '[' is never closed"),
    Unreadable("a: →[b, c", "the '[' is never closed"),
    Unreadable("a: →{b: c\n", "the '{' is never closed"),
    Unreadable("a: [→, b]\n", "a value is missing before ','"),
    Unreadable("a: b\n→]\n", "a ']' closes no '['"),
    Unreadable("a: →@home\n", "'@' cannot start an unquoted value"),
    Unreadable("a: →`code`\n", "'`' cannot start an unquoted value"),
    Unreadable("a: →**bold**\n", "'*' must be followed by a name of letters, digits, '-' and '_'"),
    Unreadable("a: →*nobody\n", "'*nobody' refers to '&nobody', which is not defined above it"),
    Unreadable("a: &a [→*a]\n", "'*a' stands inside the value that it refers to"),
    Unreadable("a:\n→\tb: 1\n", "a tab starts line 2; YAML indents with spaces"),
    Unreadable("a: 1\n→\tb: 1\n", "a tab starts line 2; YAML indents with spaces"),
    Unreadable("a: \"→\\d\"\n", "'\\d' means nothing in double quotes"),
    Unreadable("a: \"→\\ud83d\"\n", "'\\ud83d' is not a character by itself"),
    Unreadable("a: \"\\u→12\"\n", "an escape needs more hexadecimal digits here"),
    Unreadable("a: | →text\n", "text stands on the line of '|' or '>'"),
    Unreadable("a: →!<x y\n", "'!' starts a tag, and this is none"),
    Unreadable("→%a\nb: 1\n", "'%' starts a directive, and this is none"),
    Unreadable("é: →\u{0}\n", "the text holds the control character U+0000"),
    Unreadable("a: →\u{7F}\n", "the text holds the control character U+007F"),
    Unreadable("  a: 1\n→b: 2\n", "this line does not belong to the value above it"),
    Unreadable("a: [b, {d}, e→}\n", "a ']' must close the '[' first"),
    Unreadable("a: ['b'\n  →\"c\"]\n", "a ',' is missing before this"),
  ]

  @Test(arguments: cases)
  func saysWhatWasWrittenAndWhere(_ text: Unreadable) throws {
    let parts = text.marked.split(separator: "→", omittingEmptySubsequences: false)
    let error = #expect(throws: YAMLError.self) { try read(parts.joined()) }
    #expect(error?.message == text.message)
    #expect(error?.range.lowerBound.utf8 == parts[0].utf8.count)
  }

  @Test func offersTheAnchorThatWasMeant() {
    let error = #expect(throws: YAMLError.self) { try read("a: &reviewer x\nb: *reviewr\n") }
    #expect(error?.help == "did you mean '*reviewer'?")
  }

  @Test func saysWhereTheSecondPlaceIs() {
    let error = #expect(throws: YAMLError.self) { try read("é: 1\nb: 2\n- c\n") }
    #expect(error?.note?.value == "the keys start here")
    #expect(error?.note?.range == Range(0, 0))
  }

  @Test func bytesThatAreNotUTF8AreFound() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLStream(parsing: Array("é: ".utf8) + [0xC3, 0x28])
    }
    #expect(error?.message == "the text is not valid UTF-8 here")
    #expect(error?.range == Range(4, 5))
    let wide = #expect(throws: YAMLError.self) {
      try YAMLStream(parsing: [0xFF, 0xFE, 0x61, 0x00])
    }
    #expect(wide?.message == "the text is UTF-16")
  }

  @Test func deepNestingIsOneClearError() {
    let text = String(repeating: "[", count: 100_000)
    let error = #expect(throws: YAMLError.self) { try read(text) }
    #expect(error?.message == "lists and mappings are nested more than 128 deep")
    #expect(error?.range == Range(128, 128))
  }

  @Test func aBillionLaughsAreOneClearError() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: YAMLError.self) { try read(text) }
    #expect(error?.message == "the aliases stand for more than 100000 values")
  }

  @Test func nestingThroughAliasesIsLimited() {
    var text = "- &a0 [x]\n"
    for level in 1...200 { text += "- &a\(level) [*a\(level - 1)]\n" }
    let error = #expect(throws: YAMLError.self) { try read(text) }
    #expect(error?.message == "lists and mappings are nested more than 128 deep")
  }

  @Test func hostileTextsTakeLinearTime() throws {
    let count = 20_000
    let texts = [
      String(repeating: "%TAG !a! b\n", count: count), String(repeating: "a: 1\n", count: count),
      String(repeating: "a: \t@b\n", count: count),
      String(repeating: "'\\ud83d\\ude00': \n", count: count),
      String(repeating: "? ", count: count), String(repeating: "- ", count: count),
      "x: \"\\ud83d\\ude00\"\n" + String(repeating: "- '\\ud83d\\ude00'\n", count: count),
      "- &\(String(repeating: "a", count: count)) x\n- *\(String(repeating: "b", count: count))",
      String(repeating: "{a: ", count: count), String(repeating: "&a ", count: count),
      String(repeating: "\n", count: count) + "a: |\n" + String(repeating: "\n", count: count),
    ]
    let duration = ContinuousClock().measure {
      for text in texts {
        _ = try? read(text)
        _ = try? YAMLStream(parsing: Array(text.utf8), mode: .tolerant)
      }
    }
    // A quadratic step would take minutes.
    #expect(duration < .seconds(20))
  }

  @Test func aTextThatIsTooLargeIsRefused() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLStream(parsing: Array("a: 1\n".utf8), limits: YAMLLimits(bytes: 4))
    }
    #expect(error?.message == "the text has 5 bytes, more than the 4 that are read")
  }
}
