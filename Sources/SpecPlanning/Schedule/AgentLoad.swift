/// What one agent has to do in a schedule.
package struct AgentLoad: Sendable, Hashable {
  package var agent: String
  /// How many it has.
  package var steps: Int
  /// Seconds of all its steps, those that run side by side counted each.
  package var busySeconds: Int
  /// Seconds in which at least one of its steps runs.
  package var presentSeconds: Int
  /// How many of its steps run at once at most.
  package var mostAtOnce: Int

  /// The loads of all agents with steps, the busiest first, else by name; n log n in the steps.
  static func loads(_ plan: Plan, _ starts: [Int], _ finishes: [Int]) -> [AgentLoad] {
    var steps: [Int: [Int]] = [:]
    for step in plan.assignments.indices where plan.assignments.agentNumber(step) >= 0 {
      steps[plan.assignments.agentNumber(step), default: []].append(step)
    }
    let loads = steps.map { number, steps in
      load(
        plan.assignments.agentName(number) ?? "", steps.map { starts[$0] }.sorted(),
        steps.map { finishes[$0] }.sorted())
    }
    return loads.sorted { ($1.busySeconds, $0.agent) < ($0.busySeconds, $1.agent) }
  }

  private static func load(_ agent: String, _ starts: [Int], _ finishes: [Int]) -> AgentLoad {
    var load = AgentLoad(
      agent: agent, steps: starts.count,
      busySeconds: finishes.reduce(0, +) - starts.reduce(0, +), presentSeconds: 0, mostAtOnce: 0)
    var ended = 0
    var presentSince = 0
    for (begun, start) in starts.enumerated() {
      while ended < begun, finishes[ended] <= start { ended += 1 }
      if ended == begun {
        if begun > 0 { load.presentSeconds += finishes[begun - 1] - presentSince }
        presentSince = start
      }
      load.mostAtOnce = max(load.mostAtOnce, begun + 1 - ended)
    }
    if let last = finishes.last { load.presentSeconds += last - presentSince }
    return load
  }
}
