import Diagnostics
import SpecModel

/// Finds in the words of tasks which of them need what others make.
///
/// A task waits for an earlier one when its text names that task, when it is a checkpoint, when it writes
/// the test of a file that the other names first, when it leverages or names a file of the other, when
/// its title names something in code that the title of the other introduces, or when it works on a table
/// that the other makes. Linear in the document.
struct InferredEdges {
  struct Edge {
    /// Positions among the leaves; `before` stands before `after` in the order of the tasks.
    var before: Int
    var after: Int
    var origin: EdgeOrigin
  }

  private(set) var edges: [Edge] = []

  private let graph: FeatureGraph
  private let bytes: [UInt8]
  private let leastConfidence: Confidence
  /// By path the first task that names it, and whether the task makes it.
  private var makers: [String: Int] = [:]
  /// By stem the first task that names a file which is no test.
  private var makersByStem: [String: Int] = [:]
  private var makersOfNames: [String: Int] = [:]
  private var makersOfTables: [String: Int] = [:]
  /// The pairs that have an edge.
  private var pairs: Set<Int64> = []
  private let ranksByID: [String: Int]

  /// Looks at the tasks in the order given, so that no edge leads against it; `waiting` says of which
  /// tasks edges are wanted.
  init(
    _ graph: FeatureGraph, order: [Int32], leastConfidence: Confidence = .medium,
    waiting: (Int) -> Bool
  ) {
    self.graph = graph
    self.leastConfidence = leastConfidence
    bytes = graph.outline.document.text.bytes
    var ranks: [String: Int] = [:]
    for (rank, leaf) in graph.outline.leaves.enumerated() {
      let id = graph.tasks[leaf].id
      if ranks[id] == nil { ranks[id] = rank }
    }
    ranksByID = ranks
    var seen = [Bool](repeating: false, count: graph.leafCount)
    // What a checkpoint waits for: all since the one before it, which waits for the rest.
    var gathered: [Int] = []
    for rank in order.lazy.map(Int.init) {
      if waiting(rank) {
        if TitleWords.isCheckpoint(task(rank).title) {
          for before in gathered { add(before, rank, .checkpoint, task(rank).titleRange) }
          gathered.removeAll()
        } else {
          addEdges(to: rank, seen: seen)
        }
      }
      note(rank)
      seen[rank] = true
      gathered.append(rank)
    }
  }

  private func task(_ rank: Int) -> TaskItem { graph.tasks[graph.outline.leaves[rank]] }

  // MARK: What tasks make

  private mutating func note(_ rank: Int) {
    let task = task(rank)
    for file in task.files where !file.path.contains("*") {
      if makers[file.path] == nil { makers[file.path] = rank }
      if !TestPath.isTest(file.path), let stem = TestPath.stem(file.path),
        makersByStem[stem] == nil
      {
        makersByStem[stem] = rank
      }
    }
    let made = TitleWords.made(
      bytes, task.titleRange.lowerBound.utf8..<task.titleRange.upperBound.utf8)
    var previous: String?
    TextToken.forEach(in: bytes, made) { token in
      let word = text(token.range)
      if token.kind == .name, makersOfNames[word] == nil { makersOfNames[word] = rank }
      if let name = previous, Self.isTable(word), makersOfTables[name] == nil {
        makersOfTables[name] = rank
      }
      previous = word.lowercased()
    }
  }

  private static func isTable(_ word: String) -> Bool {
    word.lowercased() == "table" || word == "表" || word.lowercased() == "tabla"
  }

  // MARK: What tasks need

  private mutating func addEdges(to rank: Int, seen: [Bool]) {
    let task = task(rank)
    addMentions(to: rank, task, seen: seen)
    for file in task.files where TestPath.isTest(file.path) {
      guard let stem = TestPath.stem(file.path), let maker = makersByStem[stem] else { continue }
      add(maker, rank, .testOfFile, file.range)
    }
    for file in task.leverage {
      if let maker = makers[file.path] { add(maker, rank, .useOfFile, file.range) }
    }
    let own = Set(task.files.map(\.path))
    let made = TitleWords.made(
      bytes, task.titleRange.lowerBound.utf8..<task.titleRange.upperBound.utf8)
    forEachToken(of: task) { edges, token, isInTitle in
      let word = edges.text(token.range)
      let place = Range<Offset>(token.range.lowerBound, token.range.upperBound)
      switch token.kind {
      case .path where !own.contains(word):
        if let maker = edges.makers[word] { edges.add(maker, rank, .useOfFile, place) }
      case .name where isInTitle && !made.contains(token.range.lowerBound):
        if let maker = edges.makersOfNames[word] { edges.add(maker, rank, .useOfName, place) }
      case .path, .name, .word: break
      }
    }
    addTables(to: rank, task)
  }

  /// `Task 1.2`, `T001`: the word before a number that is an id, or an id that begins with letters.
  private mutating func addMentions(to rank: Int, _ task: TaskItem, seen: [Bool]) {
    var isBehindWord = false
    forEachToken(of: task) { edges, token, _ in
      let word = edges.text(token.range)
      let isWord = ["task", "tasks", "任务", "タスク", "tarea", "tareas"].contains(word.lowercased())
      if isBehindWord, let other = edges.ranksByID[word], seen[other], other != rank,
        !edges.saysOtherwise(lineOf: token.range.lowerBound)
      {
        edges.add(
          other, rank, .taskMention, Range(token.range.lowerBound, token.range.upperBound))
      }
      isBehindWord = isWord
    }
  }

  /// Whether the line of a mention says that the two tasks run side by side, or that the other waits.
  private func saysOtherwise(lineOf position: Int) -> Bool {
    var start = position
    while start > 0, position - start < 200, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    let head = text(start..<position).lowercased()
    return ["parallel", "block", "enable", "before task", "independent", "并行", "並行", "paralelo"]
      .contains { head.contains($0) }
  }

  private mutating func addTables(to rank: Int, _ task: TaskItem) {
    guard !makersOfTables.isEmpty else { return }
    var previous: String?
    forEachToken(of: task) { edges, token, _ in
      let word = edges.text(token.range)
      if let name = previous, Self.isTable(word), let maker = edges.makersOfTables[name] {
        edges.add(
          maker, rank, .useOfTable, Range(token.range.lowerBound, token.range.upperBound))
      }
      previous = word.lowercased()
    }
  }

  /// The words of a task without those of its dependency lines, which are no part of what is inferred.
  private mutating func forEachToken(
    of task: TaskItem, _ body: (inout Self, TextToken, _ isInTitle: Bool) -> Void
  ) {
    let hidden =
      task.metadata.lazy.filter { $0.key == .dependencies }
      .map { $0.keyRange.lowerBound.utf8..<$0.valueRange.upperBound.utf8 }
      + task.inlineDependencies.map { $0.range.lowerBound.utf8..<$0.range.upperBound.utf8 }
    let title = task.titleRange.lowerBound.utf8..<task.titleRange.upperBound.utf8
    let block = title.lowerBound..<max(title.upperBound, task.block.upperBound.utf8)
    var tokens: [TextToken] = []
    TextToken.forEach(in: bytes, block) { tokens.append($0) }
    for token in tokens where !hidden.contains(where: { $0.contains(token.range.lowerBound) }) {
      body(&self, token, token.range.upperBound <= title.upperBound)
    }
  }

  private mutating func add(
    _ before: Int, _ after: Int, _ reason: EdgeReason, _ place: Range<Offset>
  ) {
    guard before != after, let confidence = reason.confidence, confidence >= leastConfidence,
      pairs.insert(Int64(before) << 32 | Int64(after)).inserted
    else { return }
    edges.append(Edge(before: before, after: after, origin: EdgeOrigin(reason, at: place)))
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
