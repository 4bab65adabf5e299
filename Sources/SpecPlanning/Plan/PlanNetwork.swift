package import Diagnostics

/// The steps of a plan and what each waits for directly, without the points that plans use inside.
///
/// Waits that lead through milestones and steps that are left out are joined; a milestone stays where
/// joining would make many waits of few.
package struct PlanNetwork: Sendable {
  /// Which steps a network shows.
  package enum Contents: Sendable, Hashable {
    /// The tasks alone.
    case tasks
    /// Every step.
    case steps
  }

  /// A node: a step, or a point that several waits pass through.
  package enum Node: Sendable, Hashable {
    /// The index of the step in ``Plan/assignments``.
    case step(Int)
    /// The index of the milestone in ``Plan/milestones``, or past their end where a step was left out.
    case junction(Int)
  }

  /// One wait of a node.
  package struct Wait: Sendable, Hashable {
    /// The index in ``nodes`` of what comes first.
    package var before: Int
    /// The reason nearest to the node that waits; `nil` where the kinds of the steps say it.
    package var reason: EdgeReason?
    /// The edge of the plan that gives the reason.
    fileprivate var slot: Int32 = -1
    /// The node of the plan that this edge leads to.
    fileprivate var target: Int32 = -1
  }

  /// The steps in the order of the plan, then the junctions.
  package let nodes: [Node]
  /// For each node what it waits for, in rising order of nodes, each once.
  package let waits: [[Wait]]

  /// Milestones that fewer waits lead through are always joined.
  private static let fewWaits = 16

  /// Near linear in the plan.
  ///
  /// With `keepsJunctions` false every wait is one between two steps, however many that makes.
  package init(_ plan: Plan, _ contents: Contents = .steps, keepsJunctions: Bool = true) {
    let count = plan.waits.nodeCount
    var outgoing = [Int](repeating: 0, count: count)
    for target in plan.waits.targets { outgoing[Int(target)] += 1 }
    let isShown = (0..<count).map { node in
      node < plan.assignments.count
        && (contents == .steps || plan.assignments.kind(node) == .task)
    }
    // What waits for a node waits for these instead.
    var stands = [[Wait]](repeating: [], count: count)
    var isKept = isShown
    let order = GraphLevels(plan.waits).order.reversed()
    for node in order.lazy.map(Int.init) {
      let found = Self.joined(node, plan, stands)
      let product = found.count * outgoing[node]
      if !isShown[node],
        !keepsJunctions || product <= max(Self.fewWaits, found.count + outgoing[node])
      {
        stands[node] = found
      } else {
        isKept[node] = true
        stands[node] = [Wait(before: node, reason: nil)]
      }
    }
    let reached = Self.reached(plan, stands, isShown, isKept)
    var numbers = [Int](repeating: -1, count: count)
    var nodes: [Node] = []
    for node in 0..<count where reached[node] {
      numbers[node] = nodes.count
      nodes.append(isShown[node] ? .step(node) : .junction(node - plan.assignments.count))
    }
    self.nodes = nodes
    waits = (0..<count).lazy.filter { reached[$0] }.map { node in
      Self.joined(node, plan, stands)
        .map { wait in
          var wait = wait
          wait.before = numbers[wait.before]
          return wait
        }
        .sorted { $0.before < $1.before }
    }
  }

  /// What a node waits for when what is not kept is joined, each once.
  private static func joined(_ node: Int, _ plan: Plan, _ stands: [[Wait]]) -> [Wait] {
    var found: [Wait] = []
    var places: [Int: Int] = [:]
    for slot in plan.waits.row(node) {
      let origin = plan.origins[Int(plan.waits.edges[slot])]?.reason
      for var wait in stands[Int(plan.waits.targets[slot])] {
        if let origin, origin != .membership {
          wait.reason = origin
          wait.slot = Int32(truncatingIfNeeded: slot)
          wait.target = Int32(truncatingIfNeeded: node)
        }
        if let place = places[wait.before] {
          if found[place].reason == nil { found[place] = wait }
        } else {
          places[wait.before] = found.count
          found.append(wait)
        }
      }
    }
    return found
  }

  /// The shown nodes and those junctions that lead from shown nodes to shown nodes.
  private static func reached(
    _ plan: Plan, _ stands: [[Wait]], _ isShown: [Bool], _ isKept: [Bool]
  ) -> [Bool] {
    var reached = isShown
    var pending = isShown.indices.filter { isShown[$0] }
    while let node = pending.popLast() {
      for slot in plan.waits.row(node) {
        for wait in stands[Int(plan.waits.targets[slot])]
        where isKept[wait.before] && !reached[wait.before] {
          reached[wait.before] = true
          pending.append(wait.before)
        }
      }
    }
    return reached
  }
}

extension Plan {
  /// Where the reason of a wait is written; `nil` for a reason without a place.
  package func place(of wait: PlanNetwork.Wait) -> (path: String, range: Range<Offset>)? {
    guard wait.slot >= 0, wait.target >= 0,
      let origin = origins[Int(waits.edges[Int(wait.slot)])],
      let path = path(of: origin, into: Int(wait.target))
    else { return nil }
    return (path, origin.range)
  }

  /// What a junction of a network is called.
  package func name(ofJunction junction: Int) -> String {
    guard milestones.indices.contains(junction) else { return "together" }
    let milestone = milestones[junction]
    guard let feature = milestone.feature else { return milestone.id }
    let name = features[feature].name
    return switch milestone.id.utf8.dropFirst(name.utf8.count + 1) {
    case let id where id.elementsEqual("@start".utf8): "start of \(name)"
    case let id where id.elementsEqual("@implemented".utf8): "\(name) implemented"
    case let id where id.elementsEqual("@verified".utf8): "\(name) verified"
    default: "part of \(name)"
    }
  }
}
