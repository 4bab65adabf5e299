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
  /// `agents.timeouts.default`, in seconds.
  package var defaultTimeout: Located<Int>?
  /// `features:`: pages and what they belong to.
  package var pages: [ConfiguredPage]
  /// The names defined below `rules.<group>`.
  package var ruleNames: [Located<String>]
  package var validation: ValidationSettings
  package var planning: PlanningSettings
  package var trace: TraceSettings
  /// `workflows:`, in the order written.
  package var workflows: [Workflow]
  /// Of unknown sections all in `.specctl.yaml`, elsewhere only those that look misspelt.
  package var unknownKeys: [UnknownKey]
  /// In the order of their places; none where the file belongs to another tool.
  package var problems: [DocumentProblem]
  /// Whether the file has no section that specctl knows: one of the same name can belong to another tool.
  package var isForeign: Bool
  /// The values with their places; `nil` where the file could not be read or is empty.
  package var root: YAMLNode?

  package init(
    file: SourceFile, agents: [ConfiguredAgent] = [], priorityGroups: [PriorityAgents] = [],
    maxParallel: [Priority: Located<Int>] = [:], timeouts: [AgentTimeout] = [],
    defaultTimeout: Located<Int>? = nil, pages: [ConfiguredPage] = [],
    ruleNames: [Located<String>] = [], validation: ValidationSettings = ValidationSettings(),
    planning: PlanningSettings = PlanningSettings(), trace: TraceSettings = TraceSettings(),
    workflows: [Workflow] = [],
    unknownKeys: [UnknownKey] = [], problems: [DocumentProblem] = [], isForeign: Bool = false,
    root: YAMLNode? = nil
  ) {
    self.file = file
    self.agents = agents
    self.priorityGroups = priorityGroups
    self.maxParallel = maxParallel
    self.timeouts = timeouts
    self.defaultTimeout = defaultTimeout
    self.pages = pages
    self.ruleNames = ruleNames
    self.validation = validation
    self.planning = planning
    self.trace = trace
    self.workflows = workflows
    self.unknownKeys = unknownKeys
    self.problems = problems
    self.isForeign = isForeign
    self.root = root
  }
}
