import Diagnostics
import SpecModel
import SpecPlanning

/// The waves and agents that a plan gives to tasks, made when first asked for.
struct TaskWaves: Sendable {
  struct Entry: Sendable, Hashable {
    var wave: Int
    var agent: String?
  }

  private enum State: Sendable {
    case unknown
    case planned(Plan)
    /// The workspace as a whole cannot be planned.
    case impossible
  }

  private var state = State.unknown
  /// By directory and index of the task.
  private var entries: [String: [Int: Entry]] = [:]

  /// By the index of the task; empty where nothing can be planned.
  ///
  /// Where the workspace as a whole cannot be planned, the feature is planned alone.
  mutating func entries(of feature: Feature, in workspace: Workspace) -> [Int: Entry] {
    if let known = entries[feature.directory] { return known }
    let order = workspace.configuration?.planning.order.flatMap {
      PlanningOrder(rawValue: $0.value)
    }
    if case .unknown = state {
      let plan = Planner(order: order ?? .document).plan(workspace).plan
      state = plan.map { .planned($0) } ?? .impossible
    }
    let found: [Int: Entry]
    if case .planned(let plan) = state {
      found = Self.entries(of: feature, in: plan)
    } else {
      let planner = Planner(order: order ?? .document)
      var alone = workspace
      alone.features = [feature]
      var plan = planner.plan(alone).plan
      if plan == nil {
        // It may be what the registry says of features that cannot be planned.
        alone.registry = nil
        plan = planner.plan(alone).plan
      }
      found = plan.map { Self.entries(of: feature, in: $0) } ?? [:]
    }
    entries[feature.directory] = found
    return found
  }

  private static func entries(of feature: Feature, in plan: Plan) -> [Int: Entry] {
    guard let number = plan.features.firstIndex(where: { $0.directory == feature.directory })
    else { return [:] }
    var found: [Int: Entry] = [:]
    for index in plan.assignments.indices where plan.assignments.feature(index) == number {
      guard let wave = plan.assignments.wave(index), let task = plan.assignments[index].task else {
        continue
      }
      let agent = plan.assignments.agentName(plan.assignments.agentNumber(index))
      found[task] = Entry(wave: wave, agent: agent)
    }
    return found
  }
}
