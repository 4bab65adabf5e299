import Diagnostics
import SpecModel

/// Says why steps have their agents.
///
/// What speaks for an agent is looked up again when it is asked for, so that plans need not hold it.
package struct AssignmentReasons {
  private let assignments: Assignments
  private var matchers: [Int: TaskMatcher] = [:]

  package init(_ plan: Plan) {
    assignments = plan.assignments
  }

  /// One line for each thing that spoke for the agent of a step.
  package mutating func reasons(_ index: Int) -> [String] {
    let step = assignments.steps[index]
    switch step.choice {
    case .named: return [naming(step)]
    case .primary: return ["primary agent of the feature; no other of its agents matched the task"]
    case .standIn: return ["default agent; the feature has no agent that fits"]
    case .nobody: return ["no agent: the feature names none and there is no default agent"]
    case .matched: return evidence(step)
    case .placed:
      let agent = assignments.roster.agents[Int(step.agent)]
      if let part = assignments.graph.parts[Int(step.feature)]?.coordinated {
        return ["coordinates \(part)"]
      }
      let origin = agent.dutyOrigin.isEmpty ? "qa agent of the feature" : agent.dutyOrigin
      return step.kind == .verification
        ? [origin, "implements no task of the feature"] : [origin]
    }
  }

  /// Who names the agent: the task, or the document of a module by its own name.
  private func naming(_ step: PlannedStep) -> String {
    let feature = Int(step.feature)
    guard case .module? = assignments.graph.parts[feature],
      assignments.graph.features[feature].directory
        .hasSuffix("/" + assignments.roster.agents[Int(step.agent)].name)
    else { return "the task names the agent" }
    return "the agent of the module"
  }

  /// Everybody that something about a task speaks for, the one who is chosen first; none for steps
  /// that are no tasks and for tasks that name their agent.
  package mutating func candidates(_ index: Int) -> [TaskCandidate] {
    let step = assignments.steps[index]
    guard step.kind == .task, step.choice != .named else { return [] }
    let roster = assignments.roster
    return matching(step) { matcher, _ in
      matcher.ranking().map { place, score in
        let agent = matcher.candidates[place]
        return TaskCandidate(
          agent: roster.agents[agent].name, score: score,
          isOwn: matcher.isOwn(place),
          evidence: matcher.evidence(for: agent).map(\.description))
      }
    } ?? []
  }

  /// How many agents compete for the tasks of a step's feature.
  package func competitorCount(_ index: Int) -> Int {
    assignments.implementers[Int(assignments.steps[index].feature)].agents.count
  }

  private mutating func evidence(_ step: PlannedStep) -> [String] {
    matching(step) { matcher, match in
      let isOwn = matcher.candidates.firstIndex(of: match.agent).map(matcher.isOwn) ?? true
      return matcher.evidence(for: match.agent).map(\.description) + [
        "best match among the \(isOwn ? "feature's agents" : "agents of several features"), "
          + "score \(match.score)"
      ]
    } ?? []
  }

  /// Matches the task of a step anew; `nil` when nothing speaks for anybody.
  private mutating func matching<Result>(
    _ step: PlannedStep, _ body: (TaskMatcher, (agent: Int, score: Int)) -> Result
  ) -> Result? {
    let feature = Int(step.feature)
    var matcher =
      matchers.removeValue(forKey: feature)
      ?? TaskMatcher(
        assignments.implementers[feature], roster: assignments.roster,
        feature: assignments.graph.registryName(ofFeature: feature))
    defer { matchers[feature] = matcher }
    let task = Int(assignments.graph.nodes[Int(step.node)].task)
    guard let tasks = assignments.graph.features[feature].tasks?.tasks,
      let match = matcher.match(title: tasks[task].title, files: tasks[task].files)
    else { return nil }
    return body(matcher, match)
  }
}
