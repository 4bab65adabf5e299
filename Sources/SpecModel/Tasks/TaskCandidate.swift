import Diagnostics

/// A line that may be a task, before the document as a whole decides.
struct TaskCandidate {
  enum Form {
    case checkbox
    case heading(level: Int)
    case paragraph
  }

  var line: Int
  var form: Form
  var state: TaskState
  var stateRange: Range<Int>?
  var isOptional = false
  var identifier: ScannedIdentifier?
  /// The word before the id, such as `task` or `phase`; empty without one.
  var word = ""
  /// Whether that word says that this is a task.
  var saysTask = false
  var title: Range<Int>
  var range: Range<Int>
}

/// Finds the candidates of a document, line by line.
struct TaskCandidateReader {
  let bytes: ByteView
  let lines: [TextLine]

  /// In document order; linear in the bytes.
  func candidates() -> [TaskCandidate] {
    var found: [TaskCandidate] = []
    found.reserveCapacity(lines.count / 4)
    for index in lines.indices {
      switch lines[index].kind {
      case .text:
        if let candidate = checkbox(index) ?? paragraph(index) { found.append(candidate) }
      case .heading(let level):
        found.append(heading(index, level: Int(level)))
      default:
        break
      }
    }
    numberByList(&found)
    return found
  }

  /// Takes the numbers of an ordered list for those of its boxes, `12. [ ] Text`, where no box has a
  /// number of its own and those of the list rise through the whole document.
  private func numberByList(_ found: inout [TaskCandidate]) {
    var numbers: [(candidate: Int, identifier: ScannedIdentifier)] = []
    var last = -1
    for index in found.indices {
      guard case .checkbox = found[index].form else { continue }
      if found[index].identifier != nil { return }
      let line = lines[found[index].line]
      guard line.indent < 4, let number = listNumber(line) else { continue }
      guard number.value > last else { return }
      last = number.value
      numbers.append((index, number.identifier))
    }
    guard numbers.count > 1 else { return }
    for (index, identifier) in numbers { found[index].identifier = identifier }
  }

  /// The number that an item of an ordered list begins with.
  private func listNumber(
    _ line: TextLine
  ) -> (value: Int, identifier: ScannedIdentifier)? {
    var cursor = Cursor(bytes, line)
    let start = cursor.position
    var value = 0
    while cursor.current.isDigit, cursor.position - start < 6 {
      value = value * 10 + Int(cursor.current - UInt8(ascii: "0"))
      cursor.position += 1
    }
    guard cursor.position > start,
      cursor.current == UInt8(ascii: ".") || cursor.current == UInt8(ascii: ")")
    else { return nil }
    let range = start..<cursor.position
    return (
      value,
      ScannedIdentifier(
        text: String(decoding: bytes[range], as: UTF8.self), range: range, certainty: .certain,
        prefix: "")
    )
  }

  private func checkbox(_ index: Int) -> TaskCandidate? {
    let line = lines[index]
    var cursor = Cursor(bytes, line)
    guard cursor.current != UInt8(ascii: "["), cursor.skipBullet(),
      let box = cursor.scanCheckbox()
    else { return nil }
    var candidate = TaskCandidate(
      line: index, form: .checkbox, state: box.state, stateRange: box.mark,
      isOptional: box.isOptional, title: cursor.rest,
      range: Int(line.textStart)..<Int(line.end))
    if cursor.isAtEnd, let below = textBelow(index) {
      // A formatter put the title on the next line.
      cursor = Cursor(bytes, below)
      candidate.range = candidate.range.lowerBound..<Int(below.end)
    }
    scanTitle(&cursor, into: &candidate)
    return candidate
  }

  /// The line below a box that is alone on its line, if it is an indented continuation.
  private func textBelow(_ index: Int) -> TextLine? {
    guard index + 1 < lines.count, lines[index + 1].kind == .text,
      lines[index + 1].indent > lines[index].indent
    else { return nil }
    var cursor = Cursor(bytes, lines[index + 1])
    guard !cursor.skip(UInt8(ascii: "-")), !cursor.skip(UInt8(ascii: "*")) else { return nil }
    return lines[index + 1]
  }

  private func heading(_ index: Int, level: Int) -> TaskCandidate {
    let line = lines[index]
    var cursor = Cursor(bytes, line)
    while cursor.current == UInt8(ascii: "#") { cursor.position += 1 }
    cursor.skipBlanks()
    var end = Int(line.end)
    while end > cursor.position, bytes[end - 1] == UInt8(ascii: "#") || bytes[end - 1].isBlank {
      end -= 1
    }
    cursor = Cursor(bytes, cursor.position..<end)
    var candidate = TaskCandidate(
      line: index, form: .heading(level: level), state: .open, title: cursor.rest,
      range: Int(line.textStart)..<Int(line.end))
    if let box = cursor.scanCheckbox() {
      (candidate.state, candidate.stateRange) = (box.state, box.mark)
    }
    scanTitle(&cursor, into: &candidate)
    return candidate
  }

  /// `**TASK-001: Title**` and `**Task 1: Title**`.
  private func paragraph(_ index: Int) -> TaskCandidate? {
    let line = lines[index]
    guard line.indent < 4, line.end - line.textStart > 6 else { return nil }
    var cursor = Cursor(bytes, line)
    guard cursor.skip("**") else { return nil }
    var candidate = TaskCandidate(
      line: index, form: .paragraph, state: .open, title: cursor.rest,
      range: Int(line.textStart)..<Int(line.end))
    scanTitle(&cursor, into: &candidate)
    guard let identifier = candidate.identifier,
      candidate.saysTask || identifier.prefix == "TASK" || identifier.prefix == "T",
      !candidate.title.isEmpty
    else { return nil }
    return candidate
  }

  private func scanTitle(_ cursor: inout Cursor, into candidate: inout TaskCandidate) {
    let titleStart = cursor.position
    cursor.skipDecoration()
    let word = TaskWords.skip(&cursor)
    cursor.skipBlanks()
    if let found = cursor.scanIdentifier(followsWord: word != nil) {
      candidate.identifier = found
      candidate.word = word?.text ?? ""
      candidate.saysTask = word?.isTask ?? false
      cursor.skipTitleSeparator()
    } else {
      cursor.position = titleStart
      cursor.skipDecoration()
    }
    cursor.takeBackOpeningTick()
    candidate.title = cursor.titleRange
  }
}

/// The words before an id that say what it numbers.
enum TaskWords {
  private static let words = WordList<(text: String, isTask: Bool)>(
    [
      "tasks", "task", "任务", "任務", "タスク", "tarea", "tarefa", "задача", "tâche", "aufgabe", "작업",
    ].map { ($0, (text: $0, isTask: true)) }
      + [
        "phase", "milestone", "sprint", "stage", "wave", "part", "group", "section", "step",
        "track", "week", "day", "epic", "module", "iteration", "阶段", "フェーズ", "fase", "этап",
        "ステップ", "步骤", "第",
      ].map { ($0, (text: $0, isTask: false)) })

  /// Skips such a word with the blanks behind it.
  ///
  /// `Task 1` and `Task #1` have one, but neither `Tasking` nor `TASK-1`.
  static func skip(_ cursor: inout Cursor) -> (text: String, isTask: Bool)? {
    let word = words.skip(&cursor) { after, isASCII in
      !isASCII || after.current.isBlank || after.current == UInt8(ascii: "#")
    }
    guard let word else { return nil }
    cursor.skipBlanks()
    _ = cursor.skip(UInt8(ascii: "#"))
    while cursor.current.isEmphasis { cursor.position += 1 }
    return word
  }
}

extension Cursor {
  /// Reads `[ ]`, `[x]`, `[-]*` with the blanks behind it.
  mutating func scanCheckbox() -> (state: TaskState, mark: Range<Int>, isOptional: Bool)? {
    let start = position
    guard skip(UInt8(ascii: "[")) else { return nil }
    let markStart = position
    var characters = 0
    while !isAtEnd, current != UInt8(ascii: "]"), characters <= 3 {
      position += 1
      while current & 0xC0 == 0x80 { position += 1 }
      characters += 1
    }
    let mark = markStart..<position
    guard characters <= 3, characters > 0, skip(UInt8(ascii: "]")),
      // `[x](link)` and `[1.1]: …` are links.
      current != UInt8(ascii: "("), current != UInt8(ascii: ":"), current != UInt8(ascii: "[")
    else {
      position = start
      return nil
    }
    let isOptional = skip(UInt8(ascii: "*"))
    guard current.isBlank || isAtEnd else {
      position = start
      return nil
    }
    skipBlanks()
    return (TaskState(bytes, mark: mark), mark, isOptional)
  }

  /// Skips what stands between an id and its title: emphasis, dashes, colons, symbols.
  mutating func skipTitleSeparator() {
    while !isAtEnd {
      skipDecoration()
      if skip(UInt8(ascii: "-")) || skip("—") || skip("–") || skipColon() || skip("、")
        || skip(UInt8(ascii: "."))
      {
        continue
      }
      return
    }
  }

  /// Goes back over a backtick that was passed as decoration and begins code in the title.
  mutating func takeBackOpeningTick() {
    let tick = UInt8(ascii: "`")
    guard position > 0, position < end, bytes[position - 1] == tick else { return }
    if !bytes[position..<end].count(where: { $0 == tick }).isMultiple(of: 2) { position -= 1 }
  }

  /// The rest of the span without blanks and unbalanced emphasis at its end.
  var titleRange: Range<Int> {
    var last = end
    while last > position, bytes[last - 1].isBlank { last -= 1 }
    for mark in [UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~")] {
      var closing = last
      while closing > position, bytes[closing - 1] == mark { closing -= 1 }
      if closing < last, !bytes[position..<closing].contains(mark) { last = closing }
    }
    return position..<last
  }
}

extension TaskState {
  /// The state that the mark between the brackets of a checkbox means.
  init(_ bytes: ByteView, mark: Range<Int>) {
    if mark.count == 1 {
      switch bytes[mark.lowerBound] {
      case UInt8(ascii: " "): self = .open
      case UInt8(ascii: "x"), UInt8(ascii: "X"): self = .done
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ">"): self = .inProgress
      case UInt8(ascii: "~"): self = .skipped
      case let byte: self = .unknown(String(UnicodeScalar(byte)))
      }
      return
    }
    let text = String(decoding: bytes[mark], as: UTF8.self)
    switch text.trimmingBlanks {
    case "": self = .open
    case "x", "X", "✓", "✔", "✅", "✔️": self = .done
    case "-": self = .inProgress
    case "~", "⏭️", "⏭": self = .skipped
    default: self = .unknown(text)
    }
  }

  /// The state that a status line means, if its first word is a known one.
  init?(status: String) {
    let text = status.lowercased().trimmingBlanks
    func starts(_ words: String...) -> Bool { words.contains { text.hasPrefix($0) } }
    if starts(
      "not started", "pending", "todo", "to do", "open", "planned", "ready", "未着手", "未开始",
      "pendiente", "⏳", "⬜", "backlog", "not ", "queued", "⏸", "待")
    {
      self = .open
    } else if starts(
      "completed", "complete", "done", "finished", "✅", "[x]", "完了", "已完成", "完成",
      "completado", "completada", "готово", "implemented", "passed", "merged", "closed")
    {
      self = .done
    } else if starts(
      "in progress", "in-progress", "ongoing", "started", "wip", "進行中", "进行中", "🚧",
      "🔄", "en progreso", "en curso", "partial", "blocked", "🟡")
    {
      self = .inProgress
    } else if starts(
      "skipped", "cancelled", "canceled", "dropped", "deferred", "n/a", "⏭", "wontfix")
    {
      self = .skipped
    } else {
      return nil
    }
  }
}
