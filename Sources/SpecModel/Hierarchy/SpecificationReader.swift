import Diagnostics

/// Reads what the specifications of modules and layers have in common, line by line.
///
/// Sections are begun by headings and by labels such as `**Depends On**:`. What is not understood is
/// left alone. Linear in the bytes.
struct SpecificationReader {
  private let text: SpecText
  private let bytes: ByteView

  private(set) var title: Located<String>?
  private(set) var responsibility: Located<String>?
  private(set) var dependencies: [ModuleReference] = []
  /// Whether a list of what is built on says that it is nothing.
  private(set) var declaresNothing = false
  private(set) var imports: [ModuleReference] = []
  private(set) var primaryFile: FileMention?
  private(set) var files: [FileMention] = []
  /// Headings that are the name of an agent.
  private(set) var agentHeadings: [ModuleReference] = []
  /// The lines below the first heading that announces tasks.
  private(set) var taskLines: Range<Int>?

  /// The headings that the line stands below, the innermost last.
  private var headings: [(level: UInt8, kind: SectionKind?)] = []
  /// What the label announces that the line stands below.
  private var label: SectionKind?
  private var codeIsForbidden = false
  private var openTasks: (level: UInt8, first: Int)?

  init(_ text: SpecText, _ bytes: ByteView) {
    self.text = text
    self.bytes = bytes
    for index in text.lines.indices { read(index) }
    closeTasks(before: text.lines.count)
  }

  /// What the section is that a line stands in; what a foreign heading covers is all foreign.
  private var kind: SectionKind? {
    var innermost: SectionKind?
    for heading in headings {
      if heading.kind == .foreign || heading.kind == .tasks { return heading.kind }
      innermost = heading.kind ?? innermost
    }
    return label ?? innermost
  }

  private mutating func read(_ index: Int) {
    let line = text.lines[index]
    switch line.kind {
    case .blank, .comment: break
    case .heading(let level): readHeading(line, level, index)
    case .code: readCode(line)
    case .tableRow: if kind == .dependencies { readRow(line) }
    case .text: readText(line)
    }
  }

  // MARK: Headings

  private mutating func readHeading(_ line: TextLine, _ level: UInt8, _ index: Int) {
    var cursor = Cursor(bytes, line)
    while cursor.skip(UInt8(ascii: "#")) {}
    cursor.skipBlanks()
    while cursor.current.isDigit || cursor.current == UInt8(ascii: ".") { cursor.position += 1 }
    cursor.skipDecoration()
    let words = trimmed(cursor.rest)
    if title == nil { title = located(words) }
    if ModuleName.isAgent(ArraySlice(bytes[words])) {
      agentHeadings.append(ModuleReference(.agent, string(words), at: range(words)))
    }
    headings.removeAll { $0.level >= level }
    if let open = openTasks, open.level >= level { closeTasks(before: index) }
    // Long headings announce nothing, and there may be many of them inside each other's text.
    let announced = words.count <= 80 ? SectionKind(string(words)) : nil
    headings.append((level, announced))
    label = nil
    if announced == .tasks, taskLines == nil, openTasks == nil, kind == .tasks {
      openTasks = (level, index + 1)
    }
  }

  private mutating func closeTasks(before line: Int) {
    guard let open = openTasks else { return }
    taskLines = open.first..<max(open.first, line)
    openTasks = nil
  }

  // MARK: Code

  private mutating func readCode(_ line: TextLine) {
    let span = Int(line.textStart)..<Int(line.end)
    let head = Cursor(bytes, span)
    if head.current == UInt8(ascii: "`") && head.peek(1) == UInt8(ascii: "`")
      || head.current == UInt8(ascii: "~") && head.peek(1) == UInt8(ascii: "~")
    {
      codeIsForbidden = false
      return
    }
    let section = kind
    guard section != .foreign, section != .tasks, span.count <= 1000 else { return }
    var code = span
    if let remark = ImportLine.remark(in: bytes, span) {
      let forbids = ImportLine.forbids(bytes, remark..<span.upperBound)
      if remark == span.lowerBound {
        codeIsForbidden = forbids ?? codeIsForbidden
        return
      }
      if forbids == true { return }
      code = span.lowerBound..<remark
    }
    guard !codeIsForbidden else { return }
    let found = ImportLine.references(in: bytes, code)
    if section == .dependencies {
      dependencies += found
      if found.isEmpty, let stub = declaredType(code) { dependencies.append(stub) }
    } else {
      imports += found
    }
  }

  /// The type that a line of code declares: under `Depends On` it is one that is built on.
  private func declaredType(_ code: Range<Int>) -> ModuleReference? {
    var cursor = Cursor(bytes, code)
    guard
      cursor.skip("class ") || cursor.skip("protocol ") || cursor.skip("interface ")
        || cursor.skip("trait ")
    else { return nil }
    cursor.skipBlanks()
    let start = cursor.position
    while cursor.current.isLetter || cursor.current.isDigit || cursor.current == UInt8(ascii: "_") {
      cursor.position += 1
    }
    guard cursor.position > start else { return nil }
    let name = start..<cursor.position
    return ModuleReference(.word, string(name), at: range(name))
  }

  // MARK: Text

  private mutating func readText(_ line: TextLine) {
    var cursor = Cursor(bytes, line)
    let isItem = skipListMark(&cursor)
    if let found = SpecificationLabel(cursor) {
      let announced = SectionKind(string(found.words))
      if announced != nil || !isItem { label = announced }
      if let announced, kind == announced {
        readValue(trimmed(found.rest), announced, label: string(found.words))
        return
      }
    } else if !isItem, label != nil, line.indent == 0, !isBelowLabel(line) {
      label = nil
    }
    guard let kind else { return }
    let rest = trimmed(cursor.rest)
    switch kind {
    case .dependencies:
      if isItem { readNames(beforeRemark(rest)) } else { readAgents(rest) }
    case .files:
      if isItem, let file = FileMentions.find(in: bytes, range(rest)).first { files.append(file) }
    case .responsibility:
      if responsibility == nil { responsibility = located(rest) }
    case .imports, .tasks, .foreign: break
    }
  }

  /// Whether a line of plain text goes on with what a label began: it follows it without a blank line.
  private func isBelowLabel(_ line: TextLine) -> Bool {
    guard line.start > 1 else { return false }
    var position = Int(line.start) - 1
    if bytes[position] == 0x0A, position > 0, bytes[position - 1] == 0x0D { position -= 1 }
    while position > 0, bytes[position - 1].isBlank { position -= 1 }
    return position > 0 && !bytes[position - 1].isLineBreak
  }

  private mutating func readValue(_ value: Range<Int>, _ kind: SectionKind, label: String) {
    guard !value.isEmpty else { return }
    switch kind {
    case .dependencies: readNames(value)
    case .files:
      let found = FileMentions.find(in: bytes, range(value))
      files += found
      if primaryFile == nil, ["module", "primary file", "file"].contains(label.lowercased()) {
        primaryFile = found.first
      }
    case .responsibility: if responsibility == nil { responsibility = located(value) }
    case .imports, .tasks, .foreign: break
    }
  }

  private mutating func readRow(_ line: TextLine) {
    var cursor = Cursor(bytes, line)
    _ = cursor.skip(UInt8(ascii: "|"))
    let start = cursor.position
    while !cursor.isAtEnd, cursor.current != UInt8(ascii: "|") { cursor.position += 1 }
    readNames(trimmed(start..<cursor.position))
  }

  // MARK: Names

  /// The names in a list with commas, or with `and` before the last.
  private mutating func readNames(_ list: Range<Int>) {
    var start = list.lowerBound
    var depth = 0
    for index in list {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ",") where depth <= 0, UInt8(ascii: ";") where depth <= 0:
        readConjunction(start..<index)
        start = index + 1
      default: break
      }
    }
    readConjunction(start..<list.upperBound)
  }

  private mutating func readConjunction(_ span: Range<Int>) {
    guard span.count <= 120 else { return }
    var start = span.lowerBound
    for index in span
    where bytes[index] == UInt8(ascii: "a") && span.upperBound - index > 4
      && bytes[index..<index + 4].elementsEqual("and ".utf8) && index > span.lowerBound
      && bytes[index - 1].isBlank
    {
      readName(start..<index)
      start = index + 4
    }
    readName(start..<span.upperBound)
  }

  private mutating func readName(_ span: Range<Int>) {
    let name = beforeRemark(trimmed(span))
    if SpecificationName.isNothing(bytes, name) { declaresNothing = true }
    if let reference = SpecificationName.reference(bytes, name) { dependencies.append(reference) }
  }

  /// The names of agents in a sentence.
  private mutating func readAgents(_ span: Range<Int>) {
    var start: Int?
    for index in span.lowerBound...span.upperBound {
      let isPart =
        index < span.upperBound
        && (bytes[index].isLetter || bytes[index].isDigit || bytes[index] == UInt8(ascii: "_"))
      if isPart {
        start = start ?? index
      } else if let first = start {
        if ModuleName.isAgent(ArraySlice(bytes[first..<index])) {
          let name = first..<index
          dependencies.append(ModuleReference(.agent, string(name), at: range(name)))
        }
        start = nil
      }
    }
  }

  // MARK: Spans

  private func skipListMark(_ cursor: inout Cursor) -> Bool {
    var attempt = cursor
    while attempt.current.isDigit { attempt.position += 1 }
    let isNumber = attempt.position > cursor.position
    let mark = attempt.current
    let isMark =
      isNumber
      ? mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
      : mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "+")
    guard isMark, attempt.peek(1).isBlank else { return false }
    cursor.position = attempt.position + 1
    cursor.skipBlanks()
    return true
  }

  /// A span up to a dash, a colon, an arrow or a parenthesis that begins a remark.
  private func beforeRemark(_ span: Range<Int>) -> Range<Int> {
    for index in span where index > span.lowerBound {
      let isDash =
        bytes[index - 1].isBlank
        && (bytes[index] == UInt8(ascii: "-") || bytes[index] == 0xE2)
      if isDash || bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "(") {
        return trimmed(span.lowerBound..<index)
      }
    }
    return span
  }

  private func trimmed(_ span: Range<Int>) -> Range<Int> {
    var (lower, upper) = (span.lowerBound, span.upperBound)
    while lower < upper, bytes[lower].isBlank { lower += 1 }
    while upper > lower, bytes[upper - 1].isBlank || bytes[upper - 1] == UInt8(ascii: "#") {
      upper -= 1
    }
    return lower..<upper
  }

  private func string(_ span: Range<Int>) -> String {
    String(decoding: bytes[span], as: UTF8.self)
  }

  private func range(_ span: Range<Int>) -> Range<Offset> {
    Range(span.lowerBound, span.upperBound)
  }

  private func located(_ span: Range<Int>) -> Located<String>? {
    span.isEmpty ? nil : Located(string(span), at: range(span))
  }
}
