import SpecPlanning

/// Measures list scheduling of a random network under limits of priorities and of agents.
struct ScheduleBenchmark {
  let tasks: Int
  let edges: Int

  func run() {
    guard tasks > 1, edges >= 0, tasks < 100_000_000, edges < 1_000_000_000 else {
      print("tasks must be from 2 to 99999999, edges from 0 to 999999999")
      return
    }
    var random = RandomNumbers(state: 11)
    var sources: [Int32] = []
    var targets: [Int32] = []
    for _ in 0..<edges {
      let target = 1 + random.next(below: tasks - 1)
      sources.append(Int32(target - 1 - random.next(below: min(target, 1000))))
      targets.append(Int32(target))
    }
    // Four priorities, each agent of one of them; every third agent has a limit of its own.
    let agents = 45
    let capacities = [10, 50, 100, 30] + [Int](repeating: 8, count: agents / 3)
    let demands = (0..<agents).map { (agent: Int) -> [Int32] in
      var limits = [Int32(agent % 4)]
      if agent % 3 == 0 { limits.append(Int32(4 + agent / 3)) }
      return limits
    }
    let demandOfNode = (0..<tasks).map { _ in Int32(random.next(below: agents)) }
    let durations = (0..<tasks).map { _ in Int32(60 * (1 + random.next(below: 480))) }
    let clock = ContinuousClock()
    let start = clock.now
    let graph = DirectedGraph(nodeCount: tasks, from: sources, to: targets)
    let network = WorkNetwork(
      graph: graph, durations: durations, ranks: demandOfNode.map { UInt8($0 % 4) },
      capacities: capacities, demands: demands, demandOfNode: demandOfNode)
    let built = clock.now
    let lengths = PathLengths(network)
    let measured = clock.now
    let schedule = ListSchedule(network, lengths)
    let scheduled = clock.now
    let bound = LowerBound.find(network, lengths)
    let end = clock.now
    print("tasks \(tasks), edges \(graph.targets.count), makespan \(schedule.end) s")
    print("building \(start.duration(to: built))")
    print("lengths  \(built.duration(to: measured))")
    print("schedule \(measured.duration(to: scheduled))")
    print("bound    \(scheduled.duration(to: end)), \(bound.seconds) s")
    print("in all   \(start.duration(to: end))")
  }
}

/// Numbers that are the same in every run.
struct RandomNumbers {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
