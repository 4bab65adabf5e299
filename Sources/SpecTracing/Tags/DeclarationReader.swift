/// Finds the declaration that a tag belongs to.
///
/// That is the one on the tag's own line; else the next one below, with nothing but comments, attributes
/// and one empty line between; else the function or titled block in whose first lines the tag stands. The
/// lines looked at for one tag are limited.
struct DeclarationReader {
  let lines: SourceLines
  /// For each line the last one above that is less indented, -1 for none; made when first asked for.
  private var outer: [Int32] = []
  /// What lines declare, each looked at once.
  private var known: [Int: DeclaredName?] = [:]
  /// Where the lines of tests are in a file of Robot Framework; made when first asked for.
  private var robotTests: Range<Int>??

  init(_ lines: SourceLines) {
    self.lines = lines
  }

  /// How far below a tag a declaration is looked for, with long comments and attributes between.
  private static let reachBelow = 40
  /// How many lines of a body, its documentation among them, belong to its beginning.
  private static let reachAbove = 12
  /// The most groups in each other that are named.
  private static let depthLimit = 32

  /// What a tag on a line, from 0, belongs to; `nil` where that cannot be told.
  mutating func declaration(atLine line: Int) -> TaggedDeclaration? {
    let own = lines.line(line)
    if !own.isComment, !own.starts("@spec"), case .test(let names)? = declared(line, own) {
      return made(names, at: line, own)
    }
    return below(line) ?? inside(line)
  }

  private mutating func below(_ tag: Int) -> TaggedDeclaration? {
    var titles: [String] = []
    var openBrackets = 0
    var blanks = 0
    let own = lines.line(tag)
    // The decorator that carries the tag may go on.
    if own.isAttribute { openBrackets = max(0, own.openBrackets) }
    for index in tag + 1..<max(tag + 1, min(tag + Self.reachBelow, lines.count)) {
      let line = lines.line(index)
      if openBrackets > 0 {
        openBrackets += line.openBrackets
        continue
      }
      if line.isBlank {
        blanks += 1
        guard blanks < 2 else { return nil }
        continue
      }
      if line.isComment || line.starts("*/") { continue }
      if let declared = declared(index, line) {
        guard case .test(let names) = declared else { return nil }
        return made(titles + Self.titles(line) + names, at: index, line)
      }
      guard line.isAttribute else { return nil }
      titles += Self.titles(line)
      openBrackets = max(0, line.openBrackets)
    }
    return nil
  }

  private mutating func inside(_ tag: Int) -> TaggedDeclaration? {
    let indent = lines.line(tag).indent
    for index in stride(from: tag - 1, through: max(0, tag - Self.reachAbove), by: -1) {
      let line = lines.line(index)
      if line.isBlank || line.indent >= indent {
        // Only its own documentation may stand between a function and the tag.
        if line.isBlank || line.isComment || isProse(line) { continue }
        return nil
      }
      guard case .test(let names)? = declared(index, line) else { return nil }
      return made(names + titlesAbove(index), at: index, line)
    }
    return nil
  }

  /// Whether a line is more likely text of a comment over several lines than code.
  private func isProse(_ line: SourceLine) -> Bool {
    guard let last = line.bytes.last else { return true }
    let isCode = line.bytes.contains { byte in
      byte == UInt8(ascii: "=") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ";")
    }
    return !isCode && last != UInt8(ascii: ":")
  }

  /// The titles that the attributes right above a line give.
  private func titlesAbove(_ line: Int) -> [String] {
    var titles: [String] = []
    for index in stride(from: line - 1, through: max(0, line - 4), by: -1) {
      let above = lines.line(index)
      guard above.isAttribute else { break }
      titles += Self.titles(above)
    }
    return titles + Self.titles(lines.line(line))
  }

  /// The titles in attributes: `@Test("title")`, `@DisplayName("title")`, `[Fact(DisplayName = "title")]`.
  private static func titles(_ line: SourceLine) -> [String] {
    guard line.starts("@Test") || line.starts("@DisplayName") || line.starts("[") else { return [] }
    let tokens = LineTokens(line.bytes)
    var titles: [String] = []
    for index in 0..<tokens.count {
      guard let word = tokens.word(index), word == "Test" || word == "DisplayName" else { continue }
      let next = tokens.isMark(index + 1, "(") || tokens.isMark(index + 1, "=") ? index + 2 : index
      if case .quoted(let title, _)? = tokens[next], !title.isEmpty { titles.append(title) }
    }
    return titles
  }

  private mutating func made(_ names: [String], at index: Int, _ line: SourceLine)
    -> TaggedDeclaration
  {
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    return TaggedDeclaration(
      names: unique, line: index + 1, enclosing: enclosing(index, line.indent))
  }

  /// The types and groups around a line, by what is less and less indented above it.
  private mutating func enclosing(_ index: Int, _ indent: Int) -> [String] {
    guard indent > 0 else { return [] }
    if outer.isEmpty { outer = outerLines() }
    var found: [String] = []
    var index = Int(outer[index])
    for _ in 0..<Self.depthLimit where index >= 0 {
      if case .scope(let name)? = declared(index, lines.line(index)) { found.append(name) }
      index = Int(outer[index])
    }
    return found
  }

  private mutating func declared(_ index: Int, _ line: SourceLine) -> DeclaredName? {
    if let declared = known[index] { return declared }
    let declared =
      if let tests = testsOfRobot() {
        tests.contains(index) ? robotTest(line) : nil
      } else {
        DeclaredName(line) ?? table(index, line)
      }
    known[index] = declared
    return declared
  }

  /// A table of tests of which the title stands below it.
  private func table(_ index: Int, _ line: SourceLine) -> DeclaredName? {
    guard DeclaredName.opensTable(line) else { return nil }
    for below in index + 1..<max(index + 1, min(index + Self.reachBelow, lines.count)) {
      let other = lines.line(below)
      if other.indent < line.indent { return nil }
      if let title = DeclaredName.tableTitle(other.bytes) { return .test([title]) }
    }
    return nil
  }

  /// The lines below `*** Test Cases ***`, `nil` where there are none; linear, and done once.
  private mutating func testsOfRobot() -> Range<Int>? {
    if let robotTests { return robotTests }
    var found: Range<Int>?
    for index in 0..<lines.count {
      let line = lines.line(index)
      guard line.starts("***") else { continue }
      if let tests = found {
        found = tests.lowerBound..<index
        break
      }
      if line.starts("*** Test Case") || line.starts("*** Task") { found = index + 1..<lines.count }
    }
    robotTests = .some(found)
    return found
  }

  /// What begins a line there is the name of a test, up to two blanks.
  private func robotTest(_ line: SourceLine) -> DeclaredName? {
    guard line.indent == 0, !line.isBlank, !line.isComment else { return nil }
    let text = String(decoding: line.bytes, as: UTF8.self)
    let name = text.firstRange(of: "  ").map { text[..<$0.lowerBound] } ?? text[...]
    return .test([String(name)])
  }

  /// Linear in the lines; brackets alone, blank lines and comments surround nothing, and nobody asks what
  /// is around them.
  private func outerLines() -> [Int32] {
    var outer = [Int32](repeating: -1, count: lines.count)
    var open: [(line: Int, indent: Int)] = []
    for index in 0..<lines.count {
      let line = lines.line(index)
      guard !line.isBlank, !line.isComment, line.bytes.count > 2 else { continue }
      while let last = open.last, last.indent >= line.indent { open.removeLast() }
      outer[index] = Int32(truncatingIfNeeded: open.last?.line ?? -1)
      open.append((index, line.indent))
    }
    return outer
  }
}
