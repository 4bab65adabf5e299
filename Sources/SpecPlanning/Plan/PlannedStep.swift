import SpecModel

/// One planned step without any text, as plans keep it.
///
/// A plan of 100,000 tasks has as many of these; ``Assignments`` makes full assignments of them.
struct PlannedStep: Sendable {
  var feature: Int32
  /// The task of the task graph that is implemented or reviewed; -1 for steps of whole features.
  var node: Int32
  /// Which of the tasks with one id this is, from 1.
  var occurrence: Int32 = 1
  /// The number of the agent in the roster; -1 when nobody could be found.
  var agent: Int32
  var wave: Int32 = -1
  var kind: StepKind
  var role: AgentRole
  var priority: Priority
  var isBlocking: Bool
  var choice: Choice

  enum Choice: Sendable {
    case named, matched, primary, standIn, placed, nobody
  }
}
