import SpecModel
import SpecPlanning

/// The steps of a plan as engines see them, each behind all that it waits for.
///
/// Milestones of the plan are gone where each wait through them can be written out without making
/// the whole longer; the others stay as points. Linear in the plan.
struct EngineNetwork {
  private(set) var steps: [EngineStep] = []
  let limits: [Priority: Int]
  /// Limits that single agents have of their own.
  let agentLimits: [AgentLimit]
  /// How many steps may run at once in all, where the plan's other limits allow more.
  let maxParallel: Int?
  let featureNames: [String]

  struct AgentLimit {
    /// As every engine takes it: `agent-builder`.
    var name: String
    var slots: Int
  }

  /// How many steps of a priority may run at once, at least one.
  func limit(_ priority: Priority) -> Int { max(1, limits[priority] ?? 1) }

  /// Without points every wait is written out, in time and space quadratic in the steps.
  init(_ plan: Plan, _ settings: ExportSettings, keepsPoints: Bool = true) {
    limits = plan.limits
    maxParallel = settings.maxParallel
    featureNames = plan.features.map(\.name)
    var builder = Builder(
      plan, approvals: settings.asksForApproval, keepsPoints: keepsPoints)
    builder.build()
    steps = builder.steps
    agentLimits = builder.agentLimits
  }

  /// Which limits an engine loses that has no more than one limit for a step.
  func lostLimits(total: Bool) -> [String] {
    var lost: [String] = []
    if !agentLimits.isEmpty {
      let names = agentLimits.map { "\($0.name.dropFirst(6)) \($0.slots)" }
      lost.append("Limits of single agents (\(names.joined(separator: ", "))).")
    }
    if total, let maxParallel {
      lost.append("The limit of \(maxParallel) for all steps together.")
    }
    return lost
  }
}

private struct Builder {
  let plan: Plan
  let approvals: Bool
  let keepsPoints: Bool
  var steps: [EngineStep] = []
  var agentLimits: [EngineNetwork.AgentLimit] = []
  private var agentLimitOf: [Int: Int] = [:]
  private var agentNames = StepNames()
  /// For each node of the plan what takes its place among the waits of others; `nil` until it is known.
  private var places: [[Int]?]
  private var successorCounts: [Int]
  /// For each feature the numbers of its gates so far.
  private var gates: [[Int]]
  private var approvalOf: [Int: Int] = [:]
  private var titles: [String: String] = [:]

  init(_ plan: Plan, approvals: Bool, keepsPoints: Bool) {
    self.plan = plan
    self.approvals = approvals
    self.keepsPoints = keepsPoints
    let count = plan.assignments.count + plan.milestones.count
    places = Array(repeating: nil, count: count)
    successorCounts = Array(repeating: 0, count: count)
    gates = Array(repeating: [], count: plan.features.count)
    for node in 0..<count {
      for before in plan.predecessors(of: node) { successorCounts[Int(before)] += 1 }
    }
  }

  mutating func build() {
    for node in plan.assignments.indices {
      settleMilestones(before: node)
      addAssignment(node)
    }
  }

  /// Settles the milestones that a node waits for, through any number of others.
  private mutating func settleMilestones(before node: Int) {
    var pending = milestones(before: node)
    while let last = pending.last {
      let deeper = places[last] == nil ? milestones(before: last) : []
      if deeper.isEmpty {
        pending.removeLast()
        if places[last] == nil { settle(last) }
      } else {
        pending += deeper
      }
    }
  }

  private func milestones(before node: Int) -> [Int] {
    plan.predecessors(of: node).lazy.map { Int($0) }
      .filter { $0 >= plan.assignments.count && places[$0] == nil }
  }

  private mutating func settle(_ node: Int) {
    let milestone = plan.milestones[node - plan.assignments.count]
    let waits = waits(of: node, isGate: false)
    let successors = successorCounts[node]
    // Written out, the waits must not be more than those through the point by much.
    if !keepsPoints || waits.count * successors <= waits.count + successors + 8 {
      places[node] = waits
    } else {
      places[node] = [steps.count]
      steps.append(
        EngineStep(work: .point, id: milestone.id, feature: milestone.feature, waits: waits))
    }
  }

  private mutating func addAssignment(_ node: Int) {
    let assignment = plan.assignments[node]
    let waits = waits(of: node, isGate: assignment.kind == .gate)
    let task = task(of: assignment)
    if assignment.kind == .task { titles[assignment.id] = assignment.title }
    places[node] = [steps.count]
    if assignment.kind == .gate { gates[assignment.feature].append(steps.count) }
    var step = EngineStep(
      assignment, feature: plan.features[assignment.feature].name, task: task,
      title: titles[task] ?? "", waits: waits)
    step.agentLimit = agentLimit(plan.assignments.agentNumber(node))
    steps.append(step)
  }

  private mutating func agentLimit(_ agent: Int) -> Int? {
    guard let slots = plan.assignments.agentLimit(agent) else { return nil }
    if let known = agentLimitOf[agent] { return known }
    let name = agentNames.name("agent-" + (plan.assignments.agentName(agent) ?? ""))
    agentLimitOf[agent] = agentLimits.count
    agentLimits.append(EngineNetwork.AgentLimit(name: name, slots: max(1, slots)))
    return agentLimits.count - 1
  }

  /// The id of the task that is implemented or reviewed; empty for steps of whole features.
  private func task(of assignment: Assignment) -> String {
    switch assignment.kind {
    case .task: return assignment.id
    case .review:
      let ending = "/@review/\(assignment.agent ?? "")"
      return String(assignment.id.utf8.dropLast(ending.utf8.count)) ?? assignment.id
    default: return ""
    }
  }

  /// What a node waits for, each once, with the approval of a feature in place of its gates.
  private mutating func waits(of node: Int, isGate: Bool) -> [Int] {
    var waits: Set<Int> = []
    for before in plan.predecessors(of: node) {
      for step in places[Int(before)] ?? [] {
        if approvals, !isGate, steps[step].kind == .gate, let feature = steps[step].feature {
          waits.insert(approval(of: feature))
        } else {
          waits.insert(step)
        }
      }
    }
    return waits.sorted()
  }

  private mutating func approval(of feature: Int) -> Int {
    if let known = approvalOf[feature] { return known }
    approvalOf[feature] = steps.count
    steps.append(
      EngineStep(
        work: .approval, id: "\(plan.features[feature].name)/@approval", feature: feature,
        waits: gates[feature]))
    return steps.count - 1
  }
}
