package import Diagnostics
package import SpecModel

/// Writes into a task list what its tasks wait for, so that people can look at it and change it.
///
/// Every task that says nothing gets a line `_Depends: …_`, with `none` where it waits for nothing, so
/// that afterwards the order is the same whatever silence means. Waits that others imply are left out.
package struct DependencyWriting: Sendable {
  /// Why a document is left as it is.
  package enum Refusal: Error, Sendable, Hashable {
    /// What is declared is at fault; the findings of a plan say how.
    case faultyDependencies
    /// Two tasks have one id, so that a line could not say which is meant.
    case repeatedID(String)
    /// A task has no id of its own.
    case missingID(title: String)
    case tooManyTasks
    /// The changed document would not be read as meant; the task where it shows.
    case notReadable(id: String)
  }

  /// The lines to add, in the order of the document.
  package private(set) var edits: [TextEdit] = []
  /// The number of tasks that get a line.
  package var count: Int { edits.count }

  /// A set of all tasks before each task has to fit into memory.
  private static let taskLimit = 20_000

  /// Reads the order as a plan of all tasks would, done ones too.
  package init(
    _ document: TasksDocument, order: PlanningOrder, leastConfidence: Confidence = .medium
  ) throws(Refusal) {
    let graph = FeatureGraph(
      document, order: order, selection: TaskSelection(includesDone: true),
      leastConfidence: leastConfidence)
    guard graph.order != nil, graph.unknown.isEmpty, graph.selfDependencies.isEmpty else {
      throw .faultyDependencies
    }
    guard graph.leafCount <= Self.taskLimit else { throw .tooManyTasks }
    try Self.checkIDs(graph)
    // A checkpoint that waves leave out has its place by the order alone.
    let declared = FeatureGraph(
      document, order: .declared, selection: TaskSelection(includesDone: true))
    let waits = DirectWaits(graph)
    var expected: [Int: [String]] = [:]
    for (rank, leaf) in graph.outline.leaves.enumerated() where !declared.saysItsWaits[rank] {
      let ids = waits.before[rank].map { graph.tasks[graph.outline.leaves[$0]].id }
      expected[leaf] = ids
      edits.append(Self.line(ids, for: document.tasks[leaf], in: document))
    }
    try Self.check(document, edits, expected)
  }

  private static func checkIDs(_ graph: FeatureGraph) throws(Refusal) {
    var seen: Set<String> = []
    for task in graph.tasks {
      if task.isLeaf, !task.hasWrittenID { throw .missingID(title: task.title) }
      if !seen.insert(task.id).inserted { throw .repeatedID(task.id) }
    }
  }

  // MARK: Lines

  /// A line behind the last one of the task that is not blank, in the form of the lines there.
  private static func line(_ ids: [String], for task: TaskItem, in document: TasksDocument)
    -> TextEdit
  {
    let bytes = document.text.bytes
    var end = min(task.block.upperBound.utf8, bytes.count)
    while end > task.titleRange.upperBound.utf8, isBlank(bytes[end - 1]) { end -= 1 }
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let value = ids.isEmpty ? "none" : ids.joined(separator: ", ")
    let text = lineEnding(bytes) + indentation(of: task, bytes) + "- _Depends: \(value)_"
    return TextEdit(inserting: text, at: Offset(end))
  }

  /// The indentation of the task's own lines; two more than that of the task where it has none.
  private static func indentation(of task: TaskItem, _ bytes: [UInt8]) -> String {
    if let entry = task.metadata.last {
      return leading(bytes, lineOf: entry.keyRange.lowerBound.utf8)
    }
    let own = leading(bytes, lineOf: task.range.lowerBound.utf8)
    return task.form == .checkbox ? own + "  " : own
  }

  private static func leading(_ bytes: [UInt8], lineOf position: Int) -> String {
    var start = position
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = start
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private static func lineEnding(_ bytes: [UInt8]) -> String {
    guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    guard bytes[end] == 0x0D else { return "\n" }
    return end + 1 < bytes.count && bytes[end + 1] == 0x0A ? "\r\n" : "\r"
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  // MARK: Checking

  /// Reads the document with its new lines: it has the same tasks, and each says what was meant.
  private static func check(
    _ document: TasksDocument, _ edits: [TextEdit], _ expected: [Int: [String]]
  ) throws(Refusal) {
    guard let bytes = edits.applied(to: document.text.bytes) else {
      throw .notReadable(id: document.tasks.first?.id ?? "")
    }
    let changed = TasksDocument(
      reading: SourceFile(path: document.path, bytes: bytes))
    for (index, task) in document.tasks.enumerated() {
      guard changed.tasks.indices.contains(index), changed.tasks[index].id == task.id,
        changed.tasks[index].title == task.title, changed.tasks[index].state == task.state
      else { throw .notReadable(id: task.id) }
      guard let ids = expected[index] else { continue }
      let read = changed.tasks[index].dependencies.compactMap { reference -> String? in
        if case .identifier(let id) = reference.kind { id } else { nil }
      }
      guard changed.tasks[index].declaresDependencies, read == ids else {
        throw .notReadable(id: task.id)
      }
    }
  }
}

/// For each leaf the leaves that it waits for and that no other wait implies.
private struct DirectWaits {
  private(set) var before: [[Int]]

  init(_ graph: FeatureGraph) {
    let directed = graph.directed
    let words = (graph.leafCount + 63) / 64
    // A bit for each leaf that stands before the node.
    var all = [[UInt64]](repeating: [], count: graph.nodeCount)
    var near = [Set<Int>](repeating: [], count: graph.nodeCount)
    for node in GraphLevels(directed).order.lazy.map(Int.init) {
      if all[node].isEmpty { all[node] = [UInt64](repeating: 0, count: words) }
      for target in directed.successors(of: node).lazy.map(Int.init) {
        if all[target].isEmpty { all[target] = [UInt64](repeating: 0, count: words) }
        for word in 0..<words { all[target][word] |= all[node][word] }
        if node < graph.leafCount {
          all[target][node / 64] |= 1 << UInt64(node % 64)
          near[target].insert(node)
        } else {
          near[target].formUnion(near[node])
        }
      }
    }
    before = (0..<graph.leafCount).map { rank in
      near[rank].filter { candidate in
        !near[rank].contains { other in
          other != candidate && all[other][candidate / 64] & (1 << UInt64(candidate % 64)) != 0
        }
      }.sorted()
    }
  }
}
