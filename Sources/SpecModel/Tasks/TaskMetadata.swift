import Diagnostics

/// Puts the metadata lines of a task where they belong.
struct TaskMetadata {
  let text: SpecText
  let bytes: ByteView
  /// The lines of the task's block.
  let lines: Range<Int>

  mutating func apply(_ entries: [MetadataEntry], to task: inout TaskItem) {
    task.metadata = entries
    for entry in entries {
      switch entry.key {
      case .requirements, .validates:
        Self.add(references(entry), to: &task.requirements)
      case .dependencies:
        task.declaresDependencies = true
        Self.add(references(entry), to: &task.dependencies)
      case .files:
        Self.add(files(entry), to: &task.files)
      case .leverage:
        Self.add(FileMentions.find(in: bytes, entry.valueRange), to: &task.leverage)
      case .resources:
        Self.add(resources(entry), to: &task.resources)
      case .agent, .owner:
        task.keep(name(entry), of: entry.key)
      case .estimate, .priority, .purpose:
        task.keep(value(entry), of: entry.key)
      case .prompt, .status, .acceptance, .description, .identifier, .other:
        break
      }
    }
  }

  /// Nearly every key stands once, and its list need not be copied then.
  private static func add<Element>(_ found: [Element], to list: inout [Element]) {
    if list.isEmpty { list = found } else { list += found }
  }

  private func references(_ entry: MetadataEntry) -> [Reference] {
    guard entry.valueRange.isEmpty else { return ReferenceList.parse(bytes, entry.valueRange) }
    return listBelow(entry).flatMap { ReferenceList.parse(bytes, $0) }
  }

  private func files(_ entry: MetadataEntry) -> [FileMention] {
    guard entry.valueRange.isEmpty else {
      return FileMentions.read(in: bytes, entry.valueRange)
    }
    return listBelow(entry).flatMap { FileMentions.read(in: bytes, $0) }
  }

  private func resources(_ entry: MetadataEntry) -> [Located<String>] {
    guard entry.valueRange.isEmpty else { return ResourceNames.find(in: bytes, entry.valueRange) }
    return listBelow(entry).flatMap { ResourceNames.find(in: bytes, $0) }
  }

  private func value(_ entry: MetadataEntry) -> Located<String>? {
    entry.valueRange.isEmpty ? nil : Located(text.text(entry.valueRange), at: entry.valueRange)
  }

  /// The value without a remark in parentheses and without backticks.
  private func name(_ entry: MetadataEntry) -> Located<String>? {
    var (lower, upper) = (entry.valueRange.lowerBound.utf8, entry.valueRange.upperBound.utf8)
    if let remark = bytes[lower..<upper].firstIndex(of: UInt8(ascii: "(")), remark > lower {
      upper = remark
    }
    func isAround(_ byte: UInt8) -> Bool { byte.isBlank || byte == UInt8(ascii: "`") }
    while lower < upper, isAround(bytes[lower]) { lower += 1 }
    while upper > lower, isAround(bytes[upper - 1]) { upper -= 1 }
    let range = Range<Offset>(lower, upper)
    return range.isEmpty ? nil : Located(text.text(range), at: range)
  }

  /// The bullets below a key without a value: those deeper than its line, up to the next line that is not.
  private func listBelow(_ entry: MetadataEntry) -> [Range<Offset>] {
    guard
      let keyLine = lines.first(where: { Int(text.lines[$0].end) >= entry.keyRange.upperBound.utf8 }
      )
    else { return [] }
    let indent = text.lines[keyLine].indent
    var keyCursor = Cursor(bytes, text.lines[keyLine])
    let keyIsBulleted = keyCursor.skipBullet()
    var found: [Range<Offset>] = []
    for index in (keyLine + 1)..<max(lines.upperBound, keyLine + 1) {
      let line = text.lines[index]
      if line.kind == .blank, found.isEmpty, !keyIsBulleted { continue }
      var cursor = Cursor(bytes, line)
      guard line.kind == .text, line.indent > indent || !keyIsBulleted && line.indent == indent,
        cursor.skipBullet(), cursor.current != UInt8(ascii: "[")
      else { break }
      found.append(Range(cursor.position, cursor.end))
    }
    return found
  }
}
