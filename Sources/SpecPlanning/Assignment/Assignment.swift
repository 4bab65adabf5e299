package import SpecModel

/// One planned step: which agent does what.
///
/// What it waits for and why it has its agent, the plan says: ``Plan/predecessors(of:)`` and
/// ``AssignmentReasons``.
package struct Assignment: Sendable {
  /// Stable and unique in the plan: `dashboard/2.1`, `dashboard/@gate/spec-design-validator`.
  package var id: String
  /// The index of its feature in ``Plan/features``.
  package var feature: Int
  package var kind: StepKind
  /// The name of the agent; `nil` when nobody could be found.
  package var agent: String?
  /// What the agent is to the feature; `primary` when nobody could be found.
  package var role: AgentRole
  /// That of the agent, else low for documentation and high for the rest.
  package var priority: Priority
  /// Whether what waits for the step must not start when it failed.
  package var isBlocking: Bool
  /// How long the agent may take; the default timeout when nobody could be found.
  package var timeoutSeconds: Int
  /// For a task its index in the task list, for a review that of the reviewed task.
  package var task: Int?
  /// For a task the number of its wave, from 0.
  package var wave: Int?
  /// The task's title; empty for other kinds.
  package var title = ""
  /// What the task, or the one that is reviewed, cites; empty for other kinds.
  package var requirements: [Reference] = []
  /// What the task, or the one that is reviewed, names; empty for other kinds.
  package var files: [FileMention] = []

  init(
    id: String, feature: Int, kind: StepKind, agent: String?, role: AgentRole, priority: Priority,
    isBlocking: Bool, timeoutSeconds: Int
  ) {
    self.id = id
    self.feature = feature
    self.kind = kind
    self.agent = agent
    self.role = role
    self.priority = priority
    self.isBlocking = isBlocking
    self.timeoutSeconds = timeoutSeconds
  }

  /// The ids of the requirements named, ranges as `1.1-1.6`, without words that are no ids.
  package var requirementIDs: [String] {
    requirements.compactMap { reference in
      switch reference.kind {
      case .identifier(let id): id
      case .range(let from, let to): "\(from)-\(to)"
      case .all: "all"
      case .none, .text: nil
      }
    }
  }
}
