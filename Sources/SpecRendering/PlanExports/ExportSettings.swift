/// How the engine that carries a plan out does its steps.
package struct ExportSettings: Sendable {
  /// What runs where nothing else is said: a script that the user writes.
  package static let standardCommand = "./scripts/run-step"

  /// The command of the shell `sh` that does each step.
  ///
  /// It learns from its environment which step it is to do; see `EngineStep.environment`.
  package var command: String
  /// Whether a person has to agree behind the gates of each feature before its first task starts.
  package var asksForApproval: Bool
  /// How many steps may run at once in all; `nil` without such a limit.
  package var maxParallel: Int?

  /// Zero bytes in the command become U+FFFD.
  package init(
    command: String = ExportSettings.standardCommand, asksForApproval: Bool = false,
    maxParallel: Int? = nil
  ) {
    // No environment and no argument of a process can hold a zero byte.
    self.command = command.replacingZeros
    self.asksForApproval = asksForApproval
    self.maxParallel = maxParallel
  }
}

/// A plan in the language of an engine.
package struct PlanExport: Sendable {
  /// The whole file.
  package var text: String
  /// What the engine will not take as it is: a file too large, more steps than it keeps.
  package var warnings: [String] = []
}
