import Diagnostics
import SpecModel

/// The edits that write below a task what Spec Kit's title of it says: the stories it is for, and the
/// files it works on.
///
/// Titles stay as they are, with their labels.
struct LabelledTaskConversion {
  private(set) var edits: [TextEdit] = []
  private var noted: ImportRemarks
  private let document: TasksDocument
  private let stories: Set<Int>

  var remarks: [ImportRemark] { noted.remarks }

  /// Reads the tasks of a document in Spec Kit's form.
  ///
  /// Stories that are not among the given ones have no requirement. Linear in the bytes.
  init(_ document: TasksDocument, stories: Set<Int>) {
    self.document = document
    self.stories = stories
    noted = ImportRemarks(on: document.text.file)
    // What the grammar of `.claude/specs` finds by itself need not be written.
    let plain = TasksDocument(reading: document.text.file)
    var line = 0
    for (task, own) in zip(document.tasks, plain.tasks) {
      let lines = document.text.lines
      while line < lines.count, lines[line].range.lowerBound < task.range.lowerBound { line += 1 }
      convert(task, own, at: line)
    }
  }

  private mutating func convert(_ task: TaskItem, _ own: TaskItem, at line: Int) {
    let labels = task.storyLabels(in: document.text)
    var additions: [String] = []
    if task.files != own.files, own.files.isEmpty {
      let paths = task.files.map { Self.written($0.path) }
      additions.append("- File: " + paths.joined(separator: ", "))
    }
    if own.requirements.isEmpty {
      var seen: Set<Int> = []
      let known = labels.map(\.number).filter { stories.contains($0) && seen.insert($0).inserted }
      if !known.isEmpty {
        additions.append("- _Requirements: \(known.map(String.init).joined(separator: ", "))_")
      }
    }
    for label in labels where !stories.contains(label.number) {
      noted.add(
        "task '\(task.id)' is for a story \(label.number) that 'spec.md' does not have",
        at: label.range.lowerBound)
    }
    guard !additions.isEmpty, task.form == .checkbox, line < document.text.lines.count else {
      return
    }
    add(additions, behind: line)
  }

  /// Paths are written in backticks where they hold what could end them.
  private static func written(_ path: String) -> String {
    let isPlain = path.utf8.allSatisfy { byte in
      byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
        || "/._-@+~".utf8.contains(byte)
    }
    return isPlain ? path : "`\(path)`"
  }

  /// Inserts lines below a task's line and those that go on with its title.
  private mutating func add(_ additions: [String], behind line: Int) {
    let lines = document.text.lines
    var last = line
    while last + 1 < lines.count, lines[last + 1].kind == .text,
      lines[last + 1].indent > lines[line].indent
    {
      var scanner = LineScanner(document.text.bytes, lines[last + 1])
      if scanner.skipItemMark() { break }
      last += 1
    }
    let bytes = document.text.bytes
    let start = Int(lines[line].start)
    let indent = String(decoding: bytes[start..<Int(lines[line].textStart)], as: UTF8.self)
    let lineBreak = document.text.lineBreak
    let text = additions.map { lineBreak + indent + "  " + $0 }.joined()
    edits.append(TextEdit(inserting: text, at: Offset(Int(lines[last].end))))
  }
}
