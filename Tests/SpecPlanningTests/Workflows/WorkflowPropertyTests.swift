import Diagnostics
import SpecModel
import SpecPlanning
import Testing

/// A workflow of numbers, run step by step without any of the code that is tested.
private struct PlainMachine {
  enum Target: Hashable {
    case step(Int), completed, failed
  }

  struct Step {
    var success: Target
    var failure: Target
    var retries: Int?
  }

  var steps: [Step]

  /// Whether a step can come to another over any edges, in at least one step.
  func reaches(_ start: Int, _ end: Int) -> Bool {
    var open = [steps[start].success, steps[start].failure]
    var seen: Set<Int> = []
    while let target = open.popLast() {
      guard case .step(let step) = target, seen.insert(step).inserted else { continue }
      if step == end { return true }
      open += [steps[step].success, steps[step].failure]
    }
    return false
  }

  func leadsBack(_ step: Int) -> Bool {
    guard case .step(let next) = steps[step].failure else { return false }
    return next == step || reaches(next, step)
  }

  /// One moment of a run: a step that is about to be done, and the retries used up in the whole run.
  struct Moment: Hashable {
    var step: Int
    var used: [Int]
  }

  enum Ending: Hashable {
    case byEdge(Target)
    case noRetryLeft
  }

  /// What can come of a moment: further moments, and ends; with how many steps were done on the way.
  func next(_ moment: Moment) -> (moments: [Moment], endings: [Ending], count: Int) {
    let step = steps[moment.step]
    var moments: [Moment] = []
    var endings: [Ending] = []
    func follow(_ target: Target, _ used: [Int]) {
      if case .step(let next) = target {
        moments.append(Moment(step: next, used: used))
      } else {
        endings.append(.byEdge(target))
      }
    }
    follow(step.success, moment.used)
    if leadsBack(moment.step) {
      if let retries = step.retries {
        if moment.used[moment.step] < retries {
          var used = moment.used
          used[moment.step] += 1
          follow(step.failure, used)
        } else {
          endings.append(retries == 0 ? .byEdge(.failed) : .noRetryLeft)
        }
      } else {
        follow(step.failure, moment.used)
      }
      return (moments, endings, 1)
    }
    follow(step.failure, moment.used)
    return (moments, endings, 1 + (step.retries ?? 0))
  }

  /// Everything that can happen after a start: whether it is bounded, the longest run, the steps
  /// visited, and the ends.
  func simulate(
    from start: Int
  ) -> (longest: Int?, visited: Set<Int>, endings: Set<Ending>) {
    var longest: [Moment: Int] = [:]
    var open: Set<Moment> = []
    var endings: Set<Ending> = []
    var visited: Set<Int> = []
    var isBounded = true
    func explore(_ moment: Moment) -> Int {
      if let known = longest[moment] { return known }
      guard open.insert(moment).inserted else {
        isBounded = false
        return 0
      }
      visited.insert(moment.step)
      let (moments, ends, count) = next(moment)
      endings.formUnion(ends)
      var best = 0
      for other in moments { best = max(best, explore(other)) }
      open.remove(moment)
      longest[moment] = best + count
      return best + count
    }
    let length = explore(Moment(step: start, used: steps.map { _ in 0 }))
    return (isBounded ? length : nil, visited, endings)
  }
}

@Suite struct WorkflowPropertyTests {
  private func random(_ seed: Int) -> PlainMachine {
    var numbers = Sequence(state: UInt64(seed) &* 7919 &+ 3)
    let count = 1 + numbers.next(below: 5)
    func target() -> PlainMachine.Target {
      let number = numbers.next(below: count + 3)
      if number < count { return .step(number) }
      return number == count ? .failed : .completed
    }
    return PlainMachine(
      steps: (0..<count).map { number in
        // Mostly forwards, so that machines without a fault are among them.
        let forwards =
          number + 1 < count ? PlainMachine.Target.step(number + 1) : .completed
        let retries = numbers.next(below: 5)
        return PlainMachine.Step(
          success: numbers.next(below: 3) > 0 ? forwards : target(), failure: target(),
          retries: retries == 4 ? nil : retries)
      })
  }

  private func workflow(_ plain: PlainMachine) -> Workflow {
    func located<Value>(_ value: Value) -> Located<Value> {
      Located(value, at: Offset(0)..<Offset(0))
    }
    func name(_ target: PlainMachine.Target) -> Located<String> {
      switch target {
      case .step(let step): located("step\(step)")
      case .completed: located("completed")
      case .failed: located("failed")
      }
    }
    return Workflow(
      name: located("random"),
      steps: plain.steps.enumerated().map { number, step in
        WorkflowStep(
          id: located("step\(number)"), onSuccess: name(step.success),
          onFailure: name(step.failure), maxRetries: step.retries.map { located($0) })
      })
  }

  @Test(arguments: 0..<400) func theVerdictIsThatOfEveryRun(seed: Int) {
    let plain = random(seed)
    let courses = WorkflowCourses(WorkflowMachine(workflow(plain)))
    let (longest, visited, endings) = plain.simulate(from: 0)
    #expect(courses.isBounded == (longest != nil))
    let length = WorkflowLength(courses)
    #expect(length.longest == longest)
    #expect(length.isExact)
    #expect(plain.steps.indices.filter { courses.isReachable[$0] } == visited.sorted())
    #expect(courses.canComplete == endings.contains(.byEdge(.completed)))
    for step in visited {
      let ends = plain.simulate(from: step).endings.subtracting([.noRetryLeft])
      #expect(courses.hasEnd[step] == !ends.isEmpty)
    }
  }

  @Test(arguments: 0..<400) func aFaultIsReportedExactlyWhereARunHasOne(seed: Int) {
    let plain = random(seed)
    let rules = Set(WorkflowFaults.find(in: workflow(plain), of: "").map(\.rule))
    let (longest, visited, endings) = plain.simulate(from: 0)
    #expect(rules.contains("unreachable-step") == (visited.count < plain.steps.count))
    let isTrapped = visited.contains {
      plain.simulate(from: $0).endings.subtracting([.noRetryLeft]).isEmpty
    }
    #expect(
      rules.contains("workflow-without-end")
        == (isTrapped || !endings.contains(.byEdge(.completed))))
    let unbounded: Set = ["success-cycle", "unlimited-retry", "workflow-without-end"]
    if longest == nil {
      #expect(!rules.isDisjoint(with: unbounded))
    } else {
      #expect(rules.isDisjoint(with: ["success-cycle", "unlimited-retry"]))
    }
  }

  @Test func thereAreMachinesOfEveryVerdict() {
    let machines = (0..<400).map { WorkflowCourses(WorkflowMachine(workflow(random($0)))) }
    let bounded = machines.count(where: \.isBounded)
    #expect((50...350).contains(bounded))
    #expect(machines.contains { !$0.unlimitedCycles.isEmpty && $0.successCycles.isEmpty })
    #expect(machines.contains { !$0.hasEnd.allSatisfy { $0 } })
    #expect(machines.contains { $0.isBounded && $0.machine.states.count(where: \.leadsBack) > 1 })
  }

  /// A bound that no run exceeds is computed where looking at everything would take too long.
  @Test(arguments: 0..<100) func theLongestRunGrowsWithTheRetries(seed: Int) {
    let plain = random(seed)
    guard let short = plain.simulate(from: 0).longest else { return }
    var more = plain
    for step in more.steps.indices {
      if let retries = more.steps[step].retries, retries > 0 {
        more.steps[step].retries = retries + 1
      }
    }
    let length = WorkflowLength(WorkflowCourses(WorkflowMachine(workflow(more))))
    #expect((length.longest ?? 0) >= short)
  }
}
