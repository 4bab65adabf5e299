import SpecModel

/// A step of two plans that is not the same in both.
package struct StepChange: Sendable, Hashable {
  /// What may change about a step.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case id, title, wave, agent, role, priority, blocking, timeout, duration, requirements, files
  }

  package var before: PlanSummary.Step
  package var after: PlanSummary.Step

  /// What changed.
  package var fields: [Field] { Field.allCases.filter(differs) }

  /// A duration differs too where only one of the two comes from an estimate.
  package func differs(_ field: Field) -> Bool {
    switch field {
    case .id: before.id != after.id
    case .title: before.title != after.title
    case .wave: before.wave != after.wave
    case .agent: before.agent != after.agent
    case .role: before.role != after.role
    case .priority: before.priority != after.priority
    case .blocking: before.isBlocking != after.isBlocking
    case .timeout: before.timeoutSeconds != after.timeoutSeconds
    case .duration:
      before.durationSeconds != after.durationSeconds || before.isEstimated != after.isEstimated
    case .requirements: before.requirements != after.requirements
    case .files: before.files != after.files
    }
  }
}
