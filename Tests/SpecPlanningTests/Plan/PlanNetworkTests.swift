import Diagnostics
import SpecModel
import Testing

@testable import SpecPlanning

@Suite struct PlanNetworkTests {
  private func randomPlan(_ seed: Int) -> Plan? {
    var numbers = Sequence(state: UInt64(seed) &+ 3)
    let features = (0..<1 + numbers.next(below: 4)).map { number in
      var text = "# Tasks\n"
      for task in 1...(1 + numbers.next(below: 9)) {
        text += "- [ ] \(task). Do \(task)\n"
        if numbers.next(below: 3) == 0 { text += "  - File: src/\(numbers.next(below: 5)).py\n" }
        if task > 1, numbers.next(below: 2) == 0 {
          text += "  - _Depends: \(1 + numbers.next(below: task - 1))_\n"
        }
      }
      return feature("f\(number)", text)
    }
    var registry = "features:\n"
    for number in features.indices {
      registry += "  f\(number):\n    primary_agent: a\n    qa_agents: [q]\n"
      if number > 0, numbers.next(below: 2) == 0 {
        registry += "    depends_on: [f\(numbers.next(below: number))]\n"
      }
    }
    return Planner().plan(
      Workspace(
        features: features,
        registry: Registry(
          reading: SourceFile(path: ".claude/feature_registry.yaml", text: registry)))
    ).plan
  }

  /// For each task the tasks that are done before it, over any number of waits.
  private func ancestors(_ count: Int, _ waits: (Int) -> [Int]) -> [Set<Int>] {
    var found = [Set<Int>?](repeating: nil, count: count)
    func collect(_ node: Int) -> Set<Int> {
      if let known = found[node] { return known }
      var all: Set<Int> = []
      for before in waits(node) { all.formUnion(collect(before).union([before])) }
      found[node] = all
      return all
    }
    return (0..<count).map(collect)
  }

  @Test(arguments: 0..<80) func aNetworkOrdersTheSameStepsAsThePlan(seed: Int) throws {
    let plan = try #require(randomPlan(seed))
    let whole = ancestors(plan.assignments.count + plan.milestones.count) {
      plan.predecessors(of: $0).map(Int.init)
    }
    for contents in [PlanNetwork.Contents.tasks, .steps] {
      for keepsJunctions in [true, false] {
        let network = PlanNetwork(plan, contents, keepsJunctions: keepsJunctions)
        let joined = ancestors(network.nodes.count) { network.waits[$0].map(\.before) }
        for (index, node) in network.nodes.enumerated() {
          guard case .step(let step) = node else {
            #expect(keepsJunctions)
            continue
          }
          let shown = joined[index].compactMap { before -> Int? in
            if case .step(let step) = network.nodes[before] { step } else { nil }
          }
          let wanted = whole[step].filter { before in
            before < plan.assignments.count
              && (contents == .steps || plan.assignments.kind(before) == .task)
          }
          #expect(Set(shown) == wanted)
        }
      }
    }
  }

  @Test func aJunctionStaysWhereJoiningWouldMakeManyWaitsOfFew() throws {
    let first = (1...20).map { "- [ ] \($0). A\n" }.joined()
    let second = (1...20).map { "- [ ] \($0). B\n" }.joined()
    let registry = """
      features:
        a: {primary_agent: x}
        b: {primary_agent: x, depends_on: [a]}
      """
    let plan = try #require(
      Planner(order: .declared).plan(
        Workspace(
          features: [feature("a", first), feature("b", second)],
          registry: Registry(
            reading: SourceFile(path: ".claude/feature_registry.yaml", text: registry)))
      ).plan)
    let kept = PlanNetwork(plan, .tasks)
    #expect(kept.waits.reduce(0) { $0 + $1.count } <= 42)
    #expect(kept.nodes.count <= 42)
    let joined = PlanNetwork(plan, .tasks, keepsJunctions: false)
    #expect(joined.nodes.count == 40)
    #expect(joined.waits.reduce(0) { $0 + $1.count } == 400)
    let last = try #require(joined.waits.last)
    #expect(last.allSatisfy { $0.reason == .featureDependency })
  }
}
