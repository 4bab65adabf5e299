import Diagnostics

/// Finds the tasks that a reference means.
package struct TaskIndex: Sendable {
  /// What a reference leads to.
  package enum Resolution: Sendable, Equatable {
    /// Tasks by index; a group stands for all its leaves.
    case tasks([Int])
    /// The reference says that there is nothing.
    case nothing
    /// Words that name no task.
    case words
    /// An id that no task has.
    case unknown(id: String)
  }

  private let document: TasksDocument
  private let byID: [String: Int]

  package init(_ document: TasksDocument) {
    self.document = document
    byID = document.firstByID
  }

  /// The first task with an id, with or without a letter prefix such as `T` or `Task-`.
  package func task(_ id: String) -> Int? {
    if let found = byID[id] { return found }
    return byID[Self.alternative(id)] ?? byID["T" + id] ?? byID["TASK-" + id]
  }

  /// The leaves below a task, itself if it is one, in document order.
  package func leaves(of task: Int) -> [Int] {
    var found: [Int] = []
    var pending = [task]
    while let next = pending.popLast() {
      let children = document.tasks[next].children
      if children.isEmpty { found.append(next) } else { pending += children.reversed() }
    }
    return found
  }

  /// What a reference that stands at a task means.
  ///
  /// `All` means every leaf that comes earlier. A range means the tasks from its first to its last
  /// in document order.
  package func resolve(_ reference: Reference, at task: Int) -> Resolution {
    switch reference.kind {
    case .none: return .nothing
    case .text: return .words
    case .all:
      return .tasks((0..<task).filter { document.tasks[$0].isLeaf })
    case .identifier(let id):
      if reference.word == "phase" || reference.word == "section" {
        guard let leaves = group(id) else {
          return reference.word == "section" ? .words : .unknown(id: id)
        }
        return .tasks(leaves)
      }
      if let found = self.task(id) { return .tasks(leaves(of: found)) }
      if let leaves = group(id), reference.word != "task" { return .tasks(leaves) }
      if reference.word == "requirement" || reference.word == "story" { return .words }
      return .unknown(id: id)
    case .range(let from, let to):
      guard let first = self.task(from) else { return .unknown(id: from) }
      guard let last = self.task(to) ?? self.task(completed(to, like: from)) else {
        return .unknown(id: to)
      }
      guard first <= last else { return .tasks(leaves(of: first) + leaves(of: last)) }
      let end = leaves(of: last).last ?? last
      return .tasks((first...max(last, end)).filter { document.tasks[$0].isLeaf })
    }
  }

  /// The leaves below a heading with a number, such as `## Phase 2`.
  private func group(_ id: String) -> [Int]? {
    guard let group = document.groups.first(where: { $0.id == id }) else { return nil }
    return group.tasks.filter { document.tasks[$0].isLeaf }
  }

  /// The end of `T2-1..3` or `2.1-4`: the last part alone.
  private func completed(_ to: String, like from: String) -> String {
    guard let cut = from.lastIndex(where: { $0 == "." || $0 == "-" }) else {
      return from.prefix { !$0.isNumber } + to
    }
    return from[...cut] + to
  }

  /// `1` for `TASK-1`.
  private static func alternative(_ id: String) -> String {
    let stripped = id.drop { !$0.isNumber }
    return String(stripped)
  }
}
