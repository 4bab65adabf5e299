package import Diagnostics

/// A course of work as a state machine: steps, and where each leads when it succeeds and when it fails.
///
/// It is kept as declared, faults included.
package struct Workflow: Sendable {
  /// The key below `workflows:`.
  package var name: Located<String>
  /// `description:`, for people.
  package var summary: Located<String>?
  /// For people.
  package var goal: Located<String>?
  /// The features and the kinds of tasks that it is meant for.
  package var appliesTo: [Located<String>]
  /// Where it begins, in the order of all places that say so; none for the first step.
  package var initial: [Located<String>]
  /// In the order written.
  package var steps: [WorkflowStep]

  package init(
    name: Located<String>, summary: Located<String>? = nil, goal: Located<String>? = nil,
    appliesTo: [Located<String>] = [], initial: [Located<String>] = [], steps: [WorkflowStep] = []
  ) {
    self.name = name
    self.summary = summary
    self.goal = goal
    self.appliesTo = appliesTo
    self.initial = initial
    self.steps = steps
  }

  /// The states in which every workflow can end without declaring them.
  package static let builtInStates = [completed, failed]
  package static let completed = "completed"
  package static let failed = "failed"
}

/// One step of a workflow, as declared.
package struct WorkflowStep: Sendable {
  /// A step that is one word in a list goes by it, from the second time on with a number.
  package var id: Located<String>
  /// Who does it, by name.
  package var agent: Located<String>?
  /// Who does it, by a word that should be one of ``WorkerKind``.
  package var worker: Located<String>?
  /// `description:`, for people.
  package var summary: Located<String>?
  /// The id of the next step, `completed` or `failed`; without it the step written next.
  package var onSuccess: Located<String>?
  /// Likewise; without it `failed`.
  package var onFailure: Located<String>?
  /// Any number that was written, even one that makes no sense.
  package var maxRetries: Located<Int>?
  /// Whether the workflow ends behind the step.
  package var isTerminal: Bool
  /// The one word that declares who does it where nothing says whether it is an agent, a kind of
  /// worker or neither.
  package var word: Located<String>?

  package init(
    id: Located<String>, agent: Located<String>? = nil, worker: Located<String>? = nil,
    summary: Located<String>? = nil, onSuccess: Located<String>? = nil,
    onFailure: Located<String>? = nil, maxRetries: Located<Int>? = nil, isTerminal: Bool = false,
    word: Located<String>? = nil
  ) {
    self.id = id
    self.agent = agent
    self.worker = worker
    self.summary = summary
    self.onSuccess = onSuccess
    self.onFailure = onFailure
    self.maxRetries = maxRetries
    self.isTerminal = isTerminal
    self.word = word
  }

  /// The kind of worker, if one is named that there is.
  package var workerKind: WorkerKind? {
    (worker ?? word).flatMap { WorkerKind(rawValue: $0.value) }
  }
}
