/// Reads names, shapes and titles of flowcharts.
enum FlowchartText {
  /// Passes the name of a node, or of a class behind `:::`.
  static func skipName(_ cursor: inout DiagramCursor) {
    while !cursor.isAtEnd {
      let byte = cursor.current
      let next = cursor.peek(1)
      switch byte {
      case _ where byte.isWord: break
      // `a-b` is a name; `a-->b`, `a-.->b` and `a->b` are not.
      case .dash where next.isWord && next != .dash: break
      case .dot, UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "'"),
        UInt8(ascii: "\\"), .percent:
        break
      case UInt8(ascii: ":") where next.isWord: break
      default: return
      }
      cursor.place += 1
    }
  }

  /// Labels without quotes end within so many bytes, so that many brackets without a partner stay cheap.
  private static let longest = 1_000

  private static let openings: [(opening: StaticString, closings: [(StaticString, BoxShape)])] = [
    ("(((", [(")))", .doubleCircle)]),
    ("((", [("))", .circle)]),
    ("([", [("])", .stadium)]),
    ("(-", [("-)", .ellipse)]),
    ("(", [(")", .rounded)]),
    ("[[", [("]]", .subroutine)]),
    ("[(", [(")]", .cylinder)]),
    ("[/", [("/]", .leanRight), ("\\]", .trapezoid)]),
    ("[\\", [("\\]", .leanLeft), ("/]", .invertedTrapezoid)]),
    ("[", [("]", .rectangle)]),
    ("{{", [("}}", .hexagon)]),
    ("{", [("}", .rhombus)]),
    (">", [("]", .flag)]),
  ]

  /// The shape and the label behind the name of a node; they are passed.
  static func shape(_ cursor: inout DiagramCursor) -> (shape: BoxShape, label: String)? {
    for (opening, closings) in openings where cursor.has(opening) {
      let start = cursor.place + opening.utf8CodeUnitCount
      // What does not end as it starts may be read in a plainer way: `[/api/users]`.
      if let (range, shape, end) = label(cursor, from: start, closings) {
        cursor.place = end
        return (shape, cursor.text(range))
      }
    }
    return nil
  }

  private static func label(
    _ cursor: DiagramCursor, from start: Int, _ closings: [(StaticString, BoxShape)]
  ) -> (Range<Int>, BoxShape, Int)? {
    var cursor = cursor
    cursor.place = start
    cursor.skipBlanks()
    if cursor.skip(.quote) {
      let textStart = cursor.place
      while !cursor.isAtEnd, cursor.current != .quote { cursor.place += 1 }
      let range = textStart..<cursor.place
      cursor.place += 1
      cursor.skipBlanks()
      for (closing, shape) in closings where cursor.has(closing) {
        return (range, shape, cursor.place + closing.utf8CodeUnitCount)
      }
      return nil
    }
    return balanced(cursor, from: start, closings) ?? first(cursor, from: start, closings)
      ?? balanced(cursor, from: start, closings, passesLines: true)
  }

  /// Up to the bracket that closes the opening one, where brackets in the text have partners.
  private static func balanced(
    _ cursor: DiagramCursor, from start: Int, _ closings: [(StaticString, BoxShape)],
    passesLines: Bool = false
  ) -> (Range<Int>, BoxShape, Int)? {
    let last = min(cursor.end, start + longest)
    var depth = 0
    var place = start
    while place < last, passesLines || cursor.bytes[place] != .lineFeed {
      if depth == 0 {
        for (closing, shape) in closings where cursor.has(closing, at: place) {
          return (start..<place, shape, place + closing.utf8CodeUnitCount)
        }
      }
      switch cursor.bytes[place] {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"):
        depth -= 1
        if depth < 0 { return nil }
      default: break
      }
      place += 1
    }
    return nil
  }

  private static func first(
    _ cursor: DiagramCursor, from start: Int, _ closings: [(StaticString, BoxShape)]
  ) -> (Range<Int>, BoxShape, Int)? {
    let last = min(cursor.end, start + longest)
    var place = start
    while place < last, cursor.bytes[place] != .lineFeed {
      for (closing, shape) in closings where cursor.has(closing, at: place) {
        return (start..<place, shape, place + closing.utf8CodeUnitCount)
      }
      place += 1
    }
    return nil
  }

  /// `id [Title]`, `id["Title"]`, `"Title"` or `Title`.
  static func groupTitle(_ text: Substring) -> (name: String, title: [String]) {
    func lines(_ text: Substring) -> [String] {
      var text = text.trimmed
      if text.count > 1, text.first == "\"", text.last == "\"" {
        text = text.dropFirst().dropLast()
      }
      let lines = withoutMarks(DiagramText.lines(String(text)))
      return lines.allSatisfy(\.isEmpty) ? [] : lines
    }
    if text.last == "]", text.first != "\"", let bracket = text.firstIndex(of: "[") {
      let name = text[..<bracket].trimmed
      return (String(name), lines(text[text.index(after: bracket)...].dropLast()))
    }
    var name = text
    if text.count > 1, text.first == "\"", text.last == "\"" { name = text.dropFirst().dropLast() }
    return (String(name), lines(text))
  }

  /// Labels without the names of icons, such as `fa:fa-user`.
  static func withoutMarks(_ lines: [String]) -> [String] {
    lines.map { line in
      guard line.contains(":fa-") else { return line }
      return line.split(separator: " ").filter { !$0.contains(":fa-") }.joined(separator: " ")
    }
  }

  /// The names of shapes in `@{ shape: … }`.
  static let shapes: [String: BoxShape] = [
    "rect": .rectangle, "proc": .rectangle, "process": .rectangle, "rectangle": .rectangle,
    "rounded": .rounded, "event": .rounded, "stadium": .stadium, "pill": .stadium,
    "terminal": .stadium, "fr-rect": .subroutine, "subproc": .subroutine,
    "subroutine": .subroutine, "cyl": .cylinder, "cylinder": .cylinder, "db": .cylinder,
    "database": .cylinder, "circle": .circle, "circ": .circle, "dbl-circ": .doubleCircle,
    "double-circle": .doubleCircle, "diam": .rhombus, "diamond": .rhombus, "decision": .rhombus,
    "question": .rhombus, "hex": .hexagon, "hexagon": .hexagon, "prepare": .hexagon,
    "lean-r": .leanRight, "lean-right": .leanRight, "in-out": .leanRight, "lean-l": .leanLeft,
    "lean-left": .leanLeft, "out-in": .leanLeft, "trap-b": .trapezoid, "trapezoid": .trapezoid,
    "trap-t": .invertedTrapezoid, "odd": .flag, "notch-rect": .rectangle, "doc": .rectangle,
    "document": .rectangle, "text": .rectangle,
  ]

  /// Reads what stands in the braces of `@{ shape: cyl, label: "Orders" }`.
  static func attributes(_ text: String) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text[...]
    while let colon = rest.firstIndex(of: ":") {
      let key = rest[..<colon].trimmed
      rest = rest[rest.index(after: colon)...].drop { $0.isWhitespace }
      let value: Substring
      if rest.first == "\"" {
        rest = rest.dropFirst()
        value = rest.prefix { $0 != "\"" }
        rest = rest.dropFirst(value.count + 1)
      } else {
        value = rest.prefix { $0 != "," && $0 != "\n" }
        rest = rest.dropFirst(value.count)
      }
      rest = rest.drop { $0 == "," || $0.isWhitespace }
      attributes[String(key)] = String(value.trimmed)
    }
    return attributes
  }
}
