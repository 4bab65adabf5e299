import Diagnostics
import SpecModel
package import SpecPlanning

/// A plan for people: waves with their tasks and agents, what stands around them, and what orders them.
package struct PlanText: Sendable {
  /// The columns that no line exceeds.
  package var columns: Int
  /// Waves of more tasks are summed up by agent.
  package var tasksPerWave: Int

  package init(columns: Int = 80, tasksPerWave: Int = 40) {
    self.columns = max(40, columns)
    self.tasksPerWave = tasksPerWave
  }

  /// The text with a line feed at the end of each line; linear in the plan.
  package func text(_ plan: Plan) -> String {
    if plan.taskCount == 0 { return "no task to plan\n" }
    var lines: [String] = []
    lines += header(plan)
    let counts = StepCounts(plan)
    lines += around(counts, [.gate], title: "Before the tasks of a feature")
    for (number, wave) in plan.waves.enumerated() { lines += self.wave(number, wave, plan) }
    lines += around(counts, [.review], title: "After each task")
    lines += around(
      counts, [.verification, .completion, .documentation], title: "After the tasks of a feature")
    lines += waits(plan)
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Parts

  private func header(_ plan: Plan) -> [String] {
    let features = plan.features.lazy.filter { $0.taskCount > 0 }.count
    let agents = Set(plan.assignments.lazy.compactMap(\.agent)).count
    let settled = plan.features.reduce(0) { $0 + $1.settledCount }
    var lines = [
      "\(count(features, "feature")), \(count(plan.taskCount, "task")) in "
        + "\(count(plan.waves.count, "wave")), \(count(agents, "agent"))"
        + (settled > 0 ? "; \(count(settled, "task")) already done or skipped" : "")
    ]
    let limits = Priority.allCases.map { "\($0.rawValue) \(plan.limits[$0] ?? 1)" }
    lines.append("at once at most: " + limits.joined(separator: ", "))
    return lines
  }

  private func wave(_ number: Int, _ wave: [Int], _ plan: Plan) -> [String] {
    var lines = ["", "Wave \(number) (\(count(wave.count, "task")))"]
    guard wave.count <= tasksPerWave else {
      return lines + summary(wave, plan)
    }
    let ids = wave.map { DisplayText.safe(plan.assignments.id($0)) }
    let idColumns = min(ids.map(DisplayText.width).max() ?? 0, columns * 2 / 5)
    for (place, index) in wave.enumerated() {
      let assignment = plan.assignments[index]
      let agent = DisplayText.cut(
        "→ \(DisplayText.safe(assignment.agent ?? "nobody")) (\(assignment.priority.rawValue))",
        to: columns / 2)
      let room = columns - 2 - idColumns - 2 - 2 - DisplayText.width(agent)
      let title = DisplayText.cut(DisplayText.safe(assignment.title), to: max(0, room))
      lines.append(
        "  \(DisplayText.fit(ids[place], to: idColumns))  \(title)\(title.isEmpty ? "" : "  ")\(agent)"
      )
    }
    return lines
  }

  /// A long wave by agent, in the order of their first tasks.
  private func summary(_ wave: [Int], _ plan: Plan) -> [String] {
    var order: [String] = []
    var tasks: [String: [Int]] = [:]
    for index in wave {
      let agent = plan.assignments[index].agent ?? "nobody"
      if tasks[agent] == nil { order.append(agent) }
      tasks[agent, default: []].append(index)
    }
    return order.map { agent in
      let own = tasks[agent] ?? []
      let features = Set(own.map { plan.assignments[$0].feature }).count
      let first = own.prefix(3).map { plan.assignments.id($0) }.joined(separator: ", ")
      let text =
        "  \(count(own.count, "task")) of \(count(features, "feature")) → \(agent): \(first)"
        + (own.count > 3 ? ", …" : "")
      return DisplayText.cut(DisplayText.safe(text), to: columns)
    }
  }

  private func around(_ counts: StepCounts, _ kinds: [StepKind], title: String) -> [String] {
    let entries = counts.entries.filter { kinds.contains($0.kind) }
    guard !entries.isEmpty else { return [] }
    let kindColumns = entries.map { $0.kind.rawValue.count }.max() ?? 0
    return ["", title]
      + entries.map { entry in
        let what =
          entry.kind == .review ? count(entry.steps, "task") : count(entry.features, "feature")
        let line =
          "  \(DisplayText.fit(entry.kind.rawValue, to: kindColumns))  \(entry.agent) "
          + "(\(entry.priority.rawValue)), \(what)"
        return DisplayText.cut(DisplayText.safe(line), to: columns)
      }
  }

  /// How many waits there are for each reason, and those between features.
  private func waits(_ plan: Plan) -> [String] {
    var counts: [EdgeReason: Int] = [:]
    for node in 0..<plan.assignments.count + plan.milestones.count {
      for reason in plan.reasons(into: node) { counts[reason, default: 0] += 1 }
    }
    let parts = EdgeReason.allCases.filter { $0 != .membership }
      .compactMap { reason in counts[reason].map { "\($0) \(reason.noun($0))" } }
    guard !parts.isEmpty else { return [] }
    var lines = ["", "Waits"]
    lines += wrapped(parts)
    for feature in plan.features where !feature.dependsOn.isEmpty && feature.taskCount > 0 {
      let line = "  \(feature.name) waits for \(feature.dependsOn.joined(separator: ", "))"
      lines.append(DisplayText.cut(DisplayText.safe(line), to: columns))
    }
    return lines
  }

  private func wrapped(_ parts: [String]) -> [String] {
    var lines: [String] = []
    var line = " "
    for (place, part) in parts.enumerated() {
      let piece = " " + part + (place + 1 < parts.count ? "," : "")
      if line.count + piece.count > columns {
        lines.append(line)
        line = " "
      }
      line += piece
    }
    return lines + [line]
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// How often each agent stands around tasks, by kind, in the order of the first step of each.
private struct StepCounts {
  struct Entry {
    var kind: StepKind
    var agent: String
    var priority: Priority
    var steps: Int
    var features: Int
  }

  struct Key: Hashable {
    var kind: StepKind
    var agent: String
  }

  private(set) var entries: [Entry] = []

  init(_ plan: Plan) {
    var places: [Key: Int] = [:]
    var lastFeature: [Int] = []
    for index in plan.assignments.indices where plan.assignments.kind(index) != .task {
      let assignment = plan.assignments[index]
      let key = Key(kind: assignment.kind, agent: assignment.agent ?? "nobody")
      let place = places[key] ?? entries.count
      if place == entries.count {
        places[key] = place
        entries.append(
          Entry(
            kind: assignment.kind, agent: key.agent, priority: assignment.priority, steps: 0,
            features: 0))
        lastFeature.append(-1)
      }
      entries[place].steps += 1
      // The same agent stands once around a feature, but for reviews, which are counted by task.
      if lastFeature[place] != assignment.feature { entries[place].features += 1 }
      lastFeature[place] = assignment.feature
    }
    let unsorted = entries
    entries = StepKind.allCases.flatMap { kind in unsorted.filter { $0.kind == kind } }
  }
}

extension EdgeReason {
  /// The reason as what is counted.
  fileprivate func noun(_ count: Int) -> String {
    switch self {
    case _ where count == 1: rawValue
    case .dependencyLine, .mermaid, .arrowChain: rawValue + "s"
    case .inlineDependency: "inline dependencies"
    case .featureDependency: "feature dependencies"
    case .declaredWaves, .layerOrder, .documentOrder, .sameFile, .membership: rawValue
    }
  }
}
