/// Which ways a workflow can go.
package struct WorkflowCourses: Sendable {
  package let machine: WorkflowMachine
  /// For each state whether a run can come to it.
  package let isReachable: [Bool]
  /// For each state whether an end can be reached from it.
  package let hasEnd: [Bool]
  /// Whether a run can end well.
  package let canComplete: Bool
  /// The reachable circles of edges of success: in each the states in the order of the way.
  package let successCycles: [[Int]]
  /// A shortest circle for each part of the reachable states that failures go round without a limit,
  /// in the order of the way; parts with a circle of success are left out.
  package let unlimitedCycles: [[Int]]

  /// Whether every run has an end after a limited number of steps.
  package var isBounded: Bool { successCycles.isEmpty && unlimitedCycles.isEmpty }

  /// Linear in the states, but for the search of shortest circles.
  package init(_ machine: WorkflowMachine) {
    self.machine = machine
    let reachable = Self.reachable(machine)
    let ends = Self.statesWithEnd(machine)
    isReachable = reachable
    hasEnd = ends
    canComplete = machine.states.indices.contains {
      reachable[$0] && machine.states[$0].onSuccess == .completed
        || reachable[$0] && machine.successors(of: $0)[1] == .completed
    }
    successCycles = Self.successCycles(machine).filter { reachable[$0[0]] }
    unlimitedCycles = Self.unlimitedCycles(machine, reachable, successCycles)
  }

  private static func reachable(_ machine: WorkflowMachine) -> [Bool] {
    var isReached = machine.states.map { _ in false }
    var open = machine.states.isEmpty ? [] : [machine.initial]
    while let state = open.popLast() {
      guard !isReached[state] else { continue }
      isReached[state] = true
      for case .state(let next) in machine.successors(of: state) { open.append(next) }
    }
    return isReached
  }

  private static func statesWithEnd(_ machine: WorkflowMachine) -> [Bool] {
    var sources = machine.states.map { _ in [Int]() }
    var open: [Int] = []
    for state in machine.states.indices {
      for target in machine.successors(of: state) {
        if case .state(let next) = target {
          sources[next].append(state)
        } else {
          open.append(state)
        }
      }
    }
    var hasEnd = machine.states.map { _ in false }
    while let state = open.popLast() {
      guard !hasEnd[state] else { continue }
      hasEnd[state] = true
      open += sources[state]
    }
    return hasEnd
  }

  /// Every state has one edge of success, so that following it leads round or to an end.
  private static func successCycles(_ machine: WorkflowMachine) -> [[Int]] {
    var cycles: [[Int]] = []
    var walkOf = machine.states.map { _ in -1 }
    for start in machine.states.indices where walkOf[start] < 0 {
      var state = start
      while walkOf[state] < 0, case .state(let next) = machine.states[state].onSuccess {
        walkOf[state] = start
        state = next
      }
      if walkOf[state] < 0 { walkOf[state] = start }
      guard walkOf[state] == start, case .state(var next) = machine.states[state].onSuccess else {
        continue
      }
      var cycle = [state]
      while next != state, case .state(let following) = machine.states[next].onSuccess {
        cycle.append(next)
        next = following
      }
      cycles.append(rotated(cycle))
    }
    return cycles
  }

  private static func unlimitedCycles(
    _ machine: WorkflowMachine, _ reachable: [Bool], _ successCycles: [[Int]]
  ) -> [[Int]] {
    let graph = machine.graph { machine.states[$0].isUnlimited }
    let onSuccessCycle = Set(successCycles.flatMap(\.self))
    var cycles: [[Int]] = []
    var isCovered = machine.states.map { _ in false }
    for part in StronglyConnectedParts.find(in: graph) {
      // One fault at a time: the circle of success is reported.
      let isTold = part.contains { onSuccessCycle.contains(Int($0)) }
      for state in part where isTold || !reachable[Int(state)] { isCovered[Int(state)] = true }
    }
    for slots in ShortestCycles.find(in: graph) {
      let cycle = slots.map { source(of: $0, in: graph) }
      if !isCovered[cycle[0]] { cycles.append(cycle) }
      for state in cycle { isCovered[state] = true }
    }
    for state in machine.states.indices
    where reachable[state] && !isCovered[state] && machine.states[state].isUnlimited
      && machine.states[state].onFailure == .state(state)
    {
      cycles.append([state])
    }
    return cycles.sorted { $0[0] < $1[0] }
  }

  /// The node that an edge of the graph leaves, by halving.
  private static func source(of slot: Int, in graph: DirectedGraph) -> Int {
    var (low, high) = (0, graph.nodeCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(graph.offsets[middle]) <= slot { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private static func rotated(_ cycle: [Int]) -> [Int] {
    guard let first = cycle.indices.min(by: { cycle[$0] < cycle[$1] }) else { return cycle }
    return Array(cycle[first...] + cycle[..<first])
  }
}
