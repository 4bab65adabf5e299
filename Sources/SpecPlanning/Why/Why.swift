package import Diagnostics

/// Why a task stands in its wave and has its agent.
package struct Why: Sendable {
  /// One link of the chain that forces a wave: `after` waits for `before`, which stands one wave earlier.
  package struct Link: Sendable, Hashable {
    /// The id of the task that stands one wave earlier.
    package var before: String
    /// The id of the task that waits.
    package var after: String
    /// The strongest on the way from one to the other: the first that is written somewhere.
    package var reason: EdgeReason
    /// Where that is written; `nil` where it is written nowhere.
    package var path: String?
    /// Where in that file; `nil` where there is no path.
    package var range: Range<Offset>?
    /// The name of what only one of the two may use at a time.
    package var resource: String?
  }

  /// The index of the task in ``Plan/assignments``.
  package var assignment: Int
  /// From the task back to one of the first wave.
  package var chain: [Link]
  /// Everything that the task itself waits for, the ways over milestones included.
  package var waits: [PlanEdge]
  /// Why the task has its agent, line by line.
  package var agentReasons: [String]
  /// Everybody that something about the task speaks for, the one who is chosen first.
  package var candidates: [TaskCandidate]
  /// How many agents compete for the tasks of the feature.
  package var competitorCount: Int

  /// Of a step that is no task the chain is empty, and so are the candidates.
  package init(_ plan: Plan, assignment: Int) {
    self.assignment = assignment
    var reasons = AssignmentReasons(plan)
    agentReasons = reasons.reasons(assignment)
    candidates = reasons.candidates(assignment)
    competitorCount = reasons.competitorCount(assignment)
    waits = plan.edges(into: assignment)
    chain = []
    var current = assignment
    while let link = Self.link(plan, from: current) {
      chain.append(link.link)
      current = link.before
    }
  }

  /// The task one wave earlier that a task waits for, found over the steps and milestones between them.
  private static func link(_ plan: Plan, from task: Int) -> (link: Link, before: Int)? {
    guard let wave = plan.assignments.wave(task), wave > 0 else { return nil }
    var parent: [Int: Int] = [:]
    var queue = [task]
    var position = 0
    while position < queue.count {
      let node = queue[position]
      position += 1
      for next in plan.predecessors(of: node).lazy.map(Int.init) where parent[next] == nil {
        parent[next] = node
        if let earlier = plan.wave(ofNode: next) {
          guard earlier == wave - 1 else { continue }
          return (link(plan, to: task, from: next, parent), next)
        }
        queue.append(next)
      }
    }
    return nil
  }

  /// The strongest reason on the way from one task to the other: the first that is written somewhere.
  private static func link(_ plan: Plan, to task: Int, from before: Int, _ parent: [Int: Int])
    -> Link
  {
    var link = Link(
      before: plan.id(ofNode: before), after: plan.id(ofNode: task), reason: .membership)
    var node = before
    while node != task, let next = parent[node] {
      let id = plan.id(ofNode: node)
      for edge in plan.edges(into: next) where edge.before == id {
        // The usual order of layers is written nowhere, but says more than that one is part of another.
        guard let reason = edge.reason,
          reason != .membership || link.path == nil && link.reason == .membership
        else { continue }
        (link.reason, link.path, link.range) = (reason, edge.path, edge.range)
        link.resource = edge.resource
      }
      node = next
    }
    return link
  }
}

extension Plan {
  /// The number of the wave of a task; `nil` for other nodes.
  fileprivate func wave(ofNode node: Int) -> Int? {
    node < assignments.count ? assignments.wave(node) : nil
  }

  /// The tasks that a person means by `feature/task` or by the bare id of a task, as indices of ``assignments``.
  package func tasks(named name: String) -> [Int] {
    let tasks = assignments.indices.filter { assignments.kind($0) == .task }
    let exact = tasks.filter { assignments.id($0) == name }
    guard exact.isEmpty else { return exact }
    return tasks.filter { index in
      let assignment = assignments[index]
      return assignment.id.utf8.dropFirst(features[assignment.feature].name.utf8.count + 1)
        .elementsEqual(name.utf8)
    }
  }

  /// The id of the task that a person most likely meant.
  package func task(near name: String) -> String? {
    nearMiss(to: name, among: assignments.lazy.filter { $0.kind == .task }.map(\.id))
  }
}
