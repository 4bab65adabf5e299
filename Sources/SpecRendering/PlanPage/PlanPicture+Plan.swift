import SpecModel
package import SpecPlanning

extension PlanPicture {
  /// The picture of a plan and its schedule; near linear in the plan.
  package init(_ plan: Plan, _ schedule: Schedule) {
    let critical = Set(schedule.criticalPath)
    let times = plan.assignments.indices.map { step in
      Time(
        start: schedule.starts[step], finish: schedule.finishes[step],
        slack: schedule.slacks[step], isCritical: critical.contains(step))
    }
    makespan = schedule.makespan
    lowerBound = schedule.lowerBound
    // Its first lines are a heading, the width so that no line is broken.
    remarks = ScheduleText(schedule, plan, columns: .max).lines.dropFirst(2)
      .map { String($0.text.drop { $0 == " " }) }
    waveCount = plan.waves.count
    limits = Priority.allCases.compactMap { priority in
      plan.limits[priority].map { (priority, $0) }
    }
    settledCount = plan.features.reduce(0) { $0 + $1.settledCount }
    var numbers = addTasks(plan, times)
    addSteps(plan, times, &numbers)
    addWaits(plan, numbers)
    markCriticalWaits()
    agents = Set((tasks.map(\.agent) + steps.map(\.agent)).compactMap { $0 }).sorted()
  }

  /// Of what a task waits for more is only counted.
  private static let waitLimit = 48

  /// For each assignment of a plan its task in the picture, and for each feature its number there; -1 for none.
  private struct Numbers {
    var tasks: [Int]
    /// The same, where a review stands for its task: who waits for the review waits for the task.
    var stands: [Int]
    var features: [Int]
    /// For each feature of the plan a milestone that its tasks wait for.
    var starts: [Int?]
  }

  private mutating func addTasks(_ plan: Plan, _ times: [Time]) -> Numbers {
    var numbers = Numbers(
      tasks: [Int](repeating: -1, count: plan.assignments.count), stands: [],
      features: [Int](repeating: -1, count: plan.features.count),
      starts: [Int?](repeating: nil, count: plan.features.count))
    var byFeature = [[Int]](repeating: [], count: plan.features.count)
    for index in plan.assignments.indices where plan.assignments.kind(index) == .task {
      byFeature[plan.assignments.feature(index)].append(index)
    }
    for (feature, indices) in byFeature.enumerated() where !indices.isEmpty {
      numbers.features[feature] = features.count
      let first = tasks.count
      let rows = indices.map { (index: $0, assignment: plan.assignments[$0]) }
        .sorted { ($0.assignment.task ?? 0, $0.index) < ($1.assignment.task ?? 0, $1.index) }
      for (index, assignment) in rows {
        numbers.tasks[index] = tasks.count
        tasks.append(
          Task(
            id: assignment.id, title: assignment.title, feature: features.count,
            agent: assignment.agent, priority: assignment.priority, wave: assignment.wave ?? 0,
            time: times[index]))
      }
      var made = Feature(name: plan.features[feature].name, tasks: first..<tasks.count)
      made.settledCount = plan.features[feature].settledCount
      features.append(made)
    }
    numbers.stands = numbers.tasks
    for (index, milestone) in plan.milestones.enumerated() where milestone.id.hasSuffix("/@start") {
      if let feature = milestone.feature {
        numbers.starts[feature] = plan.assignments.count + index
      }
    }
    return numbers
  }

  private mutating func addSteps(_ plan: Plan, _ times: [Time], _ numbers: inout Numbers) {
    for index in plan.assignments.indices where plan.assignments.kind(index) != .task {
      let assignment = plan.assignments[index]
      let feature = numbers.features[assignment.feature]
      guard feature >= 0 else { continue }
      var task: Int?
      if assignment.kind == .review {
        // A second review may follow the first.
        task = plan.predecessors(of: index).lazy.map(Int.init)
          .first { $0 < numbers.stands.count && numbers.stands[$0] >= 0 }
          .map { numbers.stands[$0] }
        numbers.stands[index] = task ?? -1
      }
      if assignment.kind != .review { features[feature].steps.append(steps.count) }
      steps.append(
        Step(
          kind: assignment.kind, feature: feature, agent: assignment.agent,
          priority: assignment.priority, time: times[index], task: task))
    }
  }

  /// Finds where the critical path enters a feature by the end of another.
  private mutating func markCriticalWaits() {
    let critical = features.map { $0.tasks.filter { tasks[$0].time.isCritical } }
    let ends = critical.map { $0.map { tasks[$0].time.finish }.max() }
    for (feature, path) in critical.enumerated() {
      guard let first = path.min(by: { tasks[$0].time.start < tasks[$1].time.start }),
        !tasks[first].waits.contains(where: { tasks[$0.before].time.isCritical })
      else { continue }
      let waits = features[feature].waits
      let candidates = waits.indices.filter { ends[waits[$0].before] != nil }
      let last = candidates.max { (ends[waits[$0].before] ?? 0) < (ends[waits[$1].before] ?? 0) }
      if let last { features[feature].waits[last].isCritical = true }
    }
  }

  private mutating func addWaits(_ plan: Plan, _ numbers: Numbers) {
    var finder = TaskWaits(plan, tasks: numbers.stands, features: numbers.features)
    for index in plan.assignments.indices where numbers.tasks[index] >= 0 {
      let task = numbers.tasks[index]
      let (origins, cut) = finder.origins(of: index)
      let waits = origins.compactMap { origin -> Wait? in
        guard case .task(let before) = origin.source, before != task else { return nil }
        return Wait(before: before, reason: origin.reason ?? .membership)
      }
      tasks[task].waits = Array(waits.prefix(Self.waitLimit))
      tasks[task].unlistedWaits = waits.count - tasks[task].waits.count + cut
    }
    for (feature, start) in numbers.starts.enumerated() {
      guard let start, numbers.features[feature] >= 0 else { continue }
      for origin in finder.origins(of: start).origins {
        guard case .feature(let before) = origin.source else { continue }
        features[numbers.features[feature]].waits.append(
          FeatureWait(before: before, reason: origin.reason ?? .featureDependency))
      }
    }
  }
}
