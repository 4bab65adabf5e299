/// Something that a schedule finishes too late.
package struct MissedDeadline: Sendable, Hashable {
  /// The name of the feature; `nil` for the whole plan.
  package var feature: String?
  package var deadlineSeconds: Int
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
