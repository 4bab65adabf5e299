package import Diagnostics
package import YAMLSyntax

/// Which agents there are, how they are ranked and limited, and how specctl itself behaves: `config.yaml`.
package struct Configuration: Sendable {
  package let file: SourceFile
  /// Every agent of every category, in the order written.
  package var agents: [ConfiguredAgent]
  /// `agents.priority_groups`, in the order written.
  package var priorityGroups: [PriorityAgents]
  /// `agents.max_parallel`: how many steps of a priority may run at once.
  package var maxParallel: [Priority: Located<Int>]
  /// `agents.timeouts` in seconds by agent name, `default` left out; in the order written.
  package var timeouts: [AgentTimeout]
  package var defaultTimeout: Located<Int>?
  /// `features:`: pages and what they belong to.
  package var pages: [ConfiguredPage]
  /// The names defined below `rules.<group>`.
  package var ruleNames: [Located<String>]
  package var validation: ValidationSettings
  package var planning: PlanningSettings
  package var unknownKeys: [UnknownKey]
  package var problems: [DocumentProblem]
  /// Whether the file has any section that specctl knows; a file of the same name can belong to another tool.
  package var isForeign: Bool
  package var root: YAMLNode?
}

/// How much a step matters and how it runs beside others.
package enum Priority: String, Sendable, Hashable, CaseIterable, Comparable {
  /// One at a time; a failure stops what follows.
  case critical
  /// Side by side; a failure stops what follows.
  case high
  /// Side by side; a failure is a warning.
  case medium
  /// After everything else; optional.
  case low

  package static func < (left: Priority, right: Priority) -> Bool {
    left.rank < right.rank
  }

  /// 0 for critical to 3 for low.
  package var rank: Int {
    switch self {
    case .critical: 0
    case .high: 1
    case .medium: 2
    case .low: 3
    }
  }

  /// Whether what follows must not start when a step of this priority failed.
  package var isBlocking: Bool { self <= .high }
}

/// An agent as the configuration describes it, in list form or in map form.
package struct ConfiguredAgent: Sendable {
  package var name: Located<String>
  /// The key that the agent stands under, such as `spec_workflow`.
  package var category: String
  package var summary: Located<String>?
  package var features: [Located<String>] = []
  package var autoInvoke: Located<String>?
  package var autoInvokeOn: [Located<String>] = []
  package var priority: Located<Priority>?
  /// In seconds.
  package var timeout: Located<Int>?

  package init(name: Located<String>, category: String) {
    self.name = name
    self.category = category
  }
}

/// The seconds that one agent may take.
package struct AgentTimeout: Sendable {
  package var agent: Located<String>
  package var seconds: Located<Int>
}

/// A page of `features:` in the configuration.
package struct ConfiguredPage: Sendable {
  package var page: Located<String>
  package var feature: Located<String>?
  /// The documents named, by `requirements`, `design`, `tasks`.
  package var documents: [Located<String>]
  package var rules: [Located<String>]
}

/// `validation:`: what specctl's own checks do.
package struct ValidationSettings: Sendable {
  /// `rules:` by id: `error`, `warning`, `note` or `off`.
  package var severities: [RuleSeverity] = []
  package var failOn: Located<Severity>?

  package init() {}
}

/// The severity that the configuration gives a rule; `nil` for `off`.
package struct RuleSeverity: Sendable {
  package var rule: Located<String>
  package var severity: Located<Severity?>
}

/// `planning:`: how plans are made.
package struct PlanningSettings: Sendable {
  package var order: Located<String>?
  package var defaultAgent: Located<String>?

  package init() {}
}
