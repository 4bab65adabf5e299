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
    /// Stable and unique in the plan: `dashboard/2.1`.
    package var id: String
    /// As ``PlannedFeature/name`` has it.
    package var feature: String
    package var kind: StepKind
    /// Empty for steps that are no tasks.
    package var title: String
    /// `nil` for steps that are no tasks.
    package var wave: Int?
    /// `nil` when nobody could be found.
    package var agent: String?
    package var role: AgentRole
    package var priority: Priority
    /// Whether what waits for the step must not start when it failed.
    package var isBlocking: Bool
    /// How long the agent may take.
    package var timeoutSeconds: Int
    /// From start to finish in the schedule.
    package var durationSeconds: Int
    /// Whether the duration comes from an estimate.
    package var isEstimated: Bool
    /// The ids of those named, ranges as `1.1-1.6`, without words that are no ids.
    package var requirements: [String]
    /// Paths and globs as the task has them, in the order written.
    package var files: [String]
  }

  /// One thing that a step waits for.
  ///
  /// Ids are those of steps, or of milestones that features begin and end with.
  package struct Wait: Sendable, Hashable {
    /// The id of what comes first.
    package var before: String
    /// The id of what waits for it.
    package var after: String
    package var reason: EdgeReason
  }

  /// How long everything takes, in seconds.
  package struct Figures: Sendable, Hashable {
    /// The end of the last step.
    package var makespan: Int
    /// No schedule under the same limits can be shorter.
    package var lowerBound: Int
    /// The length of a longest way through the waits.
    package var criticalPath: Int
    /// The features that are done after their deadline; `nil` stands for the whole plan.
    package var missedDeadlines: [String?]
  }

  /// What the plan has to say.
  package struct Remark: Sendable, Hashable {
    /// The id of the rule.
    package var rule: String
    /// A word, such as `warning`.
    package var severity: String
    package var message: String
  }

  /// Linear in the steps.
  package var taskCount: Int { steps.lazy.filter { $0.kind == .task }.count }
}
