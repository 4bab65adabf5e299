import Diagnostics

/// Makes the requirements of a document from its candidates and the roles chosen for them.
struct RequirementBuilder {
  let text: SpecText
  let candidates: [RequirementCandidate]
  let choice: RequirementChoice

  private(set) var requirements: [Requirement] = []

  private let bytes: ByteView
  /// The requirement whose lines are being read.
  private var current: Current?
  /// The end of the last line that belongs to the current requirement.
  private var lastEnd = 0

  private struct Current {
    var index: Int
    var form: Requirement.Form
    var depth: Int
  }
  /// The criteria of the current requirement; kept apart so that they are changed in place.
  private var list: CriterionList

  init(
    text: SpecText, bytes: ByteView, candidates: [RequirementCandidate],
    choice: RequirementChoice
  ) {
    self.text = text
    self.candidates = candidates
    self.choice = choice
    self.bytes = bytes
    list = CriterionList(bytes: bytes, requirementID: "")
  }

  mutating func build() {
    var next = 0
    for index in text.lines.indices {
      var candidate: Int?
      if next < candidates.count, candidates[next].line == index {
        if choice.roles[next] != .nothing { candidate = next }
        next += 1
      }
      let line = text.lines[index]
      if let candidate {
        define(candidate, line)
      } else if current != nil {
        read(line)
      }
    }
    finish()
    var revision = RequirementRevision(bytes: bytes, requirements: requirements)
    revision.revise()
    requirements = revision.requirements
  }

  // MARK: Definitions

  private mutating func define(_ index: Int, _ line: TextLine) {
    let candidate = candidates[index]
    if let current, isPart(candidate, of: current, role: choice.roles[index]) {
      list.identified(candidate, line)
      lastEnd = Int(line.end)
      return
    }
    // A one-line statement within a heading's requirement does not end that requirement.
    let isLine = candidate.form == .bullet || candidate.form == .tableRow
    let staysOpen =
      isLine && current.map { $0.form == .heading || $0.form == .paragraph } ?? false
    var requirement = requirement(candidate, line)
    requirement.isSecondary = choice.roles[index] != .requirement
    if let current, isInside(candidate, current) {
      requirement.parent = current.index
      if !isLine { requirements[current.index].expectsCriteria = false }
    }
    if staysOpen {
      requirements.append(requirement)
      lastEnd = Int(line.end)
      return
    }
    if requirement.parent == nil, let current { requirement.parent = ancestor(candidate, current) }
    finish()
    requirements.append(requirement)
    current = Current(
      index: requirements.count - 1, form: candidate.form, depth: candidate.depth)
    list = CriterionList(bytes: bytes, requirementID: requirement.id)
    lastEnd = Int(line.end)
  }

  /// Whether a candidate is a criterion of the open requirement: `AC-1`, or `FR-1.2` below `FR-1`.
  private func isPart(
    _ candidate: RequirementCandidate, of current: Current, role: RequirementChoice.Role
  ) -> Bool {
    if candidate.form == .heading, current.form != .heading || candidate.depth <= current.depth {
      return false
    }
    if candidate.form == .tableRow, current.form != .tableRow { return false }
    let own = requirements[current.index].id
    if candidate.family.role == .number { return false }
    if role == .criterion, !RequirementRevision.isLoose(requirements[current.index]) { return true }
    if candidate.form == .heading { return false }
    let id = candidate.id.utf8
    return id.count > own.utf8.count + 1 && candidate.id.utf8.starts(with: own.utf8)
      && !(id.dropFirst(own.utf8.count).first?.isDigit ?? true)
  }

  /// Whether a candidate stands within what the open requirement covers.
  private func isInside(_ candidate: RequirementCandidate, _ current: Current) -> Bool {
    switch (candidate.form, current.form) {
    case (.heading, .heading): candidate.depth > current.depth
    case (.heading, _): false
    case (_, .heading): true
    case (.paragraph, _): false
    case (_, .paragraph): true
    default: candidate.depth > current.depth
    }
  }

  /// The requirement around the open one in which a candidate on the same level stands too.
  private func ancestor(_ candidate: RequirementCandidate, _ current: Current) -> Int? {
    var parent = requirements[current.index].parent
    while let index = parent {
      let outer = requirements[index]
      if candidate.form != .heading { return index }
      if outer.form == .heading, RequirementRevision.level(of: outer, in: bytes) < candidate.depth {
        return index
      }
      parent = outer.parent
    }
    return nil
  }

  private func requirement(_ candidate: RequirementCandidate, _ line: TextLine) -> Requirement {
    let aliases = RequirementAliases.read(bytes, candidate)
    let title = aliases.title
    var requirement = Requirement(
      id: candidate.id,
      idRange: Range(candidate.idSpan.lowerBound, candidate.idSpan.upperBound),
      form: candidate.form, title: text.text(Range(title.lowerBound, title.upperBound)),
      titleRange: Range(title.lowerBound, title.upperBound), range: line.range,
      block: line.range)
    requirement.aliases = aliases.ids
    requirement.lastOfSeveral = candidate.lastOfSeveral
    requirement.expectsCriteria =
      candidate.form == .heading
      && [.functional, .story, .number].contains(candidate.family.role)
    return requirement
  }

  private mutating func finish() {
    guard let current else { return }
    requirements[current.index].criteria = list.criteria
    let start = requirements[current.index].range.lowerBound
    requirements[current.index].block = start..<Offset(max(lastEnd, start.utf8))
    self.current = nil
  }

  // MARK: Lines

  private mutating func read(_ line: TextLine) {
    guard let open = current else { return }
    switch line.kind {
    case .blank:
      list.blank()
      return
    case .comment:
      return
    case .code, .tableRow:
      if open.form == .bullet || open.form == .tableRow, Int(line.indent) <= open.depth {
        finish()
        return
      }
    case .heading(let level):
      var cursor = Cursor(bytes, line)
      while cursor.skip(UInt8(ascii: "#")) {}
      cursor.skipDecoration()
      let label = RequirementWords.skipLabel(&cursor)
      let isInside = open.form == .heading ? Int(level) > open.depth : label == .criteria
      guard isInside else {
        finish()
        return
      }
      list.heading(level: Int(level), label: label)
    case .text:
      if open.form == .bullet || open.form == .tableRow, Int(line.indent) <= open.depth {
        finish()
        return
      }
      if open.form == .paragraph, isRule(line) {
        finish()
        return
      }
      readText(line)
    }
    lastEnd = Int(line.end)
  }

  /// Whether the line is `---`.
  private func isRule(_ line: TextLine) -> Bool {
    line.end - line.textStart >= 3
      && bytes[Int(line.textStart)..<Int(line.end)].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private mutating func readText(_ line: TextLine) {
    var cursor = Cursor(bytes, line)
    let isBulleted = cursor.current.isDigit ? false : cursor.skipBullet()
    while cursor.current.isEmphasis || cursor.current == UInt8(ascii: ">") {
      cursor.position += 1
    }
    let start = cursor.position
    if let label = RequirementWords.skipLabel(&cursor), let end = labelEnd(cursor) {
      switch label {
      case .criteria:
        list.begin(level: nil, indent: Int(line.indent), isBulleted: isBulleted)
        return
      case .story:
        noteStory(end..<Int(line.end))
        if !isBulleted { list.leave(line, isBulleted: false) }
        return
      case .identifier:
        noteAlias(Cursor(bytes, end..<Int(line.end)))
        return
      case .other:
        list.leave(line, isBulleted: isBulleted)
        return
      }
    }
    cursor.position = start
    if cursor.skipWord("as a") || cursor.skipWord("as the "),
      cursor.current.isBlank || cursor.current == UInt8(ascii: "n")
        || cursor.bytes[cursor.position - 1].isBlank
    {
      if let index = current?.index, requirements[index].userStory == nil {
        requirements[index].userStory = Range(start, Int(line.end))
        return
      }
    }
    list.text(line)
  }

  /// Where the text behind a label begins; `nil` when the words go on without a colon.
  private func labelEnd(_ cursor: Cursor) -> Int? {
    var cursor = cursor
    let limit = min(cursor.end, cursor.position + 48)
    while cursor.position < limit {
      if cursor.skipColon() {
        while cursor.current.isEmphasis || cursor.current.isBlank { cursor.position += 1 }
        return cursor.position
      }
      if cursor.current == UInt8(ascii: ",") || cursor.current == UInt8(ascii: ".") { return nil }
      if cursor.current == UInt8(ascii: "*"), cursor.peek(1) == UInt8(ascii: "*") {
        cursor.position += 2
        if cursor.skipColon() {}
        cursor.skipBlanks()
        return cursor.position
      }
      cursor.position += 1
    }
    return cursor.isAtEnd && cursor.bytes[cursor.end - 1] == UInt8(ascii: ")") ? cursor.end : nil
  }

  private mutating func noteStory(_ span: Range<Int>) {
    guard let index = current?.index, requirements[index].userStory == nil else { return }
    requirements[index].userStory = Range(span.lowerBound, max(span.lowerBound, span.upperBound))
  }

  private mutating func noteAlias(_ cursor: Cursor) {
    var cursor = cursor
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard let index = current?.index, let found = cursor.scanIdentifier(followsWord: true),
      !found.prefix.isEmpty
    else { return }
    requirements[index].aliases.append(
      Located(found.text, at: Range(found.range.lowerBound, found.range.upperBound)))
  }
}
