/// A line that could make a requirement.
struct RequirementCandidate {
  var line: Int
  var form: Requirement.Form
  /// The level of a heading; of the other forms the indent.
  var depth: Int
  var id: String
  var idSpan: Range<Int>
  var family: RequirementFamily
  var title: Range<Int>
  /// The last number of a heading that stands for several: 31 of `要件21-31`.
  var lastOfSeveral: Int?
  /// Whether the heading says `Requirement` or the like in front of the number.
  var hasNoun = false
  /// Whether the line stands below a heading such as `## Risks`.
  var isInSecondarySection = false
  /// Whether a story or criteria stand below it; only found out for numbered headings.
  var hasEvidence = false
}

/// Finds the lines that could make a requirement; linear in the bytes.
struct RequirementCandidateReader {
  let bytes: ByteView
  let lines: [TextLine]
  private(set) var candidates: [RequirementCandidate] = []
  private(set) var title: Range<Int>?
  /// Whether headings without an id make requirements when clauses such as `1.1 WHEN …` follow, as
  /// in `bugfix.md`.
  private let readsClauses: Bool
  /// The last heading without an id, for the clauses below it.
  private var openHeading: (line: Int, depth: Int, title: Range<Int>)?

  /// The level of the heading that opened the part of risks, tests and the like.
  private var secondaryLevel: Int?
  /// The numbered heading whose evidence is being looked for.
  private var openNumber: Int?

  init(bytes: ByteView, lines: [TextLine], readsClauses: Bool) {
    self.readsClauses = readsClauses
    self.bytes = bytes
    self.lines = lines
  }

  mutating func read() {
    for index in lines.indices {
      let line = lines[index]
      switch line.kind {
      case .blank, .code, .comment: continue
      case .heading(let level): readHeading(index, line, level: Int(level))
      case .tableRow: readRow(index, line)
      case .text: readText(index, line)
      }
    }
  }

  // MARK: Headings

  private mutating func readHeading(_ index: Int, _ line: TextLine, level: Int) {
    var cursor = Cursor(bytes, line)
    while cursor.skip(UInt8(ascii: "#")) {}
    cursor.skipDecoration()
    let text = cursor.position..<headingEnd(cursor)
    if title == nil { title = text }
    if let secondary = secondaryLevel, level <= secondary { secondaryLevel = nil }
    if var candidate = identified(cursor, index, form: .heading, depth: level),
      level > 1 || candidate.family.role == .functional
    {
      candidate.isInSecondarySection = secondaryLevel != nil && !candidate.hasNoun
      openNumber = nil
      candidates.append(candidate)
      if candidate.family.role == .number {
        openNumber = candidates.count - 1
        if RequirementWords.isSecondarySection(bytes, candidate.title), secondaryLevel == nil {
          secondaryLevel = level
        }
      }
      return
    }
    if readsClauses { openHeading = (index, level, text) }
    var label = cursor
    if let found = RequirementWords.skipLabel(&label), found == .criteria || found == .story {
      noteEvidence()
      return
    }
    if let open = openNumber, level <= candidates[open].depth { openNumber = nil }
    if level > 1, secondaryLevel == nil, RequirementWords.isSecondarySection(bytes, text) {
      secondaryLevel = level
    }
  }

  private func headingEnd(_ cursor: Cursor) -> Int {
    var end = cursor.end
    while end > cursor.position,
      bytes[end - 1] == UInt8(ascii: "#") || bytes[end - 1].isBlank
        || bytes[end - 1].isEmphasis
    {
      end -= 1
    }
    return end
  }

  private mutating func noteEvidence() {
    if let open = openNumber { candidates[open].hasEvidence = true }
  }

  // MARK: Text

  private mutating func readText(_ index: Int, _ line: TextLine) {
    let start = Int(line.textStart)
    let first = bytes[start]
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      var cursor = Cursor(bytes, line)
      if cursor.skipBullet() {
        readBullet(index, line, cursor)
      } else if first == UInt8(ascii: "*"), cursor.peek(1) == first {
        readParagraph(index, line, cursor)
      }
    case let byte where byte.isDigit:
      if openNumber != nil { readNumberedLine(line) }
      if openHeading != nil { readClause(line) }
    case let byte where byte.isUppercase:
      let cursor = Cursor(bytes, line)
      if second(start, line.end).isUppercase || second(start, line.end).isDigit
        || second(start, line.end) == UInt8(ascii: "-")
      {
        appendLettered(index, line, cursor, form: .paragraph)
      }
      if openNumber != nil { readLabel(cursor) }
    default:
      if openNumber != nil, first >= 0x80 { readLabel(Cursor(bytes, line)) }
    }
  }

  private func second(_ start: Int, _ end: Int32) -> UInt8 {
    start + 1 < Int(end) ? bytes[start + 1] : 0
  }

  private mutating func readBullet(_ index: Int, _ line: TextLine, _ cursor: Cursor) {
    var cursor = cursor
    _ = cursor.skipCheckbox()
    if cursor.current.isEmphasis || cursor.current.isUppercase || cursor.current == 0x5B {
      appendLettered(index, line, cursor, form: .bullet)
    }
    if openNumber != nil {
      while cursor.current.isEmphasis { cursor.position += 1 }
      readLabel(cursor)
    }
  }

  private mutating func readParagraph(_ index: Int, _ line: TextLine, _ cursor: Cursor) {
    var inner = cursor
    while inner.current.isEmphasis { inner.position += 1 }
    if inner.current.isUppercase || inner.current == 0x5B || inner.current >= 0xC3 {
      if let candidate = identified(
        inner, index, form: .paragraph, depth: Int(line.indent), needsSeparator: true)
      {
        append(candidate)
        return
      }
    }
    if openNumber != nil { readLabel(inner) }
  }

  /// A bullet or paragraph whose id has letters and ends in a colon or with the emphasis around it.
  private mutating func appendLettered(
    _ index: Int, _ line: TextLine, _ cursor: Cursor, form: Requirement.Form
  ) {
    var inner = cursor
    while inner.current.isEmphasis { inner.position += 1 }
    let isEmphasised = inner.position > cursor.position
    guard inner.current.isUppercase || inner.current == 0x5B else { return }
    var attempt = inner
    guard let found = attempt.scanIdentifier(), !found.prefix.isEmpty else { return }
    var behind = inner
    behind.position = found.range.upperBound
    let closes = isEmphasised && behind.current.isEmphasis
    guard found.certainty == .certain || closes else { return }
    if form == .paragraph, !isEmphasised, !endsInColon(behind) { return }
    append(
      RequirementCandidate(
        line: index, form: form, depth: Int(line.indent), id: found.text, idSpan: found.range,
        family: RequirementFamily(of: found.text),
        title: titleSpan(bytes, found.range.upperBound..<Int(line.end))))
  }

  private func endsInColon(_ cursor: Cursor) -> Bool {
    var cursor = cursor
    return cursor.skipColon()
  }

  private mutating func append(_ candidate: RequirementCandidate) {
    var candidate = candidate
    candidate.isInSecondarySection = secondaryLevel != nil
    candidates.append(candidate)
  }

  // MARK: Evidence

  private mutating func readLabel(_ cursor: Cursor) {
    var cursor = cursor
    switch RequirementWords.skipLabel(&cursor) {
    case .criteria, .story: noteEvidence()
    default: break
    }
  }

  /// A numbered line speaks for the heading above when it is written as a criterion.
  private mutating func readNumberedLine(_ line: TextLine) {
    guard let open = openNumber, !candidates[open].hasEvidence else { return }
    if CriterionModal.isPresent(in: bytes, Int(line.textStart)..<Int(line.end), strictly: true) {
      noteEvidence()
    }
  }

  /// The first clause below a heading says which number the heading has.
  private mutating func readClause(_ line: TextLine) {
    guard let heading = openHeading, let item = CriterionItem(bytes, line),
      let address = item.address
    else { return }
    openHeading = nil
    let id = bytes[address].prefix { $0.isDigit }
    var candidate = RequirementCandidate(
      line: heading.line, form: .heading, depth: heading.depth,
      id: String(decoding: id, as: UTF8.self),
      idSpan: heading.title, family: .noun, title: heading.title)
    candidate.hasNoun = true
    // What is wrong today is nothing that a task delivers.
    candidate.isInSecondarySection = RequirementWords.isDefect(bytes, heading.title)
    candidates.append(candidate)
  }

  // MARK: Tables

  private mutating func readRow(_ index: Int, _ line: TextLine) {
    var cursor = Cursor(bytes, line)
    _ = cursor.skip(UInt8(ascii: "|"))
    cursor.skipBlanks()
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard cursor.current.isUppercase, let found = cursor.scanIdentifier(), !found.prefix.isEmpty
    else { return }
    cursor.position = found.range.upperBound
    while cursor.current.isEmphasis || cursor.current.isBlank { cursor.position += 1 }
    guard cursor.skip(UInt8(ascii: "|")) else { return }
    cursor.skipBlanks()
    let start = cursor.position
    while !cursor.isAtEnd, cursor.current != UInt8(ascii: "|") { cursor.position += 1 }
    append(
      RequirementCandidate(
        line: index, form: .tableRow, depth: Int(line.indent), id: found.text,
        idSpan: found.range, family: RequirementFamily(of: found.text),
        title: titleSpan(bytes, start..<cursor.position)))
  }

  // MARK: Ids

  /// Reads `Requirement 1: Title`, `FR-1: Title`, `1.1 Title` at the position.
  private func identified(
    _ cursor: Cursor, _ index: Int, form: Requirement.Form, depth: Int,
    needsSeparator: Bool = false
  ) -> RequirementCandidate? {
    var cursor = cursor
    let start = cursor.position
    if let family = RequirementWords.skipNoun(&cursor) {
      return counted(&cursor, start, family, index, form, depth)
    }
    if let lettered = spaced(cursor, index, form, depth) { return lettered }
    guard let found = cursor.scanIdentifier() else { return nil }
    let isNumber = found.prefix.isEmpty
    if isNumber, form != .heading { return nil }
    if needsSeparator {
      var behind = cursor
      behind.position = found.range.upperBound
      guard found.certainty == .certain || behind.current.isEmphasis || startsTitle(behind) else {
        return nil
      }
    }
    let end = form == .heading ? headingEnd(cursor) : cursor.end
    return RequirementCandidate(
      line: index, form: form, depth: depth, id: found.text, idSpan: found.range,
      family: isNumber ? .number : RequirementFamily(of: found.text),
      title: titleSpan(bytes, found.range.upperBound..<max(end, found.range.upperBound)))
  }

  /// The number behind a noun: `Requirement 1`, `需求 1.2：`, `Requirement FR-1:`.
  private func counted(
    _ cursor: inout Cursor, _ start: Int, _ family: RequirementFamily, _ index: Int,
    _ form: Requirement.Form, _ depth: Int
  ) -> RequirementCandidate? {
    if cursor.current.isLowercase { return nil }
    while cursor.current.isEmphasis { cursor.position += 1 }
    cursor.skipBlanks()
    _ = cursor.skip(UInt8(ascii: "#"))
    if cursor.skip(UInt8(ascii: "-")) || cursor.skipColon() { cursor.skipBlanks() }
    guard let (found, last) = several(&cursor) else { return nil }
    let isLettered = !found.prefix.isEmpty
    let own = isLettered ? RequirementFamily(of: found.text) : family
    let id = isLettered || family.name.isEmpty ? found.text : family.name + "-" + found.text
    let end = form == .heading ? headingEnd(cursor) : cursor.end
    var candidate = RequirementCandidate(
      line: index, form: form, depth: depth, id: id, idSpan: found.range, family: own,
      title: titleSpan(bytes, found.range.upperBound..<max(end, found.range.upperBound)))
    candidate.hasNoun = family.role == .functional
    candidate.lastOfSeveral = last
    return candidate
  }

  /// One id, or the first of `21-31` and the number of the last.
  private func several(_ cursor: inout Cursor) -> (first: ScannedIdentifier, last: Int?)? {
    if let found = cursor.scanIdentifier(followsWord: true) { return (found, nil) }
    let start = cursor.position
    while cursor.current.isDigit, cursor.position - start < 5 { cursor.position += 1 }
    let end = cursor.position
    guard end > start, cursor.skip(UInt8(ascii: "-")) || cursor.skip("–") else { return nil }
    let lastStart = cursor.position
    while cursor.current.isDigit, cursor.position - lastStart < 5 { cursor.position += 1 }
    let first = String(decoding: bytes[start..<end], as: UTF8.self)
    let last = String(decoding: bytes[lastStart..<cursor.position], as: UTF8.self)
    guard let last = Int(last) else { return nil }
    return (
      ScannedIdentifier(
        text: first, range: start..<cursor.position, certainty: .certain, prefix: ""), last
    )
  }

  /// `FR 1: Title` and `US 2 — Title`: known letters, a blank and a number.
  private func spaced(
    _ cursor: Cursor, _ index: Int, _ form: Requirement.Form, _ depth: Int
  ) -> RequirementCandidate? {
    var cursor = cursor
    let start = cursor.position
    while cursor.current.isLetter, cursor.position - start < 6 { cursor.position += 1 }
    guard cursor.position > start, cursor.current == 0x20, cursor.peek(1).isDigit else {
      return nil
    }
    let letters = String(decoding: bytes[start..<cursor.position], as: UTF8.self).uppercased()
    let family = RequirementFamily(of: letters)
    guard [.functional, .quality, .story].contains(family.role) else { return nil }
    cursor.skipBlanks()
    guard let found = cursor.scanIdentifier(followsWord: true) else { return nil }
    let end = form == .heading ? headingEnd(cursor) : cursor.end
    return RequirementCandidate(
      line: index, form: form, depth: depth, id: letters + "-" + found.text,
      idSpan: start..<found.range.upperBound, family: family,
      title: titleSpan(bytes, found.range.upperBound..<max(end, found.range.upperBound)))
  }

  private func startsTitle(_ cursor: Cursor) -> Bool {
    var cursor = cursor
    cursor.skipBlanks()
    return cursor.skip("—") || cursor.skip("–")
      || cursor.current == UInt8(ascii: "-")
        && cursor.peek(1).isBlank
  }

  /// The span without separators and emphasis at its ends.
  private func titleSpan(_ bytes: ByteView, _ range: Range<Int>) -> Range<Int> {
    var cursor = Cursor(bytes, range)
    while true {
      let before = cursor.position
      cursor.skipBlanks()
      while cursor.current.isEmphasis { cursor.position += 1 }
      if cursor.skipSeparator() || cursor.skip("—") || cursor.skip("–") || cursor.skip("―") {
        continue
      }
      if cursor.current == UInt8(ascii: "-") || cursor.current == UInt8(ascii: "]") {
        cursor.position += 1
      }
      if cursor.position == before { break }
    }
    var end = range.upperBound
    while end > cursor.position, bytes[end - 1].isBlank || bytes[end - 1].isEmphasis { end -= 1 }
    return cursor.position..<end
  }
}

extension Cursor {
  /// Skips `[ ]`, `[x]` or another box of one character, and the blanks behind it.
  mutating func skipCheckbox() -> Bool {
    guard current == UInt8(ascii: "["), peek(2) == UInt8(ascii: "]"), peek(3).isBlank else {
      return false
    }
    position += 3
    skipBlanks()
    return true
  }
}
