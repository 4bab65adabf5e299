/// What one line of code declares, as far as that can be told without knowing the language.
enum DeclaredName: Equatable {
  /// A function or a titled block; what a runner may call it.
  case test([String])
  /// A type, a module or a titled group of tests.
  case scope(String)

  /// Words behind which the name of a function stands.
  private static let functionWords: Set<String> = [
    "func", "def", "fn", "function", "fun", "sub", "proc", "deftest", "defp", "method",
  ]
  /// Words behind which the name of a type or module stands.
  private static let scopeWords: Set<String> = [
    "class", "struct", "enum", "actor", "extension", "interface", "object", "mod", "module",
    "namespace", "trait", "impl", "defmodule", "record",
  ]
  /// Calls whose text is the title of a test.
  private static let testCalls: Set<String> = [
    "it", "test", "xit", "fit", "xtest", "specify", "scenario", "should", "property", "example",
  ]
  /// Calls whose text is the title of a group.
  private static let groupCalls: Set<String> = ["describe", "context", "suite", "feature"]
  /// Words that begin a statement and no declaration.
  private static let statementWords: Set<String> = [
    "if", "else", "for", "while", "switch", "return", "assert", "throw", "new", "await", "expect",
    "catch", "do", "try", "yield", "case", "let", "var", "const", "import", "from", "with", "elif",
    "using", "raise", "print", "guard", "defer", "delete", "package", "require", "include", "puts",
  ]

  init?(_ line: SourceLine) {
    if let titled = Self.gherkin(line) {
      self = titled
      return
    }
    let tokens = LineTokens(line.bytes)
    guard
      let found = Self.keyword(tokens) ?? Self.call(tokens, line.bytes) ?? Self.typed(tokens, line)
    else {
      return nil
    }
    self = found
  }

  /// `func name`, `async def name`, `class Name`.
  private static func keyword(_ tokens: LineTokens) -> DeclaredName? {
    for index in 0..<min(tokens.count, 24) {
      guard let word = tokens.word(index) else { continue }
      if functionWords.contains(word) {
        // `func (s *Suite) TestName(`: Go names the receiver first.
        var next = index + 1
        if tokens.isMark(next, "(") {
          while next < tokens.count, !tokens.isMark(next, ")") { next += 1 }
          next += 1
        }
        guard let name = tokens.name(next) else { continue }
        return .test([lastPart(name)])
      }
      if scopeWords.contains(word), let name = tokens.name(index + 1) {
        return .scope(lastPart(name))
      }
      if statementWords.contains(word) { return nil }
    }
    return nil
  }

  /// `it("title"`, `test "title" do`, `t.Run("title"`, `TEST(Suite, Name)`, `describe("title"`.
  private static func call(_ tokens: LineTokens, _ bytes: ArraySlice<UInt8>) -> DeclaredName? {
    // `@test "title"` is a test of bats.
    let start = tokens.isMark(0, "@") ? 1 : 0
    for index in start..<min(tokens.count, start + 3) {
      guard let whole = tokens.word(index) else { continue }
      let parts = whole.split(separator: ".").map(String.init)
      guard let first = parts.first, let last = parts.last else { continue }
      if testCalls.contains(first), last == "each" || last == "for" {
        return tableTitle(bytes).map { .test([$0]) }
      }
      let hasParenthesis = tokens.isMark(index + 1, "(")
      let next = hasParenthesis ? index + 2 : index + 1
      if isMacro(whole), hasParenthesis {
        if case .quoted(let title, _)? = tokens[next] { return .test([title]) }
        guard let name = tokens.word(next) else { continue }
        // Boost names what a test needs behind its name.
        if tokens.isMark(next + 1, ","), !whole.hasPrefix("BOOST_") {
          // `TEST(Suite, Name)`, `TEST_CASE_METHOD(Type, "title")`.
          if let second = tokens.word(next + 2) { return .test(["\(name).\(second)"]) }
          if case .quoted(let title, _)? = tokens[next + 2] {
            return .test(["\(name).\(title)"])
          }
        }
        return .test([name])
      }
      guard case .quoted(let title, _)? = tokens[next], !title.isEmpty else { continue }
      if testCalls.contains(first) || last == "Run" || last == "test" { return .test([title]) }
      if groupCalls.contains(first) || groupCalls.contains(last) { return .scope(title) }
    }
    return nil
  }

  /// Whether a table of tests begins whose title stands in a later line: `it.each([`.
  static func opensTable(_ line: SourceLine) -> Bool {
    guard let word = LineTokens(line.bytes.prefix(40)).word(0) else { return false }
    let parts = word.split(separator: ".").map(String.init)
    guard let first = parts.first, testCalls.contains(first) else { return false }
    return parts.last == "each" || parts.last == "for"
  }

  /// The title behind a table: `])("title"`, or with a backtick in front.
  static func tableTitle(_ bytes: ArraySlice<UInt8>) -> String? {
    var place = bytes.startIndex
    while place + 2 < bytes.endIndex {
      defer { place += 1 }
      guard bytes[place] == UInt8(ascii: ")") || bytes[place] == UInt8(ascii: "`"),
        bytes[place + 1] == UInt8(ascii: "(")
      else { continue }
      if case .quoted(let title, _)? = LineTokens(bytes[(place + 2)...])[0] { return title }
    }
    return nil
  }

  /// `TEST_F`, `TEST_CASE`, `BOOST_AUTO_TEST_CASE`.
  private static func isMacro(_ word: String) -> Bool {
    (word.hasPrefix("TEST") || word.contains("_TEST") || word == "SCENARIO")
      && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }
  }

  /// `public void name(`: a word or more, a name, a parenthesis, and no statement.
  private static func typed(_ tokens: LineTokens, _ line: SourceLine) -> DeclaredName? {
    guard let end = line.bytes.last,
      end == UInt8(ascii: "{") || end == UInt8(ascii: ")") || end == UInt8(ascii: "(")
        || end == UInt8(ascii: ",") || end == UInt8(ascii: "}") || end.isNameEnd
    else { return nil }
    for index in 0..<tokens.count {
      switch tokens[index] {
      case .word(let word)?:
        if statementWords.contains(word) { return nil }
        guard tokens.isMark(index + 1, "(") else { continue }
        guard index > 0, isTypeEnd(tokens[index - 1]) else { return nil }
        return .test([lastPart(word)])
      case .mark(let mark)?
      where mark == UInt8(ascii: "<") || mark == UInt8(ascii: ">") || mark == UInt8(ascii: "*")
        || mark == UInt8(ascii: "&") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: "[")
        || mark == UInt8(ascii: "]") || mark == UInt8(ascii: "?"):
        continue
      default: return nil
      }
    }
    return nil
  }

  private static func isTypeEnd(_ token: LineTokens.Token?) -> Bool {
    switch token {
    case .word?: true
    case .mark(let mark)?:
      mark == UInt8(ascii: ">") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "&")
        || mark == UInt8(ascii: "]") || mark == UInt8(ascii: "?")
    default: false
    }
  }

  /// `Scenario: title` and `Feature: title`.
  private static func gherkin(_ line: SourceLine) -> DeclaredName? {
    for (word, isGroup) in [
      ("Scenario Outline:", false), ("Scenario:", false), ("Example:", false), ("Feature:", true),
      ("Rule:", true),
    ] {
      guard line.bytes.starts(with: word.utf8) else { continue }
      let rest = line.bytes.dropFirst(word.utf8.count).drop { $0 == 0x20 || $0 == 0x09 }
      let title = String(decoding: rest, as: UTF8.self)
      guard !title.isEmpty else { return nil }
      return isGroup ? .scope(title) : .test([title])
    }
    return nil
  }

  private static func lastPart(_ name: String) -> String {
    guard let cut = name.lastIndex(where: { $0 == "." || $0 == ":" }) else { return name }
    return String(name[name.index(after: cut)...])
  }
}

extension UInt8 {
  /// Whether a line that ends so may go on: a name of `throws IOException`.
  fileprivate var isNameEnd: Bool {
    (0x41...0x5A).contains(self & ~0x20)
  }
}
