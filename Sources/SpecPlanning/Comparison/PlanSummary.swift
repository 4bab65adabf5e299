package import SpecModel

/// What two plans are compared by: a plan without places and without what follows from the rest.
///
/// The summary of a plan and that of its machine form are the same.
package struct PlanSummary: Sendable, Hashable {
  package var order: PlanningOrder
  /// Of inferred waits; without meaning in other orders.
  package var leastConfidence: Confidence
  package var selection: TaskSelection
  /// How many steps may run at once, by the name of the limit: a priority, `all steps`, `agent NAME`.
  package var limits: [String: Int]
  /// The digest of every file that the plan was made from, by path.
  package var inputs: [String: String]
  /// The ids of the tasks that are done or dropped, as steps have them.
  package var settledTasks: Set<String>
  /// In the order of the plan.
  package var steps: [Step]
  /// The waits that documents or the registry give a reason for.
  package var waits: [Wait]
  package var figures: Figures
  /// In the order of the plan.
  package var findings: [Remark]

  /// A step and what may change about it.
  package struct Step: Sendable, Hashable {
    package var id: String
    package var feature: String
    package var kind: StepKind
    /// Empty for steps that are no tasks.
    package var title: String
    /// `nil` for steps that are no tasks.
    package var wave: Int?
    package var agent: String?
    package var role: AgentRole
    package var priority: Priority
    package var isBlocking: Bool
    package var timeoutSeconds: Int
    package var durationSeconds: Int
    package var isEstimated: Bool
    package var requirements: [String]
    package var files: [String]
  }

  /// One thing that a step waits for.
  ///
  /// Ids are those of steps, or of milestones that features begin and end with.
  package struct Wait: Sendable, Hashable {
    package var before: String
    package var after: String
    package var reason: EdgeReason
  }

  /// How long everything takes, in seconds.
  package struct Figures: Sendable, Hashable {
    package var makespan: Int
    package var lowerBound: Int
    package var criticalPath: Int
    /// The features that are done after their deadline; `nil` stands for the whole plan.
    package var missedDeadlines: [String?]
  }

  /// What the plan has to say.
  package struct Remark: Sendable, Hashable {
    package var rule: String
    package var severity: String
    package var message: String
  }

  package var taskCount: Int { steps.lazy.filter { $0.kind == .task }.count }
}
