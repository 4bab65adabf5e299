import Diagnostics
import SpecModel

/// What one reference to tasks leads to.
enum DependencyTargets {
  /// A task, or the leaves of a group.
  case task(Int)
  /// Two groups or tasks, for a range written from its end to its start.
  case tasks(Int, Int)
  /// Leaves that follow one another, by their positions.
  case span(Range<Int>)
  /// The reference says that there is nothing, or holds words that name no task.
  case nothing(isWords: Bool)
  case unknown(id: String)
}

extension TaskOutline {
  /// What a reference that stands at a task means; as `TaskIndex.resolve` has it, without listing leaves.
  func targets(of reference: Reference, at task: Int) -> DependencyTargets {
    switch reference.kind {
    case .none: return .nothing(isWords: false)
    case .text: return .nothing(isWords: true)
    case .all: return .span(0..<leavesBefore[task])
    case .identifier(let id): return targets(of: id, word: reference.word)
    case .range(let from, let to):
      guard let first = self.task(from) else { return .unknown(id: from) }
      guard let last = self.task(to) ?? self.task(Self.completed(to, like: from)) else {
        return .unknown(id: to)
      }
      guard first <= last else { return .tasks(first, last) }
      return .span(ranks(first..<max(last, lastLeaf(of: last)) + 1))
    }
  }

  private func targets(of id: String, word: String) -> DependencyTargets {
    if word == "phase" || word == "section" {
      if let ranks = heading(id) { return .span(ranks) }
      return word == "section" ? .nothing(isWords: true) : .unknown(id: id)
    }
    if let found = task(id) { return .task(found) }
    if word != "task", let ranks = heading(id) { return .span(ranks) }
    return word == "requirement" || word == "story" ? .nothing(isWords: true) : .unknown(id: id)
  }

  /// The end of `T2-1..3` or `2.1-4`: the last part alone.
  private static func completed(_ to: String, like from: String) -> String {
    guard let cut = from.lastIndex(where: { $0 == "." || $0 == "-" }) else {
      return from.prefix { !$0.isNumber } + to
    }
    return from[...cut] + to
  }
}
