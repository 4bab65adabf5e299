import Diagnostics

/// Reads the headings, properties and mentions of a design line by line.
struct DesignReader {
  let text: SpecText
  let bytes: ByteView
  private(set) var sections: [DesignSection] = []
  private(set) var properties: [DesignProperty] = []
  private(set) var mentions: [Reference] = []

  /// The ids of the properties: a line that names one again, as in a list of tests, is none.
  private var ids: Set<String> = []
  /// Whether a `Validates` line that comes now belongs to the last property.
  private var isInProperty = false
  /// The level of the heading that is the last property; `nil` when it is a line of text.
  private var propertyLevel: Int?

  init(text: SpecText, bytes: ByteView) {
    self.text = text
    self.bytes = bytes
  }

  mutating func read() {
    for line in text.lines {
      switch line.kind {
      case .blank, .code, .comment: continue
      case .heading(let level): readHeading(line, level: Int(level))
      case .text: readText(line)
      case .tableRow: readMentions(line.range.indices)
      }
    }
  }

  private mutating func readHeading(_ line: TextLine, level: Int) {
    var cursor = Cursor(bytes, line)
    while cursor.skip(UInt8(ascii: "#")) {}
    cursor.skipBlanks()
    let title = cursor.position..<closingMarks(cursor)
    sections.append(
      DesignSection(
        title: Located(
          text.text(Range(title.lowerBound, title.upperBound)),
          at: Range(title.lowerBound, title.upperBound)), level: level))
    cursor.skipDecoration()
    if let property = property(cursor, line, end: title.upperBound, needsColon: false) {
      append(property)
      (isInProperty, propertyLevel) = (true, level)
      return
    }
    if isInProperty, level <= propertyLevel ?? 7 { isInProperty = false }
    readMentions(title)
  }

  /// Where a heading's text ends before marks such as `##` at its end.
  private func closingMarks(_ cursor: Cursor) -> Int {
    var end = cursor.end
    while end > cursor.position,
      bytes[end - 1] == UInt8(ascii: "#") || bytes[end - 1].isBlank
    {
      end -= 1
    }
    return end
  }

  private mutating func readText(_ line: TextLine) {
    var cursor = Cursor(bytes, line)
    if cursor.current == UInt8(ascii: "-") || cursor.current == UInt8(ascii: "*") {
      _ = cursor.skipBullet()
    }
    while cursor.current.isEmphasis { cursor.position += 1 }
    if let property = property(cursor, line, end: Int(line.end), needsColon: true),
      !ids.contains(property.id)
    {
      append(property)
      (isInProperty, propertyLevel) = (true, nil)
      return
    }
    if let list = DesignWords.validated(cursor) {
      let references = ReferenceList.parse(bytes, Range(list.lowerBound, list.upperBound))
      if isInProperty, let last = properties.indices.last {
        properties[last].validates += references
      } else {
        mentions += references
      }
      return
    }
    readMentions(line.range.indices)
  }

  private mutating func append(_ property: DesignProperty) {
    ids.insert(property.id)
    properties.append(property)
  }

  /// Reads `Property 1: Title` at the position.
  private func property(
    _ cursor: Cursor, _ line: TextLine, end: Int, needsColon: Bool
  ) -> DesignProperty? {
    var cursor = cursor
    guard DesignWords.skipProperty(&cursor) else { return nil }
    cursor.skipBlanks()
    guard let found = cursor.scanIdentifier(followsWord: true) else { return nil }
    cursor.position = found.range.upperBound
    while cursor.current.isEmphasis { cursor.position += 1 }
    let hasSeparator = cursor.skipSeparator()
    if needsColon, !hasSeparator { return nil }
    cursor.skipBlanks()
    while cursor.current.isEmphasis || cursor.current.isBlank { cursor.position += 1 }
    if cursor.skip("—") || cursor.skip("–") || cursor.skip(UInt8(ascii: "-")) {
      cursor.skipBlanks()
    }
    var upper = max(end, cursor.position)
    while upper > cursor.position,
      bytes[upper - 1].isEmphasis || bytes[upper - 1].isBlank
    {
      upper -= 1
    }
    return DesignProperty(
      id: found.text, title: text.text(Range(cursor.position, upper)), range: line.range,
      validates: [])
  }

  private mutating func readMentions(_ span: Range<Int>) {
    RequirementMentions.find(in: bytes, span, into: &mentions)
  }
}
