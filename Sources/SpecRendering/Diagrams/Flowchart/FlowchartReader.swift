/// Reads flowcharts: `graph TD`, `flowchart LR`.
struct FlowchartReader {
  private var cursor: DiagramCursor
  private var diagram: BoxDiagram
  private var nodes: [String: Int] = [:]
  /// The names of the nodes by their numbers.
  private var names: [String] = []
  /// Lines as they were read, between names.
  private var links: [(from: Int, to: Int, link: FlowchartLink)] = []
  private var groupNames: [String: Int] = [:]
  private var openGroups: [OpenGroup] = []

  /// A `subgraph` whose `end` has not been met.
  private struct OpenGroup {
    var number: Int
    /// The line in which it begins, from 1.
    var line: Int
    /// Nodes that were named in it.
    var nodes: [Int] = []
  }

  static func read(_ source: DiagramSource) throws(DiagramFault) -> BoxDiagram {
    var reader = FlowchartReader(source)
    try reader.readHead()
    while !reader.cursor.isAtEnd { try reader.readStatement() }
    if let group = reader.openGroups.last {
      throw .unclosed("subgraph", line: group.line, by: "end")
    }
    return reader.finished()
  }

  private init(_ source: DiagramSource) {
    cursor = DiagramCursor(source)
    diagram = BoxDiagram(kind: .flowchart, title: source.title)
  }

  private mutating func skipSpace() {
    while cursor.current.isBlank || cursor.current == .lineFeed
      || cursor.current == UInt8(ascii: ";")
    {
      cursor.place += 1
    }
  }

  private mutating func readHead() throws(DiagramFault) {
    skipSpace()
    _ = cursor.skip("flowchart-elk") || cursor.skip("flowchart") || cursor.skip("graph")
    cursor.skipBlanks()
    let start = cursor.place
    while cursor.place < cursor.lineEnd, !cursor.current.isBlank,
      cursor.current != UInt8(ascii: ";")
    {
      cursor.place += 1
    }
    let word = Substring(cursor.text(start..<cursor.place))
    if let direction = FlowDirection(word: word) {
      diagram.direction = direction
    } else {
      // There is none, and a statement follows; one word alone was meant for one.
      cursor.skipBlanks()
      let isAlone = cursor.place >= cursor.lineEnd || cursor.current == UInt8(ascii: ";")
      guard word.isEmpty || !isAlone || word.contains("-") else {
        throw DiagramFault(reason: "'\(word.prefix(40))' is no direction of a flowchart")
      }
      cursor.place = start
    }
  }

  // MARK: - Statements

  private mutating func readStatement() throws(DiagramFault) {
    skipSpace()
    if cursor.isAtEnd { return }
    if let word = keyword() {
      try readKeyword(word)
      return
    }
    var before = try readNodes()
    while true {
      cursor.skipBlanks()
      guard !cursor.isAtEnd, cursor.current != .lineFeed, cursor.current != UInt8(ascii: ";")
      else { return }
      guard let link = FlowchartLink(&cursor) else {
        throw .unreadable(line: cursor.line)
      }
      skipLineBreaks()
      let after = try readNodes()
      for from in before {
        for to in after {
          guard links.count < DiagramLimits.lines else {
            throw .tooMany("lines", limit: DiagramLimits.lines)
          }
          links.append((from, to, link))
        }
      }
      before = after
    }
  }

  /// A link may be followed by its target in the next line.
  private mutating func skipLineBreaks() {
    while cursor.current.isBlank || cursor.current == .lineFeed { cursor.place += 1 }
  }

  private static let keywords: [StaticString] = [
    "subgraph", "end", "direction", "classDef", "class", "style", "linkStyle", "click", "accTitle",
    "accDescr", "title",
  ]

  /// A word at the start of a statement that names what the statement is.
  private mutating func keyword() -> StaticString? {
    for word in Self.keywords where cursor.has(word) {
      let next = cursor.peek(word.utf8CodeUnitCount)
      let isEnd = next.isBlank || next == .lineFeed || next == 0 || next == UInt8(ascii: ";")
      if isEnd || (next == UInt8(ascii: ":") && cursor.has("acc")) {
        // `title --> B` is about a node of that name.
        var after = cursor
        after.place += word.utf8CodeUnitCount
        after.skipBlanks()
        if after.current == .dash || after.current == .equals || after.has("<--") { return nil }
        cursor.place += word.utf8CodeUnitCount
        return word
      }
    }
    return nil
  }

  private mutating func readKeyword(_ word: StaticString) throws(DiagramFault) {
    switch "\(word)" {
    case "subgraph": try openGroup()
    case "end": closeGroup()
    case "direction":
      let direction = FlowDirection(word: cursor.restOfLine().prefix { $0.isLetter })
      if let group = openGroups.last?.number {
        diagram.groups[group].direction = direction
      } else if let direction {
        diagram.direction = direction
      }
    case "title":
      let title = cursor.restOfLine().drop { $0 == ":" || $0 == " " }
      diagram.title = diagram.title ?? DiagramText.plain(String(title))
    case "accTitle":
      let title = cursor.restOfLine().drop { $0 == ":" || $0 == " " }
      diagram.spokenTitle = DiagramText.plain(String(title))
    case "accDescr":
      cursor.skipBlanks()
      if cursor.current == UInt8(ascii: "{") {
        while !cursor.isAtEnd, !cursor.skip(UInt8(ascii: "}")) { cursor.place += 1 }
      } else {
        cursor.place = cursor.lineEnd
      }
    default:
      // How things look, and where links would lead.
      cursor.place = cursor.lineEnd
    }
  }

  // MARK: - Groups

  private mutating func openGroup() throws(DiagramFault) {
    guard diagram.groups.count < DiagramLimits.groups else {
      throw .tooMany("subgraphs", limit: DiagramLimits.groups)
    }
    guard openGroups.count < DiagramLimits.depth else {
      throw DiagramFault(reason: "the subgraphs of the diagram are nested too deeply")
    }
    let line = cursor.line
    let rest = cursor.restOfLine()
    let (name, title) = FlowchartText.groupTitle(rest.last == ";" ? rest.dropLast() : rest)
    let number = diagram.groups.count
    diagram.groups.append(.init(title: title, parent: openGroups.last?.number))
    if !name.isEmpty, groupNames[name] == nil { groupNames[name] = number }
    openGroups.append(OpenGroup(number: number, line: line))
  }

  /// A node belongs to the first group that ends and names it.
  private mutating func closeGroup() {
    guard let group = openGroups.popLast() else { return }
    for node in group.nodes where diagram.boxes[node].group == nil {
      diagram.boxes[node].group = group.number
    }
  }

  // MARK: - Nodes

  private mutating func readNodes() throws(DiagramFault) -> [Int] {
    var found: [Int] = []
    repeat {
      skipLineBreaks()
      found.append(try readNode())
      cursor.skipBlanks()
    } while cursor.skip(UInt8(ascii: "&"))
    return found
  }

  private mutating func readNode() throws(DiagramFault) -> Int {
    let start = cursor.place
    FlowchartText.skipName(&cursor)
    guard cursor.place > start else { throw .unreadable(line: cursor.line) }
    let name = cursor.text(start..<cursor.place)
    let node = try number(of: name)
    if let (shape, label) = FlowchartText.shape(&cursor) {
      let lines = DiagramText.lines(label)
      diagram.boxes[node].shape = shape
      diagram.boxes[node].content = .label(
        lines.allSatisfy(\.isEmpty) ? [] : FlowchartText.withoutMarks(lines))
    } else if cursor.has("@{") {
      readAttributes(of: node)
    }
    if cursor.skip(":::") { FlowchartText.skipName(&cursor) }
    return node
  }

  private mutating func number(of name: String) throws(DiagramFault) -> Int {
    let number: Int
    if let known = nodes[name] {
      number = known
    } else {
      guard names.count < DiagramLimits.boxes else {
        throw .tooMany("boxes", limit: DiagramLimits.boxes)
      }
      number = names.count
      nodes[name] = number
      names.append(name)
      diagram.boxes.append(.init(shape: .rectangle, content: .label([name])))
    }
    if !openGroups.isEmpty { openGroups[openGroups.count - 1].nodes.append(number) }
    return number
  }

  /// Reads attributes such as `@{ shape: cyl }`.
  private mutating func readAttributes(of node: Int) {
    cursor.place += 2
    let start = cursor.place
    while !cursor.isAtEnd, cursor.current != UInt8(ascii: "}") { cursor.place += 1 }
    let attributes = FlowchartText.attributes(cursor.text(start..<cursor.place))
    _ = cursor.skip(UInt8(ascii: "}"))
    if let shape = attributes["shape"].flatMap({ FlowchartText.shapes[$0] }) {
      diagram.boxes[node].shape = shape
    }
    if let label = attributes["label"] {
      diagram.boxes[node].content = .label(DiagramText.lines(label))
    }
  }

  // MARK: - The whole

  /// Takes names of groups for the groups, and groups without anything in them for boxes.
  private consuming func finished() -> BoxDiagram {
    var isGroup = [Int?](repeating: nil, count: names.count)
    for (node, name) in names.enumerated() { isGroup[node] = groupNames[name] }
    let given = diagram
    diagram.boxes = []
    var boxes = [Int](repeating: 0, count: names.count)
    for (node, box) in given.boxes.enumerated() where isGroup[node] == nil {
      boxes[node] = diagram.boxes.count
      diagram.boxes.append(box)
    }
    let emptied = EmptyGroups(&diagram)
    for (from, to, link) in links {
      func end(_ node: Int) -> BoxDiagram.End {
        isGroup[node].map { emptied.end(of: $0) } ?? .box(boxes[node])
      }
      diagram.lines.append(link.line(from: end(from), to: end(to)))
    }
    EmptyGroups.joinLoops(&diagram)
    return diagram
  }
}
