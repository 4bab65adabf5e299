import Testing

@testable import SpecPlanning

@Suite struct SchedulePropertyTests {
  /// A random network, with the limits that each node takes slots of.
  private func network(_ seed: Int) -> WorkNetwork {
    var numbers = Sequence(state: UInt64(seed) &* 7919 &+ 13)
    let count = 1 + numbers.next(below: 40)
    var sources: [Int32] = []
    var targets: [Int32] = []
    for _ in 0..<numbers.next(below: count * 2 + 1) {
      let (a, b) = (numbers.next(below: count), numbers.next(below: count))
      guard a != b else { continue }
      sources.append(Int32(min(a, b)))
      targets.append(Int32(max(a, b)))
    }
    let limits = (0..<1 + numbers.next(below: 5)).map { _ in 1 + numbers.next(below: 4) }
    var demands: [[Int32]] = [[]]
    for _ in 0..<1 + numbers.next(below: 6) {
      let set = limits.indices.filter { _ in numbers.next(below: 3) == 0 }
      demands.append(set.map(Int32.init))
    }
    // Nodes without work, such as milestones, take no slots.
    let durations = (0..<count).map { _ in Int32(numbers.next(below: 9)) }
    return WorkNetwork(
      graph: DirectedGraph(nodeCount: count, from: sources, to: targets), durations: durations,
      ranks: (0..<count).map { _ in UInt8(numbers.next(below: 4)) }, capacities: limits,
      demands: demands,
      demandOfNode: durations.map { $0 == 0 ? 0 : Int32(numbers.next(below: demands.count)) })
  }

  private func edges(_ graph: DirectedGraph) -> [(Int, Int)] {
    (0..<graph.nodeCount).flatMap { node in graph.successors(of: node).map { (node, Int($0)) } }
  }

  @Test(arguments: 0..<400) func everyEdgeAndLimitIsKeptAtEveryInstant(seed: Int) {
    let network = network(seed)
    let schedule = ListSchedule(network, PathLengths(network))
    let ends = schedule.starts.indices.map { schedule.starts[$0] + Int(network.durations[$0]) }
    for (before, after) in edges(network.graph) {
      #expect(ends[before] <= schedule.starts[after])
    }
    for instant in 0..<max(schedule.end, 1) {
      let used = slots(network, schedule, instant)
      #expect(zip(used, network.capacities).allSatisfy { $0 <= $1 })
    }
    #expect(schedule.end == ends.max())
  }

  private func slots(_ network: WorkNetwork, _ schedule: ListSchedule, _ instant: Int) -> [Int] {
    var used = [Int](repeating: 0, count: network.capacities.count)
    for node in schedule.starts.indices {
      let running = schedule.starts[node]..<schedule.starts[node] + Int(network.durations[node])
      guard running.contains(instant) else { continue }
      for limit in network.demands[Int(network.demandOfNode[node])] { used[Int(limit)] += 1 }
    }
    return used
  }

  @Test(arguments: 0..<400) func noSlotIsEmptyWhileSomethingCouldUseIt(seed: Int) {
    let network = network(seed)
    let schedule = ListSchedule(network, PathLengths(network))
    var ready = [Int](repeating: 0, count: network.nodeCount)
    for (before, after) in edges(network.graph) {
      ready[after] = max(ready[after], schedule.starts[before] + Int(network.durations[before]))
    }
    for node in ready.indices {
      for instant in ready[node]..<max(ready[node], schedule.starts[node]) {
        let used = slots(network, schedule, instant)
        let isHeld = network.demands[Int(network.demandOfNode[node])].contains {
          used[Int($0)] >= network.capacities[Int($0)]
        }
        #expect(isHeld, "node \(node) could have started at \(instant)")
      }
    }
  }

  @Test(arguments: 0..<400) func noScheduleIsShorterThanTheLowerBound(seed: Int) {
    let network = network(seed)
    let lengths = PathLengths(network)
    let bound = LowerBound.find(network, lengths)
    let schedule = ListSchedule(network, lengths)
    #expect(bound.seconds >= lengths.longest)
    #expect(schedule.end >= bound.seconds)
    // Without limits the longest way is the schedule, whatever the order.
    var free = network
    free.capacities = free.capacities.map { _ in network.nodeCount }
    #expect(ListSchedule(free, lengths).end == lengths.longest)
    #expect(LowerBound.find(free, lengths).seconds == lengths.longest)
  }

  /// The best of all schedules of a few nodes, by trying each order of starts.
  @Test(arguments: 0..<60) func theLowerBoundHoldsForTheBestOrderThereIs(seed: Int) {
    var numbers = Sequence(state: UInt64(seed) &* 31 &+ 5)
    let count = 5
    let durations = (0..<count).map { _ in Int32(1 + numbers.next(below: 5)) }
    let pairs = (0..<count - 1).filter { _ in numbers.next(below: 3) == 0 }
    let slots = 1 + numbers.next(below: 2)
    var best = Int.max
    var network = WorkNetwork(
      graph: DirectedGraph(
        nodeCount: count, from: pairs.map(Int32.init), to: pairs.map { Int32($0 + 1) }),
      durations: durations, ranks: [0, 0, 0, 0, 0], capacities: [slots], demands: [[0]],
      demandOfNode: [0, 0, 0, 0, 0])
    let lengths = PathLengths(network)
    let bound = LowerBound.find(network, lengths).seconds
    func tryAll(_ ranks: [UInt8], _ rest: [UInt8]) {
      guard !rest.isEmpty else {
        network.ranks = ranks
        best = min(best, ListSchedule(network, lengths).end)
        return
      }
      for (index, rank) in rest.enumerated() {
        var others = rest
        others.remove(at: index)
        tryAll(ranks + [rank], others)
      }
    }
    tryAll([], [0, 1, 2, 3, 3])
    #expect(bound <= best)
    #expect(best <= durations.reduce(0) { $0 + Int($1) })
  }

  @Test(arguments: 0..<200) func slackIsHowLateANodeCanBe(seed: Int) {
    let network = network(seed)
    let lengths = PathLengths(network)
    for node in 0..<network.nodeCount {
      let slack = lengths.slack(node)
      #expect(slack >= 0)
      // Longer by its slack the node moves nothing; by one second more it does.
      var later = network
      later.durations[node] += Int32(slack)
      #expect(PathLengths(later).longest == lengths.longest)
      later.durations[node] += 1
      #expect(PathLengths(later).longest == lengths.longest + 1)
    }
  }

  @Test(arguments: 0..<100) func theOrderInWhichEdgesAndLimitsAreGivenDoesNotMatter(seed: Int) {
    let network = network(seed)
    let edges = edges(network.graph).reversed()
    let count = Int32(network.capacities.count)
    var permuted = network
    permuted.graph = DirectedGraph(
      nodeCount: network.nodeCount, from: edges.map { Int32($0.0) }, to: edges.map { Int32($0.1) })
    permuted.capacities.reverse()
    permuted.demands = network.demands.map { $0.reversed().map { count - 1 - $0 } }
    let schedule = ListSchedule(network, PathLengths(network))
    #expect(ListSchedule(permuted, PathLengths(permuted)).starts == schedule.starts)
  }

  @Test func anEmptyNetworkEndsAtOnce() {
    let network = WorkNetwork(
      graph: DirectedGraph(nodeCount: 0, from: [], to: []), durations: [], ranks: [],
      capacities: [1], demands: [[]], demandOfNode: [])
    let lengths = PathLengths(network)
    #expect(ListSchedule(network, lengths).end == 0)
    #expect(LowerBound.find(network, lengths).seconds == 0)
  }
}
