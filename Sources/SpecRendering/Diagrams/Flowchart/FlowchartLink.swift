/// What stands between two nodes of a flowchart: `-->`, `-. text .->`, `==>|text|`, `x--x`.
struct FlowchartLink {
  private(set) var stroke = BoxDiagram.Stroke.solid
  private(set) var start = LineTip.none
  private(set) var end = LineTip.none
  private(set) var label: [String] = []
  private(set) var length = 1

  func line(from: BoxDiagram.End, to: BoxDiagram.End) -> BoxDiagram.Line {
    BoxDiagram.Line(
      from: from, to: to, stroke: stroke, start: start, end: end, label: label, length: length)
  }

  /// The link at which the cursor stands; it is passed.
  init?(_ cursor: inout DiagramCursor) {
    switch cursor.current {
    case UInt8(ascii: "<"), UInt8(ascii: "x"), UInt8(ascii: "o"):
      start = Self.tip(cursor.current)
      cursor.place += 1
    default: break
    }
    switch cursor.current {
    case .dash where cursor.peek(1) == .dot: guard readDotted(&cursor) else { return nil }
    case .dash where cursor.peek(1) == .dash: guard readRun(.dash, &cursor) else { return nil }
    case .equals where cursor.peek(1) == .equals:
      stroke = .thick
      guard readRun(.equals, &cursor) else { return nil }
    case UInt8(ascii: "~") where cursor.has("~~~"):
      stroke = .unseen
      while cursor.skip(UInt8(ascii: "~")) { length += 1 }
      length = max(length - 3, 1)
    // Not of the notation, but plain.
    case .dash where cursor.has("->"):
      cursor.place += 2
      end = .arrow
    default: return nil
    }
    length = min(length, 8)
    if stroke == .unseen { label = [] }
    readBarLabel(&cursor)
  }

  private static func tip(_ byte: UInt8) -> LineTip {
    switch byte {
    case UInt8(ascii: "<"), .greater: .arrow
    case UInt8(ascii: "x"): .cross
    case UInt8(ascii: "o"): .circle
    default: .none
    }
  }

  /// `-->`, `---`, `--o`, `-- text -->` and the same of `=`.
  private mutating func readRun(_ mark: UInt8, _ cursor: inout DiagramCursor) -> Bool {
    var count = 0
    while cursor.skip(mark) { count += 1 }
    if let tip = tipHere(cursor) {
      end = tip
      cursor.place += 1
      length = count - 1
      return true
    }
    length = max(count - 2, 1)
    if count > 2 { return true }
    // A text stands up to the next two marks.
    let textStart = cursor.place
    let last = cursor.lineEnd
    var place = textStart
    while place + 1 < last, cursor.bytes[place] != mark || cursor.bytes[place + 1] != mark {
      place += 1
    }
    guard place + 1 < last else { return false }
    setLabel(cursor.text(textStart..<place))
    cursor.place = place
    count = 0
    while cursor.skip(mark) { count += 1 }
    length = max(count - 1, 1)
    if let tip = tipHere(cursor) {
      end = tip
      cursor.place += 1
    } else {
      length = max(count - 2, 1)
    }
    return true
  }

  /// `-.->`, `-.-`, `-. text .->`.
  private mutating func readDotted(_ cursor: inout DiagramCursor) -> Bool {
    stroke = .dotted
    cursor.place += 1
    var count = 0
    while cursor.skip(.dot) { count += 1 }
    length = max(count, 1)
    if cursor.current != .dash {
      let textStart = cursor.place
      let last = cursor.lineEnd
      var place = textStart
      while place + 1 < last, cursor.bytes[place] != .dot || cursor.bytes[place + 1] != .dash {
        place += 1
      }
      guard place + 1 < last else { return false }
      var textEnd = place
      while textEnd > textStart, cursor.bytes[textEnd - 1] == .dot { textEnd -= 1 }
      length = place - textEnd + 1
      setLabel(cursor.text(textStart..<textEnd))
      cursor.place = place + 1
    }
    while cursor.skip(.dash) {}
    if let tip = tipHere(cursor) {
      end = tip
      cursor.place += 1
    }
    return true
  }

  /// The tip at which the cursor stands; a letter is one only where no name starts with it.
  private func tipHere(_ cursor: DiagramCursor) -> LineTip? {
    switch cursor.current {
    case .greater: .arrow
    case UInt8(ascii: "x"), UInt8(ascii: "o"):
      cursor.peek(1).isWord ? nil : Self.tip(cursor.current)
    default: nil
    }
  }

  /// Reads a text between two bars.
  private mutating func readBarLabel(_ cursor: inout DiagramCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    guard ahead.skip(UInt8(ascii: "|")) else { return }
    let start = ahead.place
    var isQuoted = false
    while !ahead.isAtEnd, ahead.current != .lineFeed || isQuoted {
      if ahead.current == .quote { isQuoted.toggle() }
      if ahead.current == UInt8(ascii: "|"), !isQuoted { break }
      ahead.place += 1
    }
    guard ahead.current == UInt8(ascii: "|") else { return }
    setLabel(ahead.text(start..<ahead.place))
    ahead.place += 1
    cursor = ahead
  }

  private mutating func setLabel(_ text: String) {
    var text = text[...].trimmed
    if text.count > 1, text.first == "\"", text.last == "\"" { text = text.dropFirst().dropLast() }
    let lines = DiagramText.lines(String(text))
    label = lines.allSatisfy(\.isEmpty) ? [] : lines
  }
}
