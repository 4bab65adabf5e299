import SpecPlanning

/// Measures the building and levelling of a graph with edges between tasks that stand near one another.
struct WaveBenchmark {
  let tasks: Int
  let edges: Int

  func run() {
    guard tasks > 1, edges >= 0, tasks < Int(Int32.max), edges < Int(Int32.max) else {
      print("tasks must be from 2 to 2147483646, edges from 0 to 2147483646")
      return
    }
    var random = RandomNumbers(state: 7)
    var sources: [Int32] = []
    var targets: [Int32] = []
    for _ in 0..<edges {
      let target = 1 + random.next(below: tasks - 1)
      let distance = 1 + random.next(below: min(target, 1000))
      sources.append(Int32(target - distance))
      targets.append(Int32(target))
    }
    let clock = ContinuousClock()
    let start = clock.now
    let graph = DirectedGraph(nodeCount: tasks, from: sources, to: targets)
    let built = clock.now
    let levels = GraphLevels(graph)
    let end = clock.now
    let count = (levels.levels.max() ?? 0) + 1
    print("tasks \(tasks), edges \(graph.targets.count), waves \(count)")
    print("building \(start.duration(to: built))")
    print("levels   \(built.duration(to: end))")
    print("in all   \(start.duration(to: end))")
  }
}
