/// Why an agent has nothing to do in a plan of everything.
package enum AgentIdleness: Sendable, Hashable, CaseIterable {
  /// Documents and registry contradict each other, so that nobody has anything to do.
  case unplannable
  /// No feature has a task.
  case noTasks
  /// It carries out what no other agent does, and there is nothing of the kind.
  case nothingLeft
  /// It has a place around the tasks, but no feature has what it looks at.
  case nothingToCheck
  /// Only workflows have it, which are plans of their own.
  case inWorkflows
  /// It is to verify features and implements tasks of each of them.
  case implementsThere
  /// Its features have no tasks.
  case emptyFeatures
  /// Nothing could ever speak for it.
  case noWords
  /// Tasks speak for it, and more for others.
  case outmatched
  /// No task speaks for it.
  case unmatched
  /// No feature has it, though its words could speak for it.
  case unnamed
  /// No feature has it, and it has neither words nor a place.
  case unknown

  init(_ entry: AgentUsageEntry, plan: Plan?) {
    self =
      if !entry.isUsed {
        entry.hasWords && entry.category != nil ? .unnamed : .unknown
      } else if let plan {
        Self.standingBy(entry, plan)
      } else {
        .unplannable
      }
  }

  private static func standingBy(_ entry: AgentUsageEntry, _ plan: Plan) -> AgentIdleness {
    if plan.taskCount == 0 { return .noTasks }
    if entry.place == "executor" { return .nothingLeft }
    if entry.place != nil { return .nothingToCheck }
    if !entry.workflows.isEmpty, entry.competesIn.isEmpty { return .inWorkflows }
    if entry.competesIn.isEmpty { return .implementsThere }
    let planned = Set(
      plan.features.indices.lazy.filter { plan.features[$0].taskCount > 0 }
        .map { plan.assignments.graph.registryName(ofFeature: $0) })
    if planned.isDisjoint(with: entry.competesIn) { return .emptyFeatures }
    if entry.lostTaskCount > 0 { return .outmatched }
    if !entry.hasWords, entry.primaryIn.isEmpty { return .noWords }
    return .unmatched
  }

  /// The reason as a phrase behind the agent's name.
  package func reason(_ entry: AgentUsageEntry) -> String {
    switch self {
    case .unplannable: "no plan can be made: 'specctl plan' says why"
    case .noTasks: "no feature has a task"
    case .nothingLeft: "carries out what no other agent does, and there is nothing of the kind"
    case .nothingToCheck: "no feature has what it looks at"
    case .inWorkflows: "only workflows have it, such as \(entry.workflows.first ?? "")"
    case .implementsThere: "is to verify features and implements tasks of each of them"
    case .emptyFeatures: "no tasks in \(Self.list(entry.competesIn))"
    case .noWords: "no 'auto_invoke_on', and its name speaks of no kind of file"
    case .outmatched:
      (entry.lostTaskCount == 1 ? "1 task speaks" : "\(entry.lostTaskCount) tasks speak")
        + " for it and more for others"
    case .unmatched: "no task of \(Self.list(entry.competesIn)) speaks for it"
    case .unnamed: "no feature has it"
    case .unknown:
      entry.category == nil
        ? "there is its file, and nothing names it"
        : "no feature has it, and it has neither 'auto_invoke' nor 'auto_invoke_on'"
    }
  }

  /// What would bring the agent in; `nil` where nothing need be done.
  package var remedy: String? {
    switch self {
    case .unplannable, .noTasks, .nothingLeft, .nothingToCheck, .inWorkflows, .emptyFeatures: nil
    case .implementsThere: "name other agents for those tasks, or another qa agent"
    case .noWords, .outmatched, .unmatched:
      "give it words in 'auto_invoke_on' that stand in titles or paths, or name it in a task: "
        + "'_Agent: NAME_'"
    case .unnamed:
      "name it in 'supporting_agents' of a feature, give it 'features', or list it below "
        + "'agents.auto_enable'"
    case .unknown:
      "name it in a feature of the registry, or configure when it is wanted: 'auto_invoke', or "
        + "'auto_invoke_on' and 'features'"
    }
  }

  private static func list(_ features: [String]) -> String {
    features.count > 3 ? "its \(features.count) features" : features.joined(separator: ", ")
  }
}
