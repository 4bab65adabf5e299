/// How many steps a run of a workflow can have, each further try counted as a step.
package struct WorkflowLength: Sendable, Hashable {
  /// When everything succeeds at once; `nil` when success leads round.
  package var shortest: Int?
  /// When everything goes wrong as often as it may; `nil` when nothing limits it.
  package var longest: Int?
  /// Whether a run of the longest length exists: where very many courses would have to be looked at,
  /// ``longest`` is a number that no run exceeds.
  package var isExact = true

  /// How many pairs of a state and of what is left of all retries are looked at.
  static let effortLimit = 1_000_000

  /// Without steps both lengths are 0.
  package init(_ courses: WorkflowCourses) {
    let machine = courses.machine
    guard !machine.states.isEmpty else {
      (shortest, longest) = (0, 0)
      return
    }
    shortest = Self.shortest(machine)
    guard courses.isBounded else { return }
    let order = Self.order(machine)
    let returning = machine.states.indices.filter {
      courses.isReachable[$0] && Self.isLimitedWayBack($0, machine)
    }
    var codes = 1
    for state in returning {
      let digits = (machine.states[state].retries ?? 0) + 1
      guard codes <= Self.effortLimit / digits / machine.states.count else {
        (longest, isExact) = (Self.bound(machine, order, returning), false)
        return
      }
      codes *= digits
    }
    longest = Self.exact(machine, order, returning, codes)
  }

  private static func shortest(_ machine: WorkflowMachine) -> Int? {
    var state = machine.initial
    for count in 1...machine.states.count {
      guard case .state(let next) = machine.states[state].onSuccess else { return count }
      state = next
    }
    return nil
  }

  private static func isLimitedWayBack(_ state: Int, _ machine: WorkflowMachine) -> Bool {
    machine.states[state].leadsBack && machine.states[state].retries != nil
  }

  /// The edges that a run can follow any number of times.
  private static func freeEdges(
    of state: Int, _ machine: WorkflowMachine
  ) -> [WorkflowMachine.Target] {
    let edges = machine.states[state]
    return isLimitedWayBack(state, machine)
      ? [edges.onSuccess] : [edges.onSuccess, edges.onFailure]
  }

  /// The states that can be reached over free edges, each behind all that it leads to.
  ///
  /// Of a workflow without a limit any order of them.
  private static func order(_ machine: WorkflowMachine) -> [Int] {
    var order: [Int] = []
    var isSeen = machine.states.map { _ in false }
    for start in machine.states.indices where !isSeen[start] {
      isSeen[start] = true
      var path = [(state: start, edges: freeEdges(of: start, machine)[...])]
      while let (state, edges) = path.last {
        guard let edge = edges.first else {
          order.append(state)
          path.removeLast()
          continue
        }
        path[path.count - 1].edges = edges.dropFirst()
        guard case .state(let next) = edge, !isSeen[next] else { continue }
        isSeen[next] = true
        path.append((next, freeEdges(of: next, machine)[...]))
      }
    }
    return order
  }

  /// Looks at every state with every number of retries left, fewest first.
  ///
  /// What is left of all ways back is one number, each digit that of one of them.
  private static func exact(
    _ machine: WorkflowMachine, _ order: [Int], _ returning: [Int], _ codes: Int
  ) -> Int {
    let count = machine.states.count
    var place = [Int](repeating: 0, count: count)
    var value = 1
    for state in returning {
      place[state] = value
      value *= (machine.states[state].retries ?? 0) + 1
    }
    var lengths = [Int](repeating: 0, count: count * codes)
    for code in 0..<codes {
      for state in order {
        var longest = 0
        for case .state(let next) in freeEdges(of: state, machine) {
          longest = max(longest, lengths[code * count + next])
        }
        if place[state] > 0, case .state(let next) = machine.states[state].onFailure,
          code / place[state] % ((machine.states[state].retries ?? 0) + 1) > 0
        {
          longest = max(longest, lengths[(code - place[state]) * count + next])
        }
        lengths[code * count + state] = longest + machine.states[state].attempts
      }
    }
    return lengths[(codes - 1) * count + machine.initial]
  }

  /// A run falls into as many parts as ways back are taken and one more, none of them longer than the
  /// longest way over free edges; a number too large to count is `nil`.
  private static func bound(
    _ machine: WorkflowMachine, _ order: [Int], _ returning: [Int]
  ) -> Int? {
    var lengths = [Int](repeating: 0, count: machine.states.count)
    for state in order {
      for case .state(let next) in freeEdges(of: state, machine) {
        lengths[state] = max(lengths[state], lengths[next])
      }
      lengths[state] += machine.states[state].attempts
    }
    let parts = returning.reduce(1) { $0 + (machine.states[$1].retries ?? 0) }
    let (product, overflows) = parts.multipliedReportingOverflow(by: lengths.max() ?? 0)
    return overflows ? nil : product
  }
}
