package import SpecModel

/// When each step of a plan runs, and what keeps the whole from being shorter.
///
/// Times are seconds from the start of the first step. A step takes as long as it is estimated, else as
/// long as ``ScheduleSettings/defaultSeconds`` says, else as long as its agent may take.
package struct Schedule: Sendable {
  /// For each assignment of the plan.
  package let starts: [Int]
  /// For each assignment; no step takes less than a second.
  package let finishes: [Int]
  /// How many seconds each assignment could be late if there were no limits.
  package let slacks: [Int]
  /// Whether a task's duration comes from an estimate, for each assignment.
  package let isEstimated: [Bool]
  /// Seconds of a task without an estimate; `nil` for as long as its agent may take.
  package let defaultSeconds: Int?
  /// The end of the last step.
  package let makespan: Int
  /// The assignments of a longest way through the waits, the first to start first.
  package let criticalPath: [Int]
  /// The length of that way.
  package let criticalSeconds: Int
  /// No schedule under the same limits can be shorter.
  package let lowerBound: Int
  /// The number in ``limits`` of the limit that gives the lower bound; `nil` when the waits do.
  package let lowerBoundLimit: Int?
  /// Every limit there is, those of priorities first, then that of all steps, then those of agents.
  package let limits: [ScheduleLimit]
  /// What each agent has to do, the busiest first.
  package let agents: [AgentLoad]
  /// What is done after its deadline: the whole first, then features in the order of the plan.
  package let missedDeadlines: [MissedDeadline]

  /// Plans of more steps are not tried with one more slot.
  private static let trialLimit = 20_000

  /// Of plans of at most 20,000 steps, one more schedule is made for each limit that binds.
  package init(_ plan: Plan, settings: ScheduleSettings = ScheduleSettings()) {
    var work = PlanWork(plan, settings)
    let lengths = PathLengths(work.network)
    let schedule = ListSchedule(work.network, lengths)
    let bound = LowerBound.find(work.network, lengths)
    let count = plan.assignments.count
    starts = Array(schedule.starts.prefix(count))
    finishes = starts.enumerated().map { $1 + Int(work.network.durations[$0]) }
    slacks = (0..<count).map(lengths.slack)
    isEstimated = work.isEstimated
    defaultSeconds = settings.defaultSeconds
    makespan = schedule.end
    criticalSeconds = lengths.longest
    criticalPath = Self.criticalPath(work.network, lengths, below: count)
    lowerBound = bound.seconds
    lowerBoundLimit = if case .limit(let limit) = bound.cause { limit } else { nil }
    work.limits.indices.forEach { limit in
      work.limits[limit].isBinding = schedule.isBinding[limit]
      guard schedule.isBinding[limit], count <= Self.trialLimit else { return }
      var wider = work.network
      wider.capacities[limit] += 1
      work.limits[limit].makespanWithOneMore = ListSchedule(wider, lengths).end
    }
    limits = work.limits
    agents = AgentLoad.loads(plan, starts, finishes)
    missedDeadlines = MissedDeadline.find(plan, finishes, settings)
  }

  /// Follows from the first node without slack to the next until nothing waits.
  private static func criticalPath(
    _ network: WorkNetwork, _ lengths: PathLengths, below count: Int
  ) -> [Int] {
    var path: [Int] = []
    var current = (0..<network.nodeCount).first {
      lengths.slack($0) == 0 && lengths.earliestStarts[$0] == 0
    }
    while let node = current {
      if node < count { path.append(node) }
      let end = lengths.earliestStarts[node] + Int(network.durations[node])
      current = network.graph.successors(of: node).lazy.map(Int.init).first {
        lengths.slack($0) == 0 && lengths.earliestStarts[$0] == end
      }
    }
    return path
  }
}

/// A number of slots that steps share.
package struct ScheduleLimit: Sendable {
  /// Whose steps share the slots.
  package enum Subject: Sendable, Hashable {
    case priority(Priority)
    /// All steps together.
    case everything
    case agent(String)
  }

  package var subject: Subject
  /// At least 1.
  package var slots: Int
  /// Seconds of all steps that take a slot.
  package var workSeconds: Int
  /// Whether any step ever had to wait for a slot.
  package var isBinding = false
  /// The makespan with one slot more; `nil` where the limit binds nothing or the plan is too long to try.
  package var makespanWithOneMore: Int?

  /// A priority, `all steps`, or `agent NAME`.
  package var name: String {
    switch subject {
    case .priority(let priority): priority.rawValue
    case .everything: "all steps"
    case .agent(let name): "agent \(name)"
    }
  }
}
