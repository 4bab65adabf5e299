import SpecModel

/// The numbers of tasks below the same parent, in document order.
enum NumberSequence {
  /// A task whose number is not that of its elder sibling plus one.
  struct Jump: Sendable {
    var task: Int
    /// The highest number before it.
    var last: Int
    var next: Int
    /// Whether no sibling at all, not even a later one, has the number before.
    var isGap = false
  }

  private struct Number: Hashable {
    var prefix: Substring
    var value: Int
  }

  static func jumps(_ tasks: [TaskItem]) -> [Jump] {
    var last: [Substring: Int] = [:]
    var jumps: [Jump] = []
    for index in tasks.indices where tasks[index].hasWrittenID {
      guard let (prefix, number) = number(of: tasks[index]) else { continue }
      guard let before = last[prefix] else {
        last[prefix] = number
        continue
      }
      if number != before + 1, number != before {
        jumps.append(Jump(task: index, last: before, next: number))
      }
      if number > before { last[prefix] = number }
    }
    // Most lists have no jump, and then nobody needs to know all numbers.
    if !jumps.isEmpty { markGaps(&jumps, in: tasks) }
    return jumps
  }

  private static func markGaps(_ jumps: inout [Jump], in tasks: [TaskItem]) {
    var present: Set<Number> = []
    for task in tasks where task.hasWrittenID {
      guard let (prefix, value) = number(of: task) else { continue }
      present.insert(Number(prefix: prefix, value: value))
    }
    for index in jumps.indices where jumps[index].next > jumps[index].last + 1 {
      guard let (prefix, value) = number(of: tasks[jumps[index].task]) else { continue }
      jumps[index].isGap = !present.contains(Number(prefix: prefix, value: value - 1))
    }
  }

  private static func number(of task: TaskItem) -> (prefix: Substring, value: Int)? {
    let start = numberStart(task.id.utf8)
    var end = task.id.endIndex
    // A task that was split into 9a and 9b still is the ninth.
    if let last = task.id.utf8.last, last &- 0x61 < 26 { end = task.id.utf8.index(before: end) }
    guard start <= end else { return nil }
    return Int(task.id[start..<end]).map { (task.id[..<start], $0) }
  }

  /// Where the last number of an id begins: behind its last dot or dash, or behind its letters.
  private static func numberStart(_ id: String.UTF8View) -> String.Index {
    if let cut = id.lastIndex(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) {
      return id.index(after: cut)
    }
    return id.firstIndex { $0 &- 0x30 < 10 } ?? id.endIndex
  }
}
