import SpecModel
import SpecPlanning

/// The steps of a plan as engines see them, each behind all that it waits for.
///
/// Milestones of the plan are gone where each wait through them can be written out without making
/// the whole longer; the others stay as points. Linear in the plan.
struct EngineNetwork {
  private(set) var steps: [EngineStep] = []
  let limits: [Priority: Int]
  let featureNames: [String]

  /// How many steps of a priority may run at once, at least one.
  func limit(_ priority: Priority) -> Int { max(1, limits[priority] ?? 1) }

  /// Without points every wait is written out, in time and space quadratic in the steps.
  init(_ plan: Plan, approvals: Bool, keepsPoints: Bool = true) {
    limits = plan.limits
    featureNames = plan.features.map(\.name)
    var builder = Builder(plan, approvals: approvals, keepsPoints: keepsPoints)
    builder.build()
    steps = builder.steps
  }
}

private struct Builder {
  let plan: Plan
  let approvals: Bool
  let keepsPoints: Bool
  var steps: [EngineStep] = []
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
    steps.append(
      EngineStep(
        assignment, feature: plan.features[assignment.feature].name, task: task,
        title: titles[task] ?? "", waits: waits))
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
