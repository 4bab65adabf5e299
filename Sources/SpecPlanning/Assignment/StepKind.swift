/// What a planned step is for.
package enum StepKind: String, Sendable, Hashable, CaseIterable {
  /// A check of the documents before the first task.
  case gate
  /// The implementation of one task.
  case task
  /// A review of one implemented task.
  case review
  /// A check of what all tasks of a feature made.
  case verification
  /// The decision that a feature is complete.
  case completion
  /// What is written about a finished feature.
  case documentation
}

/// What an agent is for a feature.
package enum AgentRole: String, Sendable, Hashable {
  case primary, supporting, qa
  /// Named by the task itself.
  case assigned
  /// Invoked for every feature by the configuration.
  case global
  /// `planning.default_agent`.
  case standIn = "default"
}
