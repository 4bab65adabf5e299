import Diagnostics

/// Finds the lines that are almost tasks.
///
/// Real documents are full of lists and brackets that nobody meant as tasks, so a slip of the pen
/// counts only with a number behind it, or with the siblings that the number makes expect.
struct AlmostTaskReader {
  let document: TasksDocument
  let bytes: ByteView

  func read() -> [AlmostTask] {
    var found: [AlmostTask] = []
    let hasBoxes = document.tasks.contains { $0.form == .checkbox && $0.hasWrittenID }
    for line in document.text.lines {
      switch line.kind {
      case .text:
        if let almost = almostBox(line) ?? (hasBoxes ? outsideBox(line) : nil) {
          found.append(almost)
        }
      case .code where document.tasks.isEmpty:
        if let almost = boxInCode(line) { found.append(almost) }
      default: break
      }
    }
    return found
  }

  // MARK: Boxes with a slip

  /// A box that is not quite one, with a number behind it.
  private func almostBox(_ line: TextLine) -> AlmostTask? {
    var cursor = Cursor(bytes, line)
    let start = cursor.position
    if cursor.current == UInt8(ascii: "[") {
      guard cursor.scanCheckbox() != nil, isNumber(&cursor) else { return nil }
      return almost(.noBullet, line, [insertion("- ", at: start)])
    }
    if cursor.current.isDigit { return tightBoxInList(cursor, line) }
    guard isBullet(cursor.current) else { return nil }
    if cursor.peek(1) == UInt8(ascii: "[") {
      cursor.position += 1
      let box = cursor.position
      guard cursor.scanCheckbox() != nil, isNumber(&cursor) else { return nil }
      return almost(.noBlankBehindBullet, line, [insertion(" ", at: box)])
    }
    guard cursor.skipBullet() else { return nil }
    switch cursor.current {
    case UInt8(ascii: "["): return badBox(cursor, line)
    case UInt8(ascii: "\\"), 0xEF: return strangeBox(cursor, line)
    case let byte where byte.isDigit: return boxBehindNumber(cursor, line)
    default: return nil
    }
  }

  /// `[]`, `[x]1.` and `[done]`.
  private func badBox(_ cursor: Cursor, _ line: TextLine) -> AlmostTask? {
    var cursor = cursor
    var box = cursor
    guard box.scanCheckbox() == nil else { return nil }
    let open = cursor.position
    cursor.position += 1
    let mark = cursor.position
    while !cursor.isAtEnd, cursor.current != UInt8(ascii: "]"), cursor.position - mark < 14 {
      cursor.position += 1
    }
    let close = cursor.position
    guard cursor.skip(UInt8(ascii: "]")) else { return nil }
    let isTight = !cursor.current.isBlank
    let behind = cursor.position
    // `[1.2](#a)` and `[]: x` are links.
    guard !"(:[".utf8.contains(cursor.current) else { return nil }
    _ = cursor.skip(UInt8(ascii: "*"))
    cursor.skipBlanks()
    guard isNumber(&cursor) else { return nil }
    if close == mark {
      return almost(
        .emptyBox, line,
        [insertion(" ", at: mark)] + (isTight ? [insertion(" ", at: behind)] : []))
    }
    if let state = word(mark..<close) {
      let edit = TextEdit(replacing: Range(open + 1, close), with: state)
      return almost(
        .wordInBox(text(mark..<close)), line,
        [edit] + (isTight ? [insertion(" ", at: behind)] : []))
    }
    guard isTight, close == mark + 1, " xX-~".utf8.contains(bytes[mark]) else { return nil }
    return almost(.noBlankBehindBox, line, [insertion(" ", at: behind)])
  }

  /// `1. [x]**Task**: A`, where nothing else is a task.
  private func tightBoxInList(_ start: Cursor, _ line: TextLine) -> AlmostTask? {
    var cursor = start
    guard document.tasks.isEmpty, cursor.skipBullet(), cursor.skip(UInt8(ascii: "[")),
      " xX-~".utf8.contains(cursor.current)
    else { return nil }
    cursor.position += 1
    guard cursor.skip(UInt8(ascii: "]")) else { return nil }
    let behind = cursor.position
    while cursor.current.isEmphasis { cursor.position += 1 }
    // `[x](a)` and `[x]: a` are links.
    guard cursor.current.isLetter || cursor.current >= 0x80 else { return nil }
    return almost(.noBlankBehindBox, line, [insertion(" ", at: behind)])
  }

  /// `［x］` and `\[x\]`.
  private func strangeBox(_ cursor: Cursor, _ line: TextLine) -> AlmostTask? {
    var cursor = cursor
    let open = cursor.position
    guard cursor.skip("\\[") || cursor.skip("［") else { return nil }
    let mark = cursor.position
    while !cursor.isAtEnd, cursor.position - mark < 4, cursor.current != UInt8(ascii: "\\"),
      cursor.current != 0xEF, cursor.current != UInt8(ascii: "]")
    {
      cursor.position += 1
    }
    let content = mark..<cursor.position
    guard cursor.skip("\\]") || cursor.skip("］") || cursor.skip(UInt8(ascii: "]")) else {
      return nil
    }
    let behind = cursor.position
    cursor.skipBlanks()
    guard content.count <= 1, content.isEmpty || " xX-~".utf8.contains(bytes[mark]),
      isNumber(&cursor)
    else { return nil }
    let state = content.isEmpty ? " " : text(content)
    let blank = bytes[min(behind, bytes.count - 1)].isBlank ? "" : " "
    return almost(
      .strangeBrackets, line,
      [TextEdit(replacing: Range(open, behind), with: "[\(state)]\(blank)")])
  }

  /// `- 1. [ ] A`.
  private func boxBehindNumber(_ cursor: Cursor, _ line: TextLine) -> AlmostTask? {
    var cursor = cursor
    let start = cursor.position
    guard isNumber(&cursor) else { return nil }
    let number = start..<cursor.position
    cursor.skipBlanks()
    let box = cursor.position
    guard cursor.scanCheckbox() != nil else { return nil }
    var boxEnd = cursor.position
    while boxEnd > box, bytes[boxEnd - 1].isBlank { boxEnd -= 1 }
    return almost(
      .numberBeforeBox, line,
      [
        TextEdit(
          replacing: Range(start, boxEnd), with: "\(text(box..<boxEnd)) \(text(number).trimmed)")
      ])
  }

  // MARK: No box at all

  /// `- 2.3 A` or `1. [ ] A` where the siblings have a box with the number behind it.
  private func outsideBox(_ line: TextLine) -> AlmostTask? {
    var cursor = Cursor(bytes, line)
    let start = cursor.position
    if cursor.current.isDigit {
      guard isNumber(&cursor) else { return nil }
      let number = text(start..<cursor.position).trimmed
      cursor.skipBlanks()
      let box = cursor.position
      guard cursor.scanCheckbox() != nil else { return nil }
      // With a number of its own behind the box it is a task already.
      var behind = cursor
      if isNumber(&behind) { return nil }
      let id = number.filter { $0.isNumber || $0 == "." }.trimmingDots
      guard document.firstByID[id] == nil, isExpected(id, line) else { return nil }
      var boxEnd = cursor.position
      while boxEnd > box, bytes[boxEnd - 1].isBlank { boxEnd -= 1 }
      return almost(
        .numberBeforeBox, line,
        [
          TextEdit(
            replacing: Range(start, boxEnd), with: "- \(text(box..<boxEnd)) \(number)")
        ])
    }
    guard isBullet(cursor.current), cursor.skipBullet() else { return nil }
    while cursor.current.isEmphasis { cursor.position += 1 }
    let number = cursor.position
    guard cursor.current.isDigit, let found = cursor.scanIdentifier(), found.text.contains("."),
      !cursor.isAtEnd, cursor.current != UInt8(ascii: ","), cursor.current != UInt8(ascii: ")"),
      document.firstByID[found.text] == nil, isExpected(found.text, line)
    else { return nil }
    return almost(.noBox, line, [insertion("[ ] ", at: number)])
  }

  /// Whether the tasks on both sides of a number are there as boxes, or the one before it where
  /// nothing else says that the line is a detail: then somebody forgot a box.
  private func isExpected(_ id: String, _ line: TextLine) -> Bool {
    guard let cut = id.lastIndex(of: ".") else {
      guard let value = Int(id) else { return false }
      return hasBox("\(value - 1)", line) && hasBox("\(value + 1)", line)
    }
    guard let value = Int(id[id.index(after: cut)...]) else { return false }
    return hasBox("\(id[...cut])\(value - 1)", line) && hasBox("\(id[...cut])\(value + 1)", line)
      || hasBox("\(id[...cut])\(value - 1)", line) && value > 1
        && indent(of: "\(id[...cut])\(value - 1)") == Int(line.indent)
  }

  private func hasBox(_ id: String, _ line: TextLine) -> Bool {
    guard let index = document.firstByID[id] else { return false }
    return document.tasks[index].form == .checkbox && document.tasks[index].hasWrittenID
  }

  private func indent(of id: String) -> Int? {
    guard let index = document.firstByID[id] else { return nil }
    let start = document.tasks[index].range.lowerBound.utf8
    var lineStart = start
    while lineStart > 0, !bytes[lineStart - 1].isLineBreak { lineStart -= 1 }
    return start - lineStart
  }

  // MARK: Boxes in code

  private func boxInCode(_ line: TextLine) -> AlmostTask? {
    var cursor = Cursor(bytes, line)
    guard isBullet(cursor.current), cursor.skipBullet(), cursor.scanCheckbox() != nil,
      isNumber(&cursor)
    else { return nil }
    return almost(.inCode, line, [])
  }

  // MARK: Parts

  private func isBullet(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "+")
  }

  /// Skips a number that only an id has: `1.`, `2.1`, `T001`, `**3.**`.
  private func isNumber(_ cursor: inout Cursor) -> Bool {
    while cursor.current.isEmphasis { cursor.position += 1 }
    let isDigit = cursor.current.isDigit
    guard let found = cursor.scanIdentifier() else { return false }
    return isDigit || found.certainty == .certain
  }

  /// The state that a word in a box means.
  private func word(_ range: Range<Int>) -> String? {
    switch text(range).lowercased().trimmed {
    case "done", "complete", "completed", "finished", "yes": "x"
    case "todo", "to do", "open", "pending", "no", "not started": " "
    case "wip", "in progress", "doing", "started": "-"
    default: nil
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func insertion(_ text: String, at position: Int) -> TextEdit {
    TextEdit(inserting: text, at: Offset(position))
  }

  private func almost(
    _ reason: AlmostTask.Reason, _ line: TextLine, _ edits: [TextEdit]
  ) -> AlmostTask {
    AlmostTask(reason: reason, range: line.range, edits: edits)
  }
}

extension String {
  fileprivate var trimmed: String { trimmingBlanks }

  fileprivate var trimmingDots: String {
    var text = self[...]
    while text.last == "." { text.removeLast() }
    return String(text)
  }
}
