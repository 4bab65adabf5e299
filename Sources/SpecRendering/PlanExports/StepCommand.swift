/// How the engine that carries a plan out does one step: one shell command for all of them.
///
/// The command learns from its environment which step it is to do; see ``EngineStep/environment``.
package struct StepCommand: Sendable {
  /// What runs where nothing else is said: a script that the user writes.
  package static let standard = "./scripts/run-step"

  /// A command of the shell `sh`.
  package var text: String
  /// Whether a person has to agree behind the gates of each feature before its first task starts.
  package var asksForApproval: Bool

  package init(_ text: String = StepCommand.standard, asksForApproval: Bool = false) {
    // No environment and no argument of a process can hold a zero byte.
    self.text = text.replacingZeros
    self.asksForApproval = asksForApproval
  }
}

/// A plan in the language of an engine.
package struct PlanExport: Sendable {
  /// The whole file.
  package var text: String
  /// What the engine will not take as it is: a file too large, more steps than it keeps.
  package var warnings: [String] = []
}
