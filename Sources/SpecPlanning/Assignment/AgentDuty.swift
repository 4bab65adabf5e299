/// Where in the life of a feature an agent has its place.
enum AgentDuty: Sendable, Hashable {
  /// Checks documents before implementation; `subject` is the document without which there is nothing to check.
  case gate(subject: Subject)
  /// Implements tasks; has no step of its own.
  case executor
  /// Reviews each task when it is implemented.
  case taskReview
  case verification
  case completion
  case documentation

  /// The kind of step in a word; `executor` for who has none of its own.
  var word: String {
    switch self {
    case .gate: StepKind.gate.rawValue
    case .executor: "executor"
    case .taskReview: StepKind.review.rawValue
    case .verification: StepKind.verification.rawValue
    case .completion: StepKind.completion.rawValue
    case .documentation: StepKind.documentation.rawValue
    }
  }

  enum Subject: Sendable, Hashable {
    case requirements, design, tasks, anything
  }

  /// The place of `auto_invoke`; `nil` for a word that says nothing known.
  static func named(_ autoInvoke: String) -> AgentDuty? {
    switch autoInvoke {
    case "always": .gate(subject: .anything)
    case "on_new_design": .gate(subject: .design)
    case "on_task_creation": .gate(subject: .tasks)
    case "on_task_execution": .executor
    case "after_task_execution": .taskReview
    case "on_implementation", "after_implementation": .verification
    case "on_completion": .completion
    case "on_major_changes": .documentation
    default: nil
    }
  }

  /// The places of agents that are known by their names, for configurations that only list names.
  static let wellKnown: [String: AgentDuty] = [
    "spec-requirements-validator": .gate(subject: .requirements),
    "spec-breaking-change-detector": .gate(subject: .design),
    "spec-design-validator": .gate(subject: .design),
    "spec-design-web-researcher": .gate(subject: .design),
    "spec-task-validator": .gate(subject: .tasks),
    "spec-dependency-analyzer": .gate(subject: .tasks),
    "spec-task-executor": .executor,
    "spec-task-implementation-reviewer": .taskReview,
    "spec-integration-tester": .verification,
    "spec-test-generator": .verification,
    "spec-performance-analyzer": .verification,
    "spec-duplication-detector": .verification,
    "spec-completion-reviewer": .completion,
    "spec-documentation-generator": .documentation,
    "code-reviewer": .verification,
    "qa-tester": .verification,
    "steering-document-updater": .documentation,
  ]
}
