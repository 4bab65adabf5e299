package import Diagnostics

extension OpenSpecDocument {
  /// Reads a `spec.md`; never fails, and is linear in its bytes.
  package init(reading file: SourceFile) {
    let text = SpecText(file)
    self = text.bytes.withView { bytes in
      var reader = OpenSpecReader(text, bytes)
      for line in text.lines { reader.read(line) }
      return reader.document
    }
  }

  fileprivate init(empty text: SpecText) {
    self.text = text
  }
}

/// Reads the headings of a specification and what stands below them, line by line.
private struct OpenSpecReader {
  private(set) var document: OpenSpecDocument
  private let bytes: ByteView
  /// The section that the lines belong to; any other heading of its level ends it.
  private var section: Int?
  /// Whether the lines belong to the last requirement.
  private var isInRequirement = false
  /// Whether they belong to its last scenario.
  private var isInScenario = false

  init(_ text: SpecText, _ bytes: ByteView) {
    document = OpenSpecDocument(empty: text)
    self.bytes = bytes
  }

  mutating func read(_ line: TextLine) {
    switch line.kind {
    case .heading(let level): readHeading(line, Int(level))
    case .text, .tableRow, .code: readText(line)
    case .blank, .comment: break
    }
  }

  // MARK: Headings

  private mutating func readHeading(_ line: TextLine, _ level: Int) {
    var cursor = Cursor(bytes, line)
    while cursor.skip(UInt8(ascii: "#")) {}
    let marks = Range<Offset>(Int(line.textStart), cursor.position)
    cursor.skipBlanks()
    var word = cursor
    if word.skipWord("scenario"), word.skipColon() {
      return readScenario(line, level, marks)
    }
    if level == 3, word.position == cursor.position, word.skipWord("requirement"),
      word.skipColon()
    {
      word.skipBlanks()
      let title = Range<Offset>(word.position, Int(line.end))
      document.requirements.append(
        .init(
          title: Located(document.text.text(title), at: title), range: line.range,
          section: section))
      if let section { document.sections[section].hasText = true }
      (isInRequirement, isInScenario) = (true, false)
      return
    }
    if level <= 3 { (isInRequirement, isInScenario) = (false, false) }
    if level == 4, isInRequirement, let last = document.requirements.indices.last {
      // OpenSpec itself takes every heading of this level for a scenario.
      document.requirements[last].hasOtherHeadings = true
    }
    guard level <= 2 else { return }
    section = nil
    if level == 2, let found = found(cursor, line) {
      document.sections.append(found)
      section = document.sections.count - 1
    }
  }

  /// The section that a heading opens.
  private func found(_ start: Cursor, _ line: TextLine) -> OpenSpecDocument.Section? {
    var cursor = start
    if cursor.skipWord("requirements"), cursor.isAtEnd {
      return .init(operation: nil, range: line.range)
    }
    let operations: [(StaticString, OpenSpecDocument.Operation)] = [
      ("added", .added), ("modified", .modified), ("removed", .removed), ("renamed", .renamed),
    ]
    for (word, operation) in operations {
      cursor = start
      guard cursor.skipWord(word) else { continue }
      cursor.skipBlanks()
      guard cursor.skipWord("requirements") else { continue }
      return .init(operation: operation, range: line.range)
    }
    return nil
  }

  private mutating func readScenario(_ line: TextLine, _ level: Int, _ marks: Range<Offset>) {
    guard isInRequirement, let last = document.requirements.indices.last else { return }
    if level == 4 {
      document.requirements[last].scenarios.append(.init(range: line.range))
      isInScenario = true
    } else {
      document.almostScenarios.append(.init(range: line.range, marks: marks))
      isInScenario = false
    }
  }

  // MARK: Text

  private mutating func readText(_ line: TextLine) {
    if let section {
      document.sections[section].hasText = true
      if line.kind == .text {
        switch document.sections[section].operation {
        case .renamed: readRenaming(line)
        case .removed: readRemoval(line)
        case .added, .modified, nil: break
        }
      }
    }
    guard isInRequirement, let last = document.requirements.indices.last else { return }
    if isInScenario, let scenario = document.requirements[last].scenarios.indices.last {
      document.requirements[last].scenarios[scenario].hasText = true
      if line.kind == .text { note(line, in: &document.requirements[last].scenarios[scenario]) }
      return
    }
    if line.kind == .text, isAlmostScenario(line) {
      document.almostScenarios.append(.init(range: line.range, marks: nil))
    }
    document.requirements[last].hasText = true
    if line.kind != .code, saysShall(line) { document.requirements[last].isNormative = true }
  }

  /// Whether a line is `**Scenario: …**` or `- Scenario: …`.
  private func isAlmostScenario(_ line: TextLine) -> Bool {
    var cursor = Cursor(bytes, line)
    let isBulleted = cursor.skipBullet()
    let start = cursor.position
    while cursor.current.isEmphasis { cursor.position += 1 }
    let isBold = cursor.position > start + 1
    guard isBulleted || isBold, cursor.skipWord("scenario") else { return false }
    while cursor.current.isEmphasis { cursor.position += 1 }
    return cursor.skipColon()
  }

  /// Notes whether an item begins with WHEN or THEN, in bold or not.
  private func note(_ line: TextLine, in scenario: inout OpenSpecDocument.Scenario) {
    var cursor = Cursor(bytes, line)
    _ = cursor.skipBullet()
    while cursor.current.isEmphasis || cursor.current.isBlank { cursor.position += 1 }
    var word = cursor
    if word.skipWord("when"), !word.current.isLetter { scenario.hasWhen = true }
    word = cursor
    if word.skipWord("then"), !word.current.isLetter { scenario.hasThen = true }
  }

  private func saysShall(_ line: TextLine) -> Bool {
    var cursor = Cursor(bytes, line)
    var before: UInt8 = 0
    while !cursor.isAtEnd {
      var word = cursor
      if !before.isLetter, word.skip("SHALL") || word.skip("MUST"), !word.current.isLetter {
        return true
      }
      before = cursor.current
      cursor.position += 1
    }
    return false
  }

  private mutating func readRenaming(_ line: TextLine) {
    var cursor = Cursor(bytes, line)
    _ = cursor.skipBullet()
    while cursor.current.isEmphasis { cursor.position += 1 }
    let isOld: Bool
    if cursor.skip("FROM") {
      isOld = true
    } else if cursor.skip("TO") {
      isOld = false
    } else {
      return
    }
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard cursor.skipColon() else { return }
    let range = title(&cursor).range
    document.renamings.append(
      .init(isOld: isOld, title: Located(document.text.text(range), at: range)))
  }

  /// Reads ``- `### Requirement: Title` `` below REMOVED, which names a requirement as a heading does.
  private mutating func readRemoval(_ line: TextLine) {
    var cursor = Cursor(bytes, line)
    guard cursor.skipBullet() else { return }
    let title = title(&cursor)
    guard title.isNamed, !title.range.isEmpty else { return }
    document.requirements.append(
      .init(
        title: Located(document.text.text(title.range), at: title.range), range: line.range,
        section: section))
    (isInRequirement, isInScenario) = (false, false)
  }

  /// The title on the rest of a line, without marks around it, and whether `Requirement:` stands in
  /// front of it.
  private func title(_ cursor: inout Cursor) -> (range: Range<Offset>, isNamed: Bool) {
    func isAround(_ byte: UInt8) -> Bool {
      byte.isBlank || byte.isEmphasis || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "#")
    }
    while isAround(cursor.current) { cursor.position += 1 }
    var word = cursor
    let isNamed = word.skipWord("requirement") && word.skipColon()
    if isNamed {
      word.skipBlanks()
      cursor = word
    }
    var end = cursor.end
    while end > cursor.position, isAround(bytes[end - 1]) { end -= 1 }
    return (Range<Offset>(cursor.position, end), isNamed)
  }
}
