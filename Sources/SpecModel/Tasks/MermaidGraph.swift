import Diagnostics

/// Reads the edges of a mermaid flowchart whose nodes are tasks.
///
/// A node is a task when its name or the start of its label is the id of one: `T2.1[Logo]`,
/// `A[1.1 Set up]`, `A["Task 1.1: …"]`. Other nodes are passed over, and the edges at them.
struct MermaidGraph {
  /// The tasks by id.
  let ids: [String: Int]
  private(set) var edges: [DrawnEdge] = []
  /// Every id of a task that stands in the name or the label of a node, at exactly its place.
  private(set) var mentions: [Located<String>] = []
  /// The task that each node name was found to stand for.
  private var tasksByNode: [String: String] = [:]

  init(ids: [String: Int]) {
    self.ids = ids
  }

  mutating func read(_ bytes: ByteView, _ line: Range<Int>) {
    var cursor = Cursor(bytes, line)
    var before: [Located<String>] = []
    cursor.skipBlanks()
    guard let first = nodes(&cursor) else { return }
    before = first
    while !cursor.isAtEnd {
      cursor.skipBlanks()
      guard let link = MermaidLink(&cursor), let after = nodes(&cursor) else { return }
      for from in before where link == .arrow {
        for to in after where from.value != to.value {
          edges.append(DrawnEdge(from: from, to: to, drawing: .mermaid))
        }
      }
      before = after
    }
  }

  /// `A`, `A[label]` or `A & B`; the result holds only those that are tasks.
  private mutating func nodes(_ cursor: inout Cursor) -> [Located<String>]? {
    var found: [Located<String>] = []
    repeat {
      cursor.skipBlanks()
      let start = cursor.position
      while !cursor.isAtEnd, isNameByte(cursor) { cursor.position += 1 }
      guard cursor.position > start else { return nil }
      let name = String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
      if ["graph", "flowchart", "subgraph", "style", "class", "classDef", "end", "direction"]
        .contains(name)
      {
        if name == "style" || name == "class" { readStyledNodes(&cursor) }
        return nil
      }
      if ids[name] != nil { mentions.append(Located(name, at: Range(start, cursor.position))) }
      let label = skipLabel(&cursor)
      if let task = task(cursor.bytes, name, label) {
        tasksByNode[name] = task
        found.append(Located(task, at: Range(start, cursor.position)))
      }
      cursor.skipBlanks()
    } while cursor.skip(UInt8(ascii: "&"))
    return found
  }

  /// The names behind `style` and `class`, which may be ids as well.
  private mutating func readStyledNodes(_ cursor: inout Cursor) {
    repeat {
      cursor.skipBlanks()
      let start = cursor.position
      while !cursor.isAtEnd, isNameByte(cursor) { cursor.position += 1 }
      let name = String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
      if ids[name] != nil { mentions.append(Located(name, at: Range(start, cursor.position))) }
    } while cursor.skip(UInt8(ascii: ","))
  }

  private func isNameByte(_ cursor: Cursor) -> Bool {
    let byte = cursor.current
    if byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte >= 0x80 { return true }
    // `T1-1` and `T2.1` are names; `A-->B` and `A-.->B` are not.
    return (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."))
      && (cursor.peek(1).isLetter || cursor.peek(1).isDigit)
  }

  /// Skips `[…]`, `(…)`, `{…}` or `((…))` and returns what is inside.
  private func skipLabel(_ cursor: inout Cursor) -> Range<Int>? {
    let closing: UInt8
    switch cursor.current {
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
    default: return nil
    }
    let opening = cursor.current
    while cursor.current == opening { cursor.position += 1 }
    let start = cursor.position
    while !cursor.isAtEnd, cursor.current != closing { cursor.position += 1 }
    let end = cursor.position
    while cursor.current == closing { cursor.position += 1 }
    return start..<end
  }

  private mutating func task(
    _ bytes: ByteView, _ name: String, _ label: Range<Int>?
  ) -> String? {
    let isNamed = ids[name] != nil
    if let label {
      var cursor = Cursor(bytes, label)
      while cursor.skip(UInt8(ascii: "\"")) {}
      cursor.skipDecoration()
      let word = TaskWords.skip(&cursor)
      cursor.skipBlanks()
      if let found = cursor.scanIdentifier(followsWord: true), ids[found.text] != nil,
        word?.isTask ?? true, !isNamed || found.text == name
      {
        mentions.append(
          Located(found.text, at: Range(found.range.lowerBound, found.range.upperBound)))
        return found.text
      }
    }
    return isNamed ? name : tasksByNode[name]
  }
}
