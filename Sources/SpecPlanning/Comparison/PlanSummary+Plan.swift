import Diagnostics
import SpecModel

extension PlanSummary {
  /// The summary of a plan and its schedule; near linear in the plan.
  package init(_ plan: Plan, _ schedule: Schedule) {
    order = plan.order
    leastConfidence = plan.leastConfidence
    selection = plan.selection
    limits = Dictionary(schedule.limits.map { ($0.name, $0.slots) }) { first, _ in first }
    inputs = Dictionary(plan.inputs.map { ($0.path, $0.digest) }) { first, _ in first }
    settledTasks = Set(
      plan.features.lazy.flatMap { feature in
        feature.settledTasks.lazy.map { "\(feature.name)/\($0)" }
      })
    steps = plan.assignments.indices.map { Step(plan, schedule, $0) }
    let ids = (0..<plan.waits.nodeCount).map { plan.id(ofNode: $0) }
    waits = JoinedWaits.find(
      ids, steps.map(\.kind), plan.waits, reasons: plan.origins.map { $0?.reason })
    figures = Figures(
      makespan: schedule.makespan, lowerBound: schedule.lowerBound,
      criticalPath: schedule.criticalSeconds,
      missedDeadlines: schedule.missedDeadlines.map(\.feature))
    findings = plan.findings.map {
      Remark(rule: $0.rule, severity: $0.severity.rawValue, message: $0.message)
    }
  }
}

extension PlanSummary.Step {
  fileprivate init(_ plan: Plan, _ schedule: Schedule, _ index: Int) {
    let assignment = plan.assignments[index]
    self.init(
      id: assignment.id, feature: plan.features[assignment.feature].name, kind: assignment.kind,
      title: assignment.title, wave: assignment.wave, agent: assignment.agent,
      role: assignment.role, priority: assignment.priority, isBlocking: assignment.isBlocking,
      timeoutSeconds: assignment.timeoutSeconds,
      durationSeconds: schedule.finishes[index] - schedule.starts[index],
      isEstimated: schedule.isEstimated[index], requirements: assignment.requirementIDs,
      files: assignment.files.map(\.path))
  }
}
