/// Reads class diagrams: `classDiagram`.
struct ClassReader {
  private var diagram: BoxDiagram
  private var classes: [String: Int] = [:]
  /// The class whose members are being read.
  private var open: (box: Int, line: Int)?
  /// The namespace in which classes are being read.
  private var namespace: (group: Int, line: Int)?
  private var rowCount = 0

  static func read(_ source: DiagramSource) throws(DiagramFault) -> BoxDiagram {
    var reader = ClassReader(diagram: BoxDiagram(kind: .classes, title: source.title))
    var lines = DiagramLines(source)
    _ = lines.next()
    while let line = lines.next() { try reader.read(line.text, line.number) }
    if let open = reader.open ?? reader.namespace.map({ ($0.group, $0.line) }) {
      throw .unclosed("class or namespace", line: open.line, by: "}")
    }
    // Lines end at classes only, so they stay what they are.
    _ = EmptyGroups(&reader.diagram)
    EmptyGroups.joinLoops(&reader.diagram)
    return reader.diagram
  }

  private init(diagram: BoxDiagram) {
    self.diagram = diagram
  }

  private mutating func read(_ text: Substring, _ number: Int) throws(DiagramFault) {
    if let box = open?.box {
      try readMembers(text, of: box)
    } else if text == "}" {
      namespace = nil
    } else if let rest = text.after("class") {
      try readClass(rest, number)
    } else if let rest = text.after("namespace") {
      guard diagram.groups.count < DiagramLimits.groups else {
        throw .tooMany("namespaces", limit: DiagramLimits.groups)
      }
      namespace = (diagram.groups.count, number)
      let name = rest.prefix { $0 != "{" }.trimmed
      diagram.groups.append(.init(title: [DiagramText.plain(String(name))]))
    } else if let rest = text.after("direction") {
      diagram.direction = FlowDirection(word: rest) ?? .down
    } else if let rest = text.after("accTitle:") {
      diagram.spokenTitle = DiagramText.plain(String(rest))
    } else if let rest = text.after("title") {
      diagram.title = diagram.title ?? DiagramText.plain(String(rest))
    } else if let rest = text.after("note") {
      try readNote(rest)
    } else if ["classDef", "cssClass", "style", "click", "link", "callback", "accDescr:"]
      .contains(where: { text.after($0) != nil })
    {
      return
    } else if text.hasPrefix("<<"), let end = text.firstRange(of: ">>") {
      let box = try self.box(text[end.upperBound...].trimmed)
      set(stereotype: text[..<end.upperBound], of: box)
    } else if let relation = ClassRelation(text) {
      try add(relation)
    } else if let colon = text.firstIndex(of: ":"), !text.contains(":::") {
      let name = text[..<colon].trimmed
      // What holds an arrow is a relation that cannot be read.
      let isName = name.first == "`" || name.contains("[") || !name.contains(where: \.isWhitespace)
      guard isName, name.firstRange(of: "--") == nil, name.firstRange(of: "..") == nil else {
        throw .unreadable(line: number)
      }
      let box = try self.box(name)
      try readMembers(text[text.index(after: colon)...].trimmed, of: box, isInBraces: false)
    } else if !text.contains(where: \.isWhitespace) {
      _ = try box(text)
    } else {
      throw .unreadable(line: number)
    }
  }

  /// `Name`, `Name["Label"]`, `Name~T~`, `Name:::style`, with `{` behind it or not.
  private mutating func readClass(_ given: Substring, _ line: Int) throws(DiagramFault) {
    guard !given.isEmpty, given.first != "{" else { throw .unreadable(line: line) }
    guard let brace = given.firstIndex(of: "{") else {
      let marker = given.firstRange(of: "<<")
      let box = try self.box(marker.map { given[..<$0.lowerBound].trimmed } ?? given)
      if let marker { set(stereotype: given[marker.lowerBound...], of: box) }
      return
    }
    let box = try self.box(given[..<brace].trimmed)
    open = (box, line)
    let rest = given[given.index(after: brace)...].trimmed
    if !rest.isEmpty { try readMembers(rest, of: box) }
  }

  private mutating func box(_ given: Substring) throws(DiagramFault) -> Int {
    var text = given
    if let style = text.firstRange(of: ":::") { text = text[..<style.lowerBound].trimmed }
    var label: String?
    if text.last == "]", let bracket = text.firstIndex(of: "[") {
      label = DiagramText.plain(String(text[text.index(after: bracket)...].dropLast()))
      text = text[..<bracket].trimmed
    }
    let name = String(text.filter { $0 != "`" })
    // `List~T~` and `List` are the same class.
    let key = String(name.prefix { $0 != "~" })
    if let known = classes[key] {
      if let label { change(known) { $0.name = [label] } }
      if diagram.boxes[known].group == nil { diagram.boxes[known].group = namespace?.group }
      return known
    }
    guard diagram.boxes.count < DiagramLimits.boxes else {
      throw .tooMany("classes", limit: DiagramLimits.boxes)
    }
    classes[key] = diagram.boxes.count
    diagram.boxes.append(
      .init(
        shape: .record,
        content: .record(.init(name: [label ?? ClassMember.withAngles(name)])),
        group: namespace?.group))
    return diagram.boxes.count - 1
  }

  private mutating func change(_ box: Int, _ body: (inout BoxContent.Record) -> Void) {
    if case .record(var record) = diagram.boxes[box].content {
      body(&record)
      diagram.boxes[box].content = .record(record)
    }
  }

  private mutating func set(stereotype: Substring, of box: Int) {
    let name = stereotype.filter { $0 != "<" && $0 != ">" }[...].trimmed
    change(box) { $0.stereotype = "«\(name)»" }
  }

  private mutating func readMembers(
    _ given: Substring, of box: Int, isInBraces: Bool = true
  ) throws(DiagramFault) {
    var text = given
    // A member may have braces of its own.
    if isInBraces, text.last == "}", !text.contains("{") {
      open = nil
      text = text.dropLast().trimmed
    }
    if text.isEmpty { return }
    if text.hasPrefix("<<") {
      set(stereotype: text, of: box)
      return
    }
    rowCount += 1
    guard rowCount <= DiagramLimits.lines else {
      throw .tooMany("members", limit: DiagramLimits.lines)
    }
    let member = ClassMember(text)
    change(box) { record in
      if record.parts.isEmpty { record.parts = [[], []] }
      record.parts[member.isMethod ? 1 : 0].append([member.text])
    }
  }

  private mutating func add(_ relation: ClassRelation) throws(DiagramFault) {
    guard diagram.lines.count < DiagramLimits.lines else {
      throw .tooMany("relations", limit: DiagramLimits.lines)
    }
    let from = try box(relation.from)
    let to = try box(relation.to)
    diagram.lines.append(
      .init(
        from: .box(from), to: .box(to), stroke: relation.isDotted ? .dotted : .solid,
        start: relation.start, end: relation.end, label: relation.label,
        startNote: relation.startNote, endNote: relation.endNote))
  }

  /// `"text"`, `for Name "text"`.
  private mutating func readNote(_ given: Substring) throws(DiagramFault) {
    guard let quote = given.firstIndex(of: "\"") else { return }
    let text = given[given.index(after: quote)...].prefix { $0 != "\"" }
    var about: Int?
    if let target = given[..<quote].trimmed.after("for") { about = try box(target) }
    guard diagram.boxes.count < DiagramLimits.boxes, diagram.lines.count < DiagramLimits.lines
    else {
      throw .tooMany("boxes", limit: DiagramLimits.boxes)
    }
    diagram.boxes.append(
      .init(
        shape: .note, content: .label(DiagramText.lines(String(text))),
        group: namespace?.group))
    if let about {
      diagram.lines.append(
        .init(from: .box(about), to: .box(diagram.boxes.count - 1), stroke: .dotted))
    }
  }
}
