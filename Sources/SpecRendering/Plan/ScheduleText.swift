import Diagnostics
import SpecModel
import SpecPlanning

/// How long a plan takes and what keeps it from being shorter, for people.
struct ScheduleText {
  struct Line {
    var text: String
    var style: TerminalStyle = .plain
  }

  private(set) var lines: [Line] = []

  private let schedule: Schedule
  private let plan: Plan
  private let columns: Int

  /// How many agents are named.
  private static let agentCount = 5

  init(_ schedule: Schedule, _ plan: Plan, columns: Int) {
    self.schedule = schedule
    self.plan = plan
    self.columns = columns
    lines = [Line(text: ""), Line(text: "Schedule", style: .heading)]
    addLength()
    addCriticalPath()
    addLimits()
    addAgents()
    for missed in schedule.missedDeadlines {
      let subject = missed.feature.map { "feature '\($0)'" } ?? "the plan"
      add(
        "\(subject) is done after \(TimeSpan.text(missed.finishSeconds)), "
          + "its deadline is after \(TimeSpan.text(missed.deadlineSeconds))")
    }
  }

  private mutating func addLength() {
    let bound =
      schedule.lowerBound == schedule.makespan
      ? "no schedule is shorter" : "at least \(TimeSpan.text(schedule.lowerBound))"
    add("\(TimeSpan.text(schedule.makespan)) from start to end, \(bound) (\(cause))")
    let tasks = plan.assignments.indices.filter { plan.assignments.kind($0) == .task }
    let estimated = tasks.reduce(0) { $0 + (schedule.isEstimated[$1] ? 1 : 0) }
    let rest =
      schedule.defaultSeconds.map { "count \(TimeSpan.text($0))" }
      ?? "count as long as their agents may take"
    if estimated == 0 {
      add("no task has an estimate; all \(rest)")
    } else if estimated < tasks.count {
      add("\(estimated) of \(tasks.count) tasks have an estimate; the others \(rest)")
    }
  }

  private var cause: String {
    guard let limit = schedule.lowerBoundLimit else { return "the critical path" }
    return "the limit of \(Self.name(schedule.limits[limit]))"
  }

  private mutating func addCriticalPath() {
    let tasks = schedule.criticalPath.filter { plan.assignments.kind($0) == .task }
    guard tasks.count > 1 else { return }
    let ids = tasks.map { plan.assignments.id($0) }
    let shown = ids.count > 6 ? Array(ids.prefix(3)) + ["…"] + ids.suffix(2) : ids
    add(
      "critical path, \(TimeSpan.text(schedule.criticalSeconds)), \(tasks.count) tasks: "
        + shown.joined(separator: " → "))
  }

  /// What one more slot of each limit that makes steps wait would bring.
  private mutating func addLimits() {
    var useless: [String] = []
    for limit in schedule.limits where limit.isBinding {
      let name = "\(Self.name(limit)) (\(limit.slots) at once)"
      guard let shorter = limit.makespanWithOneMore else {
        add("the limit of \(name) makes steps wait")
        continue
      }
      if shorter < schedule.makespan {
        add("one more for \(name) would save \(TimeSpan.text(schedule.makespan - shorter))")
      } else {
        useless.append(name)
      }
    }
    guard !useless.isEmpty else { return }
    add("one more for \(useless.joined(separator: ", ")) would save nothing")
  }

  private mutating func addAgents() {
    guard schedule.agents.count > 1, schedule.makespan > 0 else { return }
    let order = schedule.agents.sorted {
      ($1.presentSeconds, $0.agent) < ($0.presentSeconds, $1.agent)
    }
    let busiest = order.prefix(Self.agentCount).map { load in
      "\(load.agent) \(Self.share(load.presentSeconds, of: schedule.makespan))"
    }
    add("busiest agents, by share of the time: " + busiest.joined(separator: ", "))
  }

  private mutating func add(_ text: String) {
    for (number, words) in text.visible.wrapped(toWidth: columns - 4).enumerated() {
      lines.append(Line(text: (number == 0 ? "  " : "    ") + words))
    }
  }

  private static func share(_ part: Int, of whole: Int) -> String { "\(part * 100 / whole) %" }

  private static func name(_ limit: ScheduleLimit) -> String {
    switch limit.subject {
    case .priority(let priority): "'\(priority.rawValue)'"
    case .everything: "all steps"
    case .agent(let name): "agent '\(name)'"
    }
  }
}
