import Diagnostics
import SpecModel

/// The edits that make requirements of the user stories of a `spec.md`.
///
/// `### User Story 1 - Title` becomes `### Requirement 1: Title`, the paragraph below it the user
/// story, and `**Acceptance Scenarios**:` the heading of the criteria. Of the scenarios only the marks
/// around Given, When and Then change, which makes them the keywords of EARS; no word does.
struct UserStoryConversion {
  let stories: [UserStory]
  private(set) var edits: [TextEdit] = []
  private let text: SpecText
  private var open: OpenStory?

  /// The story that the lines belong to.
  private struct OpenStory {
    var story: UserStory
    var level: Int
    /// Whether nothing stood below the heading so far.
    var isBare = true
    /// Whether a line has said that criteria follow.
    var hasLabel = false
    /// The first scenario that does not end before the line.
    var scenario = 0
  }

  /// Reads the lines once; linear in the bytes.
  init(_ text: SpecText) {
    self.text = text
    stories = text.userStories
    var next = 0
    for line in text.lines {
      if next < stories.count, line.range.lowerBound == stories[next].range.lowerBound {
        begin(stories[next], line)
        next += 1
      } else if case .heading(let level) = line.kind {
        readHeading(line, Int(level))
      } else if open != nil, line.kind != .blank {
        read(line)
      }
    }
  }

  // MARK: Headings

  private mutating func begin(_ story: UserStory, _ line: TextLine) {
    guard case .heading(let level) = line.kind else { return }
    open = OpenStory(story: story, level: Int(level))
    var scanner = LineScanner(text.bytes, line)
    while !scanner.isAtEnd {
      let start = scanner.position
      guard scanner.skip(word: "user story") else {
        scanner.position += 1
        continue
      }
      scanner.position = story.numberRange.upperBound.utf8
      let isPart = scanner.peek() == UInt8(ascii: ".") && scanner.peek(1) &- 0x30 < 10
      let behind = scanner.position
      if !isPart { scanner.skipSeparator() }
      let hasTitle = !isPart && !scanner.isAtEnd && scanner.position > behind
      let end = hasTitle ? scanner.position : behind
      edits.append(
        TextEdit(
          replacing: Range(start, end),
          with: "Requirement \(text.text(story.numberRange))" + (hasTitle ? ": " : "")))
      return
    }
  }

  private mutating func readHeading(_ line: TextLine, _ level: Int) {
    guard let story = open else { return }
    if level <= story.level {
      open = nil
    } else {
      open?.isBare = false
      var scanner = LineScanner(text.bytes, line)
      scanner.skip { $0 == UInt8(ascii: "#") || $0 == 0x20 || $0 == UInt8(ascii: "*") }
      if scanner.skip(word: "acceptance") { open?.hasLabel = true }
    }
  }

  // MARK: Text

  private mutating func read(_ line: TextLine) {
    guard let story = open else { return }
    if line.kind == .text {
      if readLabel(line, level: story.level) { return }
      if story.isBare, Self.isStatement(text.bytes, line) {
        edits.append(TextEdit(inserting: "**User Story:** ", at: line.range.lowerBound))
      }
      readScenario(line)
    }
    open?.isBare = false
  }

  /// Makes a heading of a line that says nothing but `**Acceptance Scenarios**:`.
  private mutating func readLabel(_ line: TextLine, level: Int) -> Bool {
    var scanner = LineScanner(text.bytes, line)
    _ = scanner.skipEmphasis()
    guard scanner.skip(word: "acceptance ") else { return false }
    open?.hasLabel = true
    open?.isBare = false
    guard
      scanner.skip(word: "scenarios") || scanner.skip(word: "scenario")
        || scanner.skip(word: "criteria")
    else { return true }
    scanner.skip { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ":") }
    if scanner.isAtEnd {
      edits.append(TextEdit(replacing: line.range, with: Self.heading(below: level)))
    }
    return true
  }

  /// The heading of the criteria of a requirement whose heading has a level.
  static func heading(below level: Int) -> String {
    String(repeating: "#", count: min(level + 1, 6)) + " Acceptance Criteria"
  }

  /// Whether a line below the heading tells the story: no item, quotation, row or `**Label**: …`.
  static func isStatement(_ bytes: [UInt8], _ line: TextLine) -> Bool {
    var scanner = LineScanner(bytes, line)
    if scanner.skipItemMark() || ">|<".utf8.contains(scanner.peek()) { return false }
    guard scanner.skipEmphasis() > 0 else { return true }
    scanner.skip { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "_") }
    let isInside = bytes[scanner.position - 1] == UInt8(ascii: ":")
    _ = scanner.skipEmphasis()
    return !isInside && scanner.peek() != UInt8(ascii: ":")
  }

  // MARK: Scenarios

  private mutating func readScenario(_ line: TextLine) {
    guard var story = open else { return }
    let scenarios = story.story.scenarios
    while story.scenario < scenarios.count,
      scenarios[story.scenario].range.upperBound.utf8 < Int(line.end)
    {
      story.scenario += 1
    }
    open = story
    guard story.scenario < scenarios.count else { return }
    let scenario = scenarios[story.scenario]
    guard scenario.range.lowerBound.utf8 <= Int(line.end),
      scenario.hasGiven || scenario.hasWhen || scenario.hasThen
    else { return }
    if !story.hasLabel {
      let lineBreak = text.lineBreak
      edits.append(
        TextEdit(
          inserting: Self.heading(below: story.level) + lineBreak + lineBreak,
          at: Offset(Int(line.start))))
      open?.hasLabel = true
    }
    edits += Self.keywords(in: text.bytes, line)
  }

  private static let keywordList: [(small: StaticString, capital: String)] = [
    ("given", "GIVEN"), ("when", "WHEN"), ("then", "THEN"), ("and", "AND"), ("but", "BUT"),
  ]

  /// The edits that write `**Given**` as GIVEN, and so on.
  static func keywords(in bytes: [UInt8], _ line: TextLine) -> [TextEdit] {
    var edits: [TextEdit] = []
    var scanner = LineScanner(bytes, line)
    _ = scanner.skipItemMark()
    while !scanner.isAtEnd {
      let start = scanner.position
      let marks = scanner.skipEmphasis()
      // One mark only stresses a word.
      guard marks >= 2 else {
        scanner.position = max(scanner.position, start + 1)
        continue
      }
      for (small, capital) in keywordList {
        var attempt = scanner
        guard attempt.skip(word: small), attempt.skipEmphasis() == marks else { continue }
        edits.append(TextEdit(replacing: Range(start, attempt.position), with: capital))
        scanner = attempt
        break
      }
    }
    return edits
  }
}
