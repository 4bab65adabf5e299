import Diagnostics

extension SpecText {
  /// The user stories in document order; linear in the bytes.
  package var userStories: [UserStory] {
    bytes.withView { bytes in
      var reader = UserStoryReader(bytes: bytes)
      for line in lines { reader.read(line) }
      return reader.stories
    }
  }
}

/// Finds user stories and the scenarios below them, line by line.
private struct UserStoryReader {
  let bytes: ByteView
  private(set) var stories: [UserStory] = []
  /// The level of the last story's heading, while the lines are below it.
  private var level: Int?
  /// Whether the lines belong to the last item.
  private var isInItem = false

  init(bytes: ByteView) {
    self.bytes = bytes
  }

  mutating func read(_ line: TextLine) {
    switch line.kind {
    case .heading(let level): readHeading(line, Int(level))
    case .text where level != nil: readText(line)
    case .blank: isInItem = false
    case .code, .comment, .tableRow, .text: break
    }
  }

  private mutating func readHeading(_ line: TextLine, _ level: Int) {
    isInItem = false
    if let story = story(line) {
      self.level = level
      stories.append(story)
    } else if let open = self.level, level <= open {
      self.level = nil
    }
  }

  private func story(_ line: TextLine) -> UserStory? {
    var cursor = Cursor(bytes, line)
    while cursor.skip(UInt8(ascii: "#")) {}
    cursor.skipDecoration()
    guard cursor.skipWord("user story") else { return nil }
    cursor.skipBlanks()
    let start = cursor.position
    while cursor.current.isDigit { cursor.position += 1 }
    // More digits than anybody numbers stories with would not fit.
    guard (1...6).contains(cursor.position - start), !cursor.current.isLetter else { return nil }
    let number = bytes[start..<cursor.position].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return UserStory(
      number: number, numberRange: Range(start, cursor.position), range: line.range)
  }

  private mutating func readText(_ line: TextLine) {
    let last = stories.count - 1
    var cursor = Cursor(bytes, line)
    if skipItemMark(&cursor) {
      cursor.skipBlanks()
      stories[last].hasList = true
      isInItem = true
      var scenario = AcceptanceScenario(range: Range(cursor.position, Int(line.end)))
      note(cursor, in: &scenario)
      stories[last].scenarios.append(scenario)
    } else if isInItem, let item = stories[last].scenarios.indices.last {
      stories[last].scenarios[item].range =
        stories[last].scenarios[item].range.lowerBound..<line.range.upperBound
      note(cursor, in: &stories[last].scenarios[item])
    }
  }

  private func skipItemMark(_ cursor: inout Cursor) -> Bool {
    guard cursor.current.isDigit else { return cursor.skipBullet() }
    while cursor.current.isDigit { cursor.position += 1 }
    return cursor.skip(UInt8(ascii: ".")) || cursor.skip(UInt8(ascii: ")"))
  }

  /// Notes the words of a scenario, wherever one begins on the line.
  private func note(_ line: Cursor, in scenario: inout AcceptanceScenario) {
    var cursor = line
    var isInWord = false
    while !cursor.isAtEnd {
      let isLetter = cursor.current.isLetter || cursor.current >= 0x80
      if isLetter, !isInWord {
        if ends(cursor, behind: "given") { scenario.hasGiven = true }
        if ends(cursor, behind: "when") { scenario.hasWhen = true }
        if ends(cursor, behind: "then") { scenario.hasThen = true }
      }
      isInWord = isLetter
      cursor.position += 1
    }
  }

  private func ends(_ cursor: Cursor, behind word: StaticString) -> Bool {
    var cursor = cursor
    return cursor.skipWord(word) && !cursor.current.isLetter
  }
}
