import SpecModel

/// The steps of a plan as work with limits.
struct PlanWork {
  private(set) var network: WorkNetwork
  private(set) var isEstimated: [Bool]
  var limits: [ScheduleLimit] = []

  init(_ plan: Plan, _ settings: ScheduleSettings) {
    let count = plan.assignments.count
    let nodeCount = count + plan.milestones.count
    let durations = StepDurations(plan, settings)
    isEstimated = durations.isEstimated
    var sets = DemandSets(plan, settings)
    var demandOfNode = [Int32](repeating: 0, count: nodeCount)
    var ranks = [UInt8](repeating: 0, count: nodeCount)
    for step in 0..<count {
      let planned = plan.assignments.steps[step]
      demandOfNode[step] = sets.demand(of: planned)
      ranks[step] = UInt8(planned.priority.rank)
      for limit in sets.demands[Int(demandOfNode[step])] {
        sets.limits[Int(limit)].workSeconds += Int(durations.seconds[step])
      }
    }
    limits = sets.limits
    network = WorkNetwork(
      graph: plan.waits.reversed(),
      durations: durations.seconds + [Int32](repeating: 0, count: plan.milestones.count),
      ranks: ranks, capacities: limits.map(\.slots), demands: sets.demands,
      demandOfNode: demandOfNode)
  }
}

/// How long each step of a plan takes.
private struct StepDurations {
  var seconds: [Int32] = []
  var isEstimated: [Bool] = []

  init(_ plan: Plan, _ settings: ScheduleSettings) {
    seconds.reserveCapacity(plan.assignments.count)
    isEstimated.reserveCapacity(plan.assignments.count)
    for step in plan.assignments.indices {
      let estimate = plan.assignments.estimate(step).flatMap(settings.seconds)
      let isTask = plan.assignments.kind(step) == .task
      let time =
        estimate ?? (isTask ? settings.defaultSeconds : nil)
        ?? plan.assignments.timeoutSeconds(step)
      seconds.append(Int32(clamping: max(1, time)))
      isEstimated.append(estimate != nil)
    }
  }
}

/// The limits that steps take slots of, each set of them once.
private struct DemandSets {
  var limits: [ScheduleLimit] = []
  /// The first set is empty: that of milestones.
  private(set) var demands: [[Int32]] = [[]]
  private var priorityLimits: [Int32] = []
  private var totalLimit: Int32?
  private var agentLimits: [Int32: Int32] = [:]
  /// By priority and agent.
  private var numbers: [Int64: Int32] = [:]

  init(_ plan: Plan, _ settings: ScheduleSettings) {
    for priority in Priority.allCases {
      priorityLimits.append(add(.priority(priority), plan.limits[priority] ?? 1))
    }
    if let slots = settings.maxParallel { totalLimit = add(.everything, slots) }
    for (number, agent) in plan.assignments.roster.agents.enumerated() {
      guard let slots = agent.maxParallel else { continue }
      agentLimits[Int32(truncatingIfNeeded: number)] = add(.agent(agent.name), slots)
    }
  }

  private mutating func add(_ subject: ScheduleLimit.Subject, _ slots: Int) -> Int32 {
    limits.append(ScheduleLimit(subject: subject, slots: max(1, slots), workSeconds: 0))
    return Int32(truncatingIfNeeded: limits.count - 1)
  }

  /// The number of the set of a step.
  mutating func demand(of step: PlannedStep) -> Int32 {
    let agent = agentLimits[step.agent] == nil ? -1 : step.agent
    let key = Int64(agent) << 8 | Int64(step.priority.rank)
    if let known = numbers[key] { return known }
    var set = [priorityLimits[step.priority.rank]]
    if let totalLimit { set.append(totalLimit) }
    if let limit = agentLimits[agent] { set.append(limit) }
    demands.append(set)
    let number = Int32(truncatingIfNeeded: demands.count - 1)
    numbers[key] = number
    return number
  }
}
