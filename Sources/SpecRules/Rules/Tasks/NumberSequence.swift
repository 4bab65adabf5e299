import SpecModel

/// The numbers of tasks below the same parent, in document order.
enum NumberSequence {
  /// A task whose number is not that of its elder sibling plus one.
  struct Jump: Sendable {
    var task: Int
    /// The highest number before it.
    var last: Int
    var next: Int
  }

  static func jumps(_ tasks: [TaskItem]) -> [Jump] {
    var last: [Substring: Int] = [:]
    var jumps: [Jump] = []
    for index in tasks.indices where tasks[index].hasWrittenID {
      let id = tasks[index].id
      let start = numberStart(id.utf8)
      guard let number = Int(id[start...]) else { continue }
      let prefix = id[..<start]
      guard let before = last[prefix] else {
        last[prefix] = number
        continue
      }
      if number != before + 1, number != before {
        jumps.append(Jump(task: index, last: before, next: number))
      }
      if number > before { last[prefix] = number }
    }
    return jumps
  }

  /// Where the last number of an id begins: behind its last dot or dash, or behind its letters.
  private static func numberStart(_ id: String.UTF8View) -> String.Index {
    if let cut = id.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) {
      return id.index(after: cut)
    }
    return id.firstIndex { $0 &- 0x30 < 10 } ?? id.endIndex
  }
}
