package import Diagnostics
package import SpecModel
package import SpecPlanning
import SpecTracing

/// Where a workspace stands: the input of every form of `specctl summary`.
package struct WorkspaceSummary: Sendable {
  /// A feature, or a module of a layer.
  package struct Part: Sendable {
    package var name: String
    package var kind: PlannedFeature.Kind
    package var tasks: TaskCounts
    /// How many waves of the plan have tasks of it; `nil` without a plan.
    package var wavesLeft: Int?
    /// `nil` where there are no requirements.
    package var coverage: RequirementCoverage?
  }

  /// A task that waits for no other.
  package struct ReadyTask: Sendable {
    /// Unique in the plan: `dashboard/2.1`.
    package var id: String
    package var title: String
    /// `nil` when nobody could be found.
    package var agent: String?
    /// Whether the task list says that somebody has begun it.
    package var isInProgress: Bool
  }

  /// The plan in figures.
  package struct PlanFigures: Sendable {
    /// Tasks alone, without reviews and all other steps.
    package var tasks: Int
    package var waves: Int
    /// In seconds from the start to the end.
    package var makespan: Int
  }

  /// What a change does to the plan.
  package enum Change: Sendable {
    case known(PlanDifference)
    /// Why it cannot be told: a phrase.
    case unknown(String)
  }

  package var outcome: Outcome
  /// The least severity that makes `specctl validate` fail.
  package var threshold: Severity
  /// Features by name, then modules layer by layer.
  package var parts: [Part]
  /// `nil` where the documents cannot be planned.
  package var plan: PlanFigures?
  /// What keeps the plan from being made.
  package var planFaults: Int
  /// Tasks of the first wave, in the order of the plan.
  package var ready: [ReadyTask]
  /// What was changed in the plan since a revision, and that revision.
  package var change: (since: String, what: Change)?

  /// The summary of a workspace and what its rules found, with the plan and its schedule where they could
  /// be made, else the number of faults that keep them from it; linear in all of it.
  package init(
    _ workspace: Workspace, _ outcome: Outcome, threshold: Severity,
    plan: Plan?, schedule: Schedule?, planFaults: Int = 0
  ) async {
    self.outcome = outcome
    self.threshold = threshold
    self.planFaults = planFaults
    let features = workspace.features
    let modules = workspace.layered.map { workspace.moduleFeatures(inLayers: $0.layerOrder) } ?? []
    let waves = plan.map(Self.wavesLeft)
    let overview = WorkspaceOverview(workspace)
    let coverage = Dictionary(
      await TraceReport(workspace).features.filter { !$0.requirements.isEmpty }
        .map { ($0.directory, RequirementCoverage($0)) }
    ) { first, _ in first }
    parts = overview.features.map { entry in
      Part(
        name: entry.name, kind: .feature, tasks: entry.taskCounts,
        wavesLeft: waves.map { waves in entry.directory.flatMap { waves[$0] } ?? 0 },
        coverage: entry.directory.flatMap { coverage[$0] })
    }
    parts += zip(overview.modules, modules).map { module, feature in
      Part(
        name: module.name, kind: .module, tasks: module.taskCounts,
        wavesLeft: waves.map { $0[feature.directory] ?? 0 },
        coverage: coverage[feature.directory])
    }
    self.plan = plan.map {
      PlanFigures(
        tasks: $0.taskCount, waves: $0.waves.count, makespan: schedule?.makespan ?? 0)
    }
    ready = plan.map { Self.ready(in: $0, of: features + modules) } ?? []
  }

  /// In how many waves there are tasks of each folder.
  private static func wavesLeft(_ plan: Plan) -> [String: Int] {
    var counts = [Int](repeating: 0, count: plan.features.count)
    var last = [Int](repeating: -1, count: plan.features.count)
    for (number, wave) in plan.waves.enumerated() {
      for step in wave {
        let feature = plan.assignments.feature(step)
        if last[feature] != number { counts[feature] += 1 }
        last[feature] = number
      }
    }
    return Dictionary(zip(plan.features.map(\.directory), counts)) { $0 + $1 }
  }

  private static func ready(in plan: Plan, of features: [Feature]) -> [ReadyTask] {
    let byFolder = Dictionary(features.map { ($0.directory, $0) }) { first, _ in first }
    return (plan.waves.first ?? []).map { step in
      let assignment = plan.assignments[step]
      let tasks = byFolder[plan.features[assignment.feature].directory]?.tasks?.tasks
      let state = assignment.task.flatMap { tasks?[$0].state }
      return ReadyTask(
        id: assignment.id, title: assignment.title, agent: assignment.agent,
        isInProgress: state == .inProgress)
    }
  }
}

extension WorkspaceSummary {
  /// Whether a finding is as severe as `validate` fails for.
  package var fails: Bool { outcome.reaches(threshold) }

  /// All tasks together.
  package var tasks: TaskCounts { parts.reduce(TaskCounts(nil)) { $0 + $1.tasks } }

  /// All requirements together; `nil` where there are none.
  package var coverage: RequirementCoverage? {
    let all = parts.compactMap(\.coverage)
    return all.isEmpty ? nil : all.reduce(RequirementCoverage(), +)
  }

  /// What has something left to do first, then what is done, then what has no tasks; each as in ``parts``.
  var partsByNeed: [Part] {
    let groups = Dictionary(grouping: parts) { part in
      part.tasks.total == 0 ? 2 : part.tasks.settled == part.tasks.total ? 1 : 0
    }
    return (0...2).flatMap { groups[$0] ?? [] }
  }

  /// The agents of the tasks that can start, with how many each has: most first, then by name.
  var readyAgents: [(name: String?, count: Int)] {
    var counts: [String?: Int] = [:]
    for task in ready { counts[task.agent, default: 0] += 1 }
    return counts.map { (name: $0.key, count: $0.value) }
      .sorted { left, right in
        // Who has none stands behind everybody, whatever they are called.
        if left.count != right.count { return left.count > right.count }
        guard let name = left.name else { return false }
        return right.name.map { name < $0 } ?? true
      }
  }
}

extension TaskCounts {
  /// Neither done nor begun.
  var open: Int { total - settled - inProgress }
}
