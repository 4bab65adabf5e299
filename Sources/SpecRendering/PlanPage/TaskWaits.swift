import SpecPlanning

/// Finds what tasks wait for, through the milestones between them.
///
/// A milestone can gather thousands of tasks for thousands of others: of those only the first few are
/// told, so that the whole stays linear in the plan.
struct TaskWaits {
  /// How many of the tasks behind one milestone are told.
  static let limit = 24

  /// What a node waits for.
  struct Origin {
    /// The number of a task in the picture, or of a feature all of whose tasks are meant.
    enum Source: Hashable {
      case task(Int)
      case feature(Int)
    }

    var source: Source
    var reason: EdgeReason?
  }

  private let plan: Plan
  /// For each assignment the number of its task in the picture; a review stands for its task.
  private let tasks: [Int]
  /// For each feature of the plan its number in the picture.
  private let features: [Int]
  private var gathered: [Int: [Origin]] = [:]
  /// Milestones behind which more stands than is told.
  private var cut: Set<Int> = []

  init(_ plan: Plan, tasks: [Int], features: [Int]) {
    self.plan = plan
    self.tasks = tasks
    self.features = features
  }

  /// What a node waits for, each once, and how many milestones have more behind them than is told.
  mutating func origins(of node: Int) -> (origins: [Origin], cut: Int) {
    var seen: Set<Origin.Source> = []
    var result: [Origin] = []
    var cuts = 0
    let reasons = plan.edges(into: node).map(\.reason)
    for (place, before) in plan.predecessors(of: node).enumerated() {
      let before = Int(before)
      for origin in sources(of: before) where seen.insert(origin.source).inserted {
        let own = reasons[place] == .membership ? nil : reasons[place]
        result.append(Origin(source: origin.source, reason: own ?? origin.reason))
      }
      if cut.contains(before) { cuts += 1 }
    }
    return (result, cuts)
  }

  /// What a node stands for when another waits for it.
  private mutating func sources(of node: Int) -> [Origin] {
    if let known = direct(node) { return known }
    if let known = gathered[node] { return known }
    // Milestones may follow one another in chains of any length.
    var stack = [node]
    while let next = stack.last {
      let open = plan.predecessors(of: next).map(Int.init)
        .filter { direct($0) == nil && gathered[$0] == nil }
      if open.isEmpty {
        stack.removeLast()
        gather(next)
      } else {
        stack += open
      }
    }
    return gathered[node] ?? []
  }

  private mutating func gather(_ node: Int) {
    guard gathered[node] == nil else { return }
    var seen: Set<Origin.Source> = []
    var result: [Origin] = []
    let reasons = plan.edges(into: node).map(\.reason)
    for (place, before) in plan.predecessors(of: node).lazy.map(Int.init).enumerated() {
      if cut.contains(before) { cut.insert(node) }
      for origin in direct(before) ?? gathered[before] ?? []
      where seen.insert(origin.source).inserted {
        guard result.count < Self.limit else {
          cut.insert(node)
          break
        }
        let own = reasons[place] == .membership ? nil : reasons[place]
        result.append(Origin(source: origin.source, reason: own ?? origin.reason))
      }
    }
    gathered[node] = result
  }

  /// `nil` for a milestone that has to be looked behind.
  private func direct(_ node: Int) -> [Origin]? {
    if node < plan.assignments.count {
      let task = tasks[node]
      if task >= 0 { return [Origin(source: .task(task), reason: nil)] }
      // Who waits for the check of a layer waits for its modules.
      let kind = plan.features[plan.assignments.feature(node)].kind
      return kind == .layer || kind == .system ? nil : []
    }
    let milestone = plan.milestones[node - plan.assignments.count]
    guard let feature = milestone.feature else { return nil }
    // A feature without planned tasks stands for what it waits for itself.
    guard features[feature] >= 0 else { return nil }
    if milestone.id.hasSuffix("/@start") { return [] }
    return milestone.id.hasSuffix("/@implemented") || milestone.id.hasSuffix("/@verified")
      ? [Origin(source: .feature(features[feature]), reason: nil)] : nil
  }
}
