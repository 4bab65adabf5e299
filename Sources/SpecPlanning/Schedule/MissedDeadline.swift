package import Diagnostics
package import SpecModel

/// Something that a schedule finishes too late.
package struct MissedDeadline: Sendable, Hashable {
  /// The name of the feature; `nil` for the whole plan.
  package var feature: String?
  /// Counted from the start of the plan.
  package var deadlineSeconds: Int
  /// When the last step ends, counted from the start of the plan.
  package var finishSeconds: Int

  static func find(_ plan: Plan, _ finishes: [Int], _ settings: ScheduleSettings)
    -> [MissedDeadline]
  {
    var missed: [MissedDeadline] = []
    if let deadline = settings.deadline, let end = finishes.max(), end > deadline {
      missed.append(MissedDeadline(deadlineSeconds: deadline, finishSeconds: end))
    }
    guard !settings.deadlines.isEmpty else { return missed }
    var ends = [Int](repeating: 0, count: plan.features.count)
    for step in plan.assignments.indices {
      let feature = plan.assignments.feature(step)
      ends[feature] = max(ends[feature], finishes[step])
    }
    for (feature, end) in zip(plan.features, ends) {
      guard let deadline = settings.deadlines[feature.name], end > deadline else { continue }
      missed.append(
        MissedDeadline(feature: feature.name, deadlineSeconds: deadline, finishSeconds: end))
    }
    return missed
  }
}

extension Schedule {
  /// The findings of the rule `missed-deadline`, at the deadlines of the configuration.
  package func deadlineFindings(_ configuration: Configuration?) -> [Finding] {
    guard let configuration else { return [] }
    return missedDeadlines.map { missed in
      let late = Self.hours(missed.finishSeconds - missed.deadlineSeconds)
      let range =
        missed.feature.map { name in
          configuration.planning.deadlines.first { $0.feature.value == name }?.seconds.range
        } ?? configuration.planning.deadline?.range
      let subject = missed.feature.map { "feature '\($0)'" } ?? "the plan"
      return Finding(
        "\(subject) ends \(late) after its deadline", in: configuration.file.path, at: range,
        help: "'specctl plan' shows the critical path and what more slots would bring",
        rule: "missed-deadline", severity: .warning)
    }
  }

  /// Hours and minutes, rounded up.
  private static func hours(_ seconds: Int) -> String {
    let minutes = (seconds + 59) / 60
    let parts = [
      minutes >= 60 ? "\(minutes / 60) h" : "", minutes % 60 > 0 ? "\(minutes % 60) min" : "",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
