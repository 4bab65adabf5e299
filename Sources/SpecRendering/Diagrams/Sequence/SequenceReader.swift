/// Reads sequence diagrams: `sequenceDiagram`.
struct SequenceReader {
  private static let blocks = [
    "loop", "alt", "opt", "par", "critical", "break", "rect", "par_over",
  ]

  private var diagram = SequenceDiagram()
  private var participants: [String: Int] = [:]
  /// The kinds of blocks that are open, `box` for frames around participants.
  private var open: [(kind: String, line: Int)] = []
  /// The number of the next message, the distance to the one behind it, and whether they are shown.
  private var numbering = (next: 1, step: 1, isShown: false)
  private var messageCount = 0

  static func read(_ source: DiagramSource) throws(DiagramFault) -> SequenceDiagram {
    var reader = SequenceReader(title: source.title)
    var lines = DiagramLines(source)
    _ = lines.next()
    while let line = lines.next() { try reader.read(line.text, line.number) }
    if let block = reader.open.last { throw .unclosed(block.kind, line: block.line, by: "end") }
    guard !reader.diagram.participants.isEmpty else {
      throw DiagramFault(reason: "the diagram is empty")
    }
    return reader.diagram
  }

  private init(title: String?) {
    diagram.title = title
  }

  private mutating func read(_ text: Substring, _ number: Int) throws(DiagramFault) {
    let word = text.prefix { !$0.isWhitespace && $0 != ":" }
    let rest = text.dropFirst(word.count).trimmed
    switch word.lowercased() {
    // `end` may have a comment behind it.
    case "end" where SequenceArrow(in: text) == nil: close()
    case "participant" where !rest.isEmpty, "actor" where !rest.isEmpty:
      try readParticipant(rest, isPerson: word.lowercased() == "actor")
    case "create", "destroy":
      if let name = rest.after("participant") ?? rest.after("actor") {
        try readParticipant(name, isPerson: rest.hasPrefix("actor"))
      }
    case "note" where !rest.isEmpty: try readNote(rest, number)
    case "activate": diagram.events.append(.activate(try participant(rest)))
    case "deactivate": diagram.events.append(.deactivate(try participant(rest)))
    case "autonumber": readNumbering(rest)
    case "title":
      let title = rest.drop { $0 == ":" || $0 == " " }
      diagram.title = diagram.title ?? DiagramText.plain(String(title))
    case "acctitle":
      let title = rest.drop { $0 == ":" || $0 == " " }
      diagram.spokenTitle = DiagramText.plain(String(title))
    case "box": try openBox(rest, number)
    case "else", "and", "option":
      guard let kind = open.last?.kind, kind != "box" else { throw .unreadable(line: number) }
      diagram.events.append(.part(text: Self.lines(rest)))
    case "links", "link", "properties", "details", "accdescr": break
    case let kind where Self.blocks.contains(kind) && SequenceArrow(in: text) == nil:
      try openBlock(kind == "par_over" ? "par" : kind, rest, number)
    default: try readMessage(text, number)
    }
  }

  private static func lines(_ text: Substring) -> [String] {
    let lines = DiagramText.lines(String(text.trimmed))
    return lines.allSatisfy(\.isEmpty) ? [] : lines
  }

  // MARK: - Participants

  /// Reads a name, with a label behind `as` or not: `A as Label`.
  private mutating func readParticipant(
    _ given: Substring, isPerson: Bool
  ) throws(DiagramFault) {
    var name = given
    var label: Substring?
    if let marker = given.firstRange(of: " as ") {
      name = given[..<marker.lowerBound].trimmed
      label = given[marker.upperBound...].trimmed
    }
    if let at = name.firstRange(of: "@{") { name = name[..<at.lowerBound].trimmed }
    let number = try participant(name)
    if let label {
      var text = label
      if text.count > 1, text.first == "\"", text.last == "\"" {
        text = text.dropFirst().dropLast()
      }
      diagram.participants[number].label = DiagramText.lines(String(text))
    }
    diagram.participants[number].isPerson = isPerson
    if open.last?.kind == "box", diagram.participants[number].group == nil {
      diagram.participants[number].group = diagram.groups.count - 1
    }
  }

  private mutating func participant(_ name: Substring) throws(DiagramFault) -> Int {
    let name = String(name)
    if let known = participants[name] { return known }
    guard diagram.participants.count < DiagramLimits.boxes / 5 else {
      throw .tooMany("participants", limit: DiagramLimits.boxes / 5)
    }
    participants[name] = diagram.participants.count
    diagram.participants.append(.init(label: [DiagramText.plain(name)]))
    return diagram.participants.count - 1
  }

  // MARK: - Blocks

  private mutating func openBlock(
    _ kind: String, _ text: Substring, _ line: Int
  ) throws(DiagramFault) {
    try checkDepth()
    open.append((kind, line))
    // What follows `rect` is a colour.
    diagram.events.append(.open(kind: kind, text: kind == "rect" ? [] : Self.lines(text)))
  }

  /// `box Colour Title`; the first word is a colour when it is one.
  private mutating func openBox(_ given: Substring, _ line: Int) throws(DiagramFault) {
    try checkDepth()
    open.append(("box", line))
    var text = given
    if text.hasPrefix("rgb") || text.hasPrefix("hsl"), let end = text.firstIndex(of: ")") {
      text = text[text.index(after: end)...].trimmed
    } else if text.hasPrefix("#") {
      text = text.drop { !$0.isWhitespace }.trimmed
    } else {
      let word = text.prefix { !$0.isWhitespace }
      if ColourNames.all.contains(word.lowercased()) { text = text.dropFirst(word.count).trimmed }
    }
    diagram.groups.append(Self.lines(text))
  }

  private func checkDepth() throws(DiagramFault) {
    guard open.count < DiagramLimits.depth else {
      throw DiagramFault(reason: "the blocks of the diagram are nested too deeply")
    }
  }

  private mutating func close() {
    guard let kind = open.popLast()?.kind else { return }
    if kind != "box" { diagram.events.append(.close) }
  }

  private mutating func readNumbering(_ text: Substring) {
    let words = text.split(separator: " ")
    let numbers = words.compactMap { Int($0) }.map { min(max($0, 0), 1_000_000) }
    numbering.isShown = words.first != "off"
    if let first = numbers.first { numbering.next = first }
    if numbers.count > 1 { numbering.step = numbers[1] }
  }

  // MARK: - Messages and notes

  private mutating func readMessage(_ text: Substring, _ number: Int) throws(DiagramFault) {
    guard let arrow = SequenceArrow(in: text) else { throw .unreadable(line: number) }
    let from = text[..<arrow.range.lowerBound].trimmed
    var to = text[arrow.range.upperBound...]
    var words: [String] = []
    if let colon = to.firstIndex(of: ":") {
      words = Self.lines(to[to.index(after: colon)...])
      to = to[..<colon]
    }
    to = to.trimmed
    var sign: Character?
    if let first = to.first, first == "+" || first == "-" {
      sign = first
      to = to.dropFirst().trimmed
    }
    guard !from.isEmpty, !to.isEmpty else { throw .unreadable(line: number) }
    messageCount += 1
    guard messageCount <= DiagramLimits.lines else {
      throw .tooMany("messages", limit: DiagramLimits.lines)
    }
    if numbering.isShown { words = ["\(numbering.next). \(words.first ?? "")"] + words.dropFirst() }
    // Those that are not shown are counted as well.
    numbering.next += numbering.step
    let sender = try participant(from)
    let receiver = try participant(to)
    diagram.events.append(
      .message(
        .init(
          from: sender, to: receiver, text: words, isDotted: arrow.isDotted, start: arrow.start,
          end: arrow.end)))
    if sign == "+" { diagram.events.append(.activate(receiver)) }
    if sign == "-" { diagram.events.append(.deactivate(sender)) }
  }

  /// Reads a note and where it stands: `over A,B: text`.
  private mutating func readNote(_ given: Substring, _ number: Int) throws(DiagramFault) {
    guard let colon = given.firstIndex(of: ":") else { throw .unreadable(line: number) }
    let head = given[..<colon].trimmed
    let text = Self.lines(given[given.index(after: colon)...])
    let place: SequenceDiagram.Note.Place
    let names: Substring
    if let rest = head.after("over", inAnyCase: true) {
      (place, names) = (.over, rest)
    } else if let rest = head.after("right of", inAnyCase: true) {
      (place, names) = (.right, rest)
    } else if let rest = head.after("left of", inAnyCase: true) {
      (place, names) = (.left, rest)
    } else {
      throw .unreadable(line: number)
    }
    var found: [Int] = []
    for name in names.split(separator: ",") { found.append(try participant(name.trimmed)) }
    guard let first = found.min(), let last = found.max() else { throw .unreadable(line: number) }
    messageCount += 1
    guard messageCount <= DiagramLimits.lines else {
      throw .tooMany("messages", limit: DiagramLimits.lines)
    }
    diagram.events.append(
      .note(.init(place: place, first: first, last: last, text: text)))
  }
}
