import Diagnostics
import SpecModel

extension Rule {
  static let emptyValue = Rule(
    id: "empty-value", group: .tasks,
    summary: "A task has a key for requirements or dependencies without a value.",
    rationale: "Whether there is nothing to say or something was forgotten cannot be seen.",
    severity: .warning,
    passing: [
      .tasks("- [ ] 1. A\n  - _Requirements: 1.1_\n  - _Depends: None_\n"),
      .tasks("- [ ] 1. A\n  - Requirements:\n    - 1.1\n"),
      .tasks("### Task 1: A\n\n**Dependencies**:\n- **Needs**: Task 1\n"),
    ],
    failing: [
      .tasks("- [ ] 1. é😀\n  - _→Requirements:_\n"),
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - **→Depends on:**\n- [ ] 3. C\n"),
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks else { return }
      for index in document.tasks.indices {
        for entry in document.tasks[index].metadata
        where entry.valueRange.isEmpty && entry.key.isList {
          guard !document.hasLinesBelow(entry, of: index) else { continue }
          let isDependency = entry.key == .dependencies
          report(
            Finding(
              "'\(document.text.text(entry.keyRange))' has no value", in: document.path,
              at: entry.keyRange,
              help: isDependency
                ? "write the ids of tasks, or 'None'" : "write the ids of requirements, or 'None'"))
        }
      }
    })
}

extension TasksDocument {
  /// Whether the block of a task goes on below a key with what may be the key's value: the next line
  /// is deeper than that of the key, or stands at the same depth without a key of its own.
  fileprivate func hasLinesBelow(_ entry: MetadataEntry, of task: Int) -> Bool {
    let end = tasks[task].block.upperBound.utf8
    var keyLine: TextLine?
    let first = text.lines.partitioningIndex { Int($0.end) >= entry.keyRange.upperBound.utf8 }
    for line in text.lines[first...] where line.kind != .blank {
      guard let key = keyLine else {
        keyLine = line
        continue
      }
      guard Int(line.start) < end else { return false }
      if line.indent > key.indent || line.kind != .text { return true }
      // A list may stand below a key that is no element of a list itself.
      if startsBullet(line) { return !startsBullet(key) }
      return !tasks[task].metadata.contains { line.range.contains($0.keyRange.lowerBound) }
    }
    return false
  }

  private func startsBullet(_ line: TextLine) -> Bool {
    let start = Int(line.textStart)
    let bytes = text.bytes
    return start + 1 < bytes.count
      && (bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "*"))
      && bytes[start + 1] == 0x20
  }
}

extension Array {
  /// The index of the first element for which a condition holds that, once true, stays true.
  func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
