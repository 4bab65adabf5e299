/// Reads entity relationship diagrams: `erDiagram`.
struct EntityReader {
  private var diagram: BoxDiagram
  private var entities: [String: Int] = [:]
  /// The entity whose attributes are being read.
  private var open: (entity: Int, line: Int)?
  private var rowCount = 0

  static func read(_ source: DiagramSource) throws(DiagramFault) -> BoxDiagram {
    var reader = EntityReader(diagram: BoxDiagram(kind: .entities, title: source.title))
    var lines = DiagramLines(source)
    _ = lines.next()
    while let line = lines.next() { try reader.read(line.text, line.number) }
    if let open = reader.open { throw .unclosed("entity", line: open.line, by: "}") }
    EmptyGroups.joinLoops(&reader.diagram)
    return reader.diagram
  }

  private init(diagram: BoxDiagram) {
    self.diagram = diagram
  }

  private mutating func read(_ text: Substring, _ number: Int) throws(DiagramFault) {
    if let entity = open?.entity {
      try readAttribute(text, of: entity)
      return
    }
    if let rest = text.after("accTitle:") {
      diagram.spokenTitle = DiagramText.plain(String(rest))
      return
    }
    if let rest = text.after("title") {
      diagram.title = diagram.title ?? DiagramText.plain(String(rest))
      return
    }
    if let rest = text.after("direction") {
      diagram.direction = FlowDirection(word: rest) ?? .down
      return
    }
    if ["classDef", "class", "style", "accDescr:"].contains(where: { text.after($0) != nil }) {
      return
    }
    if let relation = EntityRelation(text) {
      guard diagram.lines.count < DiagramLimits.lines else {
        throw .tooMany("relations", limit: DiagramLimits.lines)
      }
      let from = try entity(relation.from)
      let to = try entity(relation.to)
      diagram.lines.append(
        .init(
          from: .box(from), to: .box(to), stroke: relation.isIdentifying ? .solid : .dotted,
          start: relation.start, end: relation.end, label: relation.label))
      return
    }
    if let brace = text.firstIndex(of: "{") {
      let name = text[..<brace].trimmed
      guard Self.isEntity(name) else { throw .unreadable(line: number) }
      let entity = try self.entity(name)
      let rest = text[text.index(after: brace)...].trimmed
      if rest.last == "}" {
        for attribute in rest.dropLast().split(separator: ",") {
          try readAttribute(attribute.trimmed, of: entity)
        }
      } else {
        open = (entity, number)
        if !rest.isEmpty { try readAttribute(rest, of: entity) }
      }
      return
    }
    guard Self.isEntity(text) else { throw .unreadable(line: number) }
    _ = try entity(text)
  }

  /// Whether a text can be the name of an entity: a relation that cannot be read is none.
  private static func isEntity(_ text: Substring) -> Bool {
    if text.first == "\"" || text.contains("[") { return true }
    return !text.isEmpty && !text.contains(where: \.isWhitespace) && !text.contains(":")
      && text.firstRange(of: "--") == nil && text.firstRange(of: "..") == nil
      || text.firstRange(of: ":::") != nil
  }

  /// `Name`, `"Name"`, `Name[Label]`, each with a class behind it or not.
  private mutating func entity(_ given: Substring) throws(DiagramFault) -> Int {
    var text = given
    if let style = text.firstRange(of: ":::") { text = text[..<style.lowerBound].trimmed }
    var label: [String]?
    if text.last == "]", let bracket = text.firstIndex(of: "[") {
      label = [DiagramText.plain(String(text[text.index(after: bracket)...].dropLast()))]
      text = text[..<bracket].trimmed
    }
    let name = DiagramText.plain(String(text))
    if let known = entities[name] {
      if let label { rename(known, label) }
      return known
    }
    guard diagram.boxes.count < DiagramLimits.boxes else {
      throw .tooMany("entities", limit: DiagramLimits.boxes)
    }
    entities[name] = diagram.boxes.count
    diagram.boxes.append(.init(shape: .record, content: .record(.init(name: label ?? [name]))))
    return diagram.boxes.count - 1
  }

  private mutating func rename(_ entity: Int, _ name: [String]) {
    if case .record(var record) = diagram.boxes[entity].content {
      record.name = name
      diagram.boxes[entity].content = .record(record)
    }
  }

  /// Reads a type, a name, keys and a comment: `string name PK "of the firm"`.
  private mutating func readAttribute(_ given: Substring, of entity: Int) throws(DiagramFault) {
    var text = given
    if text.last == "}" {
      open = nil
      text = text.dropLast().trimmed
    }
    guard !text.isEmpty, case .record(var record) = diagram.boxes[entity].content else { return }
    rowCount += 1
    guard rowCount <= DiagramLimits.lines else {
      throw .tooMany("attributes", limit: DiagramLimits.lines)
    }
    var comment = ""
    if let quote = text.firstIndex(of: "\"") {
      comment = DiagramText.plain(String(text[quote...]))
      text = text[..<quote].trimmed
    }
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    let cells = (0..<3).map { $0 < words.count ? String(words[$0]) : "" } + [comment]
    if record.parts.isEmpty { record.parts = [[]] }
    record.parts[0].append(cells)
    diagram.boxes[entity].content = .record(record)
  }
}
