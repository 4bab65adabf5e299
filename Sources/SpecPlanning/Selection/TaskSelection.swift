package import SpecModel

/// Which tasks a plan is made for.
package struct TaskSelection: Sendable, Hashable {
  /// The names of the features to plan; `nil` for all.
  package var features: Set<String>?
  /// Whether tasks marked as optional are planned.
  package var includesOptional: Bool
  /// Whether tasks that are done or skipped are planned once more.
  package var includesDone: Bool

  package init(
    features: Set<String>? = nil, includesOptional: Bool = true, includesDone: Bool = false
  ) {
    self.features = features
    self.includesOptional = includesOptional
    self.includesDone = includesDone
  }

  /// Whether a feature was asked for.
  package func contains(_ feature: Feature) -> Bool {
    features.map { $0.contains(feature.name) || $0.contains(feature.directory) } ?? true
  }

  func presence(state: TaskState, isOptional: Bool) -> TaskPresence {
    if state.isSettled, !includesDone { return .settled }
    return isOptional && !includesOptional ? .omitted : .planned
  }
}

/// What becomes of a task in a plan.
enum TaskPresence: UInt8 {
  case planned
  /// Left out, while what waits for it still waits for what it waits for.
  case omitted
  /// Done or dropped: nothing waits for it.
  case settled
}
