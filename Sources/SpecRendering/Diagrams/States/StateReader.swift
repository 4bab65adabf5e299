/// Reads state diagrams: `stateDiagram-v2`.
struct StateReader {
  private var diagram: BoxDiagram
  private var states: [String: Int] = [:]
  private var groups: [String: Int] = [:]
  /// Composite states that are open, innermost last.
  private var open: [(group: Int, line: Int, region: Int)] = []
  private var links: [(from: String, to: String, label: [String])] = []
  /// The note that is being read and the state that it is about.
  private var note: (state: String, lines: [String], line: Int)?

  static func read(_ source: DiagramSource) throws(DiagramFault) -> BoxDiagram {
    var reader = StateReader(diagram: BoxDiagram(kind: .states, title: source.title))
    var lines = DiagramLines(source)
    _ = lines.next()
    while let line = lines.next() {
      // `}` may stand behind a statement.
      var text = line.text
      if text.last == "}", text.count > 1, !text.contains("{") {
        text = text.dropLast().trimmed
        try reader.read(text, line.number)
        try reader.read("}", line.number)
      } else {
        try reader.read(text, line.number)
      }
    }
    if let note = reader.note { throw .unclosed("note", line: note.line, by: "end note") }
    if let open = reader.open.last { throw .unclosed("state", line: open.line, by: "}") }
    return reader.finished()
  }

  private init(diagram: BoxDiagram) {
    self.diagram = diagram
  }

  private mutating func read(_ text: Substring, _ number: Int) throws(DiagramFault) {
    if let open = note {
      if text == "end note" {
        try add(note: open.lines, to: open.state)
        note = nil
      } else {
        note?.lines += DiagramText.lines(String(text))
      }
      return
    }
    if let rest = text.after("direction") {
      let direction = FlowDirection(word: rest)
      if let group = open.last?.group {
        diagram.groups[group].direction = direction
      } else {
        diagram.direction = direction ?? .down
      }
    } else if text.hasPrefix("}") {
      _ = open.popLast()
    } else if let rest = text.after("state") {
      try readState(rest, number)
    } else if let rest = text.after("note") ?? text.after("Note") {
      try readNote(rest, number)
    } else if let rest = text.after("accTitle:") {
      diagram.spokenTitle = DiagramText.plain(String(rest))
    } else if let rest = text.after("title") {
      diagram.title = diagram.title ?? DiagramText.plain(String(rest))
    } else if text.hasPrefix("--"), text.allSatisfy({ $0 == "-" }) {
      // Regions beside each other: they stand in one frame, each with its own start and end.
      if !open.isEmpty { open[open.count - 1].region += 1 }
    } else if ["classDef", "class", "style", "click", "hide", "scale", "accDescr:"]
      .contains(where: { text.after($0) != nil })
    {
      return
    } else {
      try readTransition(text, number)
    }
  }

  // MARK: - States

  /// `Name`, `"Text" as Name`, `Name <<choice>>`, each with `{` behind it or not.
  private mutating func readState(_ given: Substring, _ number: Int) throws(DiagramFault) {
    var text = given
    var opens = false
    if text.last == "{" {
      text = text.dropLast().trimmed
      opens = true
    }
    var name = text
    var label: [String]?
    if text.first == "\"", let end = text.dropFirst().firstIndex(of: "\"") {
      label = DiagramText.lines(String(text[text.index(after: text.startIndex)..<end]))
      let rest = text[text.index(after: end)...].trimmed
      name = rest.after("as") ?? Substring(label?.joined(separator: " ") ?? "")
    } else if let marker = text.firstRange(of: " as ") {
      label = DiagramText.lines(String(text[marker.upperBound...].trimmed))
      name = text[..<marker.lowerBound].trimmed
    }
    var shape: BoxShape?
    if let mark = name.firstRange(of: "<<") ?? name.firstRange(of: "[[") {
      switch name[mark.upperBound...].prefix(while: \.isLetter) {
      case "choice": shape = .rhombus
      case "fork", "join": shape = .bar
      default: break
      }
      name = name[..<mark.lowerBound].trimmed
    }
    guard !name.isEmpty else { throw .unreadable(line: number) }
    if opens {
      try openComposite(String(Self.name(name)), label, number)
      return
    }
    let colon = name.firstIndex(of: ":")
    let state = try self.state(String(Self.name(colon.map { name[..<$0].trimmed } ?? name)))
    if let label {
      diagram.boxes[state].content = .label(label)
    } else if let colon, !name.contains(":::") {
      diagram.boxes[state].content = .label(
        DiagramText.lines(String(name[name.index(after: colon)...].trimmed)))
    }
    if let shape {
      diagram.boxes[state].shape = shape
      diagram.boxes[state].content = .label([])
    }
  }

  private mutating func openComposite(
    _ name: String, _ label: [String]?, _ line: Int
  ) throws(DiagramFault) {
    guard diagram.groups.count < DiagramLimits.groups, open.count < DiagramLimits.depth else {
      throw .tooMany("composite states", limit: DiagramLimits.groups)
    }
    groups[name] = groups[name] ?? diagram.groups.count
    open.append((diagram.groups.count, line, 0))
    diagram.groups.append(.init(title: label ?? [name], parent: open.dropLast().last?.group))
  }

  /// The box of a state; it is in the composite in which it was first named.
  private mutating func state(_ name: String) throws(DiagramFault) -> Int {
    if let known = states[name] { return known }
    guard diagram.boxes.count < DiagramLimits.boxes else {
      throw .tooMany("states", limit: DiagramLimits.boxes)
    }
    states[name] = diagram.boxes.count
    diagram.boxes.append(.init(shape: .rounded, content: .label([name]), group: open.last?.group))
    return diagram.boxes.count - 1
  }

  // MARK: - Transitions

  private mutating func readTransition(
    _ text: Substring, _ number: Int
  ) throws(DiagramFault) {
    guard let arrow = text.firstRange(of: "-->") else {
      try readDescription(text, number)
      return
    }
    let from = Self.name(text[..<arrow.lowerBound].trimmed)
    let rest = text[arrow.upperBound...].trimmed
    var label: [String] = []
    var to = rest
    if let colon = Self.colon(rest) {
      to = rest[..<colon].trimmed
      label = DiagramText.lines(String(rest[rest.index(after: colon)...].trimmed))
      if label.allSatisfy(\.isEmpty) { label = [] }
    }
    to = Self.name(to)
    guard !from.isEmpty, !to.isEmpty, to.firstRange(of: "-->") == nil else {
      throw .unreadable(line: number)
    }
    guard links.count < DiagramLimits.lines else {
      throw .tooMany("transitions", limit: DiagramLimits.lines)
    }
    links.append((try end(from, .start), try end(to, .stop), label))
  }

  /// The name by which a link finds its end later; of `[*]` there is one of each kind in a region.
  private mutating func end(_ name: Substring, _ shape: BoxShape) throws(DiagramFault) -> String {
    guard name == "[*]" else {
      // What is no composite later is a state here.
      if groups[String(name)] == nil { _ = try state(String(name)) }
      return String(name)
    }
    let place = open.last.map { "\($0.group).\($0.region)" } ?? ""
    let key = "[*]\(shape == .start ? "start" : "stop")\(place)"
    let state = try self.state(key)
    diagram.boxes[state].shape = shape
    diagram.boxes[state].content = .label([])
    return key
  }

  /// `Name`, `Name : text`.
  private mutating func readDescription(
    _ text: Substring, _ number: Int
  ) throws(DiagramFault) {
    let colon = Self.colon(text)
    let name = Self.name(colon.map { text[..<$0].trimmed } ?? text)
    guard !name.isEmpty, !name.contains(where: \.isWhitespace) || colon != nil else {
      throw .unreadable(line: number)
    }
    let state = try self.state(String(name))
    guard let colon else { return }
    let lines = DiagramText.lines(String(text[text.index(after: colon)...].trimmed))
    if case .label(let known) = diagram.boxes[state].content, known != [String(name)] {
      diagram.boxes[state].content = .label(known + lines)
    } else {
      diagram.boxes[state].content = .label(lines)
    }
  }

  /// The first colon that is not part of `:::`.
  private static func colon(_ text: Substring) -> Substring.Index? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    return text[colon...].hasPrefix(":::") ? nil : colon
  }

  /// The name without the class behind it.
  private static func name(_ text: Substring) -> Substring {
    text.firstRange(of: ":::").map { text[..<$0.lowerBound].trimmed } ?? text
  }

  // MARK: - Notes

  /// `right of Name`, with `: text` behind it or lines up to `end note`.
  private mutating func readNote(_ given: Substring, _ number: Int) throws(DiagramFault) {
    guard let rest = given.after("right of") ?? given.after("left of") ?? given.after("over") else {
      throw .unreadable(line: number)
    }
    guard !rest.isEmpty else { throw .unreadable(line: number) }
    if let colon = rest.firstIndex(of: ":") {
      let text = rest[rest.index(after: colon)...].trimmed
      try add(note: DiagramText.lines(String(text)), to: String(rest[..<colon].trimmed))
    } else {
      note = (String(rest), [], number)
    }
  }

  private mutating func add(note lines: [String], to state: String) throws(DiagramFault) {
    let box = try self.state(state)
    let note = try self.state("note\u{0}\(diagram.boxes.count)")
    diagram.boxes[note].shape = .note
    diagram.boxes[note].content = .label(lines)
    diagram.boxes[note].group = diagram.boxes[box].group
    diagram.lines.append(.init(from: .box(box), to: .box(note), stroke: .dotted))
  }

  // MARK: - The whole

  /// Takes names of composites for the composites.
  private consuming func finished() -> BoxDiagram {
    let given = diagram
    let notes = diagram.lines
    var isGroup = [Int?](repeating: nil, count: given.boxes.count)
    for (name, state) in states { isGroup[state] = groups[name] }
    diagram.boxes = []
    diagram.lines = []
    var numbers: [Int] = []
    for (state, box) in given.boxes.enumerated() {
      numbers.append(diagram.boxes.count)
      if isGroup[state] == nil { diagram.boxes.append(box) }
    }
    let emptied = EmptyGroups(&diagram)
    func end(_ name: String) -> BoxDiagram.End {
      if let group = groups[name] { return emptied.end(of: group) }
      return .box(states[name].map { numbers[$0] } ?? 0)
    }
    for link in links {
      diagram.lines.append(
        .init(from: end(link.from), to: end(link.to), end: .arrow, label: link.label))
    }
    for var line in notes {
      if case .box(let from) = line.from, case .box(let to) = line.to {
        line.from = isGroup[from].map { emptied.end(of: $0) } ?? .box(numbers[from])
        line.to = .box(numbers[to])
      }
      diagram.lines.append(line)
    }
    EmptyGroups.joinLoops(&diagram)
    return diagram
  }
}
