package import Diagnostics
package import YAMLSyntax

/// Which features there are and which agents they have: `feature_registry.yaml`.
package struct Registry: Sendable {
  /// How the features are laid out in the file.
  package enum Shape: Sendable, Hashable {
    /// `features:` is a map from name to feature.
    case map
    /// `features:` is a list whose elements name themselves under the given key (`key`, `proposal_id`, `id`, `name`).
    case list(key: String)
    /// The file is itself such a list.
    case topLevelList(key: String)
    /// Something else, such as a machine-learning feature store: said once, read no further.
    case foreign(reason: String)
    /// Not readable as YAML.
    case unreadable
  }

  package let file: SourceFile
  package var shape: Shape
  /// In the order written.
  package var features: [RegistryFeature]
  /// `agent_mapping`, in the order written.
  package var agentMapping: [AgentMapping]
  /// `global_agents`: the names below each `…_priority` key.
  package var globalAgents: [PriorityAgents]
  /// `shared.agents`, in the order written.
  package var sharedAgents: [Located<String>]
  /// `shared.critical_rules`, in the order written.
  package var sharedRules: [Located<String>]
  /// `stats`: each number with its key.
  package var statistics: [Statistic]
  /// Keys that mean nothing known, with the keys that are known at that place.
  package var unknownKeys: [UnknownKey]
  /// What the YAML reader found wrong without giving up, and values of a wrong type.
  package var problems: [DocumentProblem]
  /// The syntax tree, for byte-preserving edits.
  package var root: YAMLNode?

  package init(
    file: SourceFile, shape: Shape = .map, features: [RegistryFeature] = [],
    agentMapping: [AgentMapping] = [], globalAgents: [PriorityAgents] = [],
    sharedAgents: [Located<String>] = [], sharedRules: [Located<String>] = [],
    statistics: [Statistic] = [], unknownKeys: [UnknownKey] = [],
    problems: [DocumentProblem] = [], root: YAMLNode? = nil
  ) {
    self.file = file
    self.shape = shape
    self.features = features
    self.agentMapping = agentMapping
    self.globalAgents = globalAgents
    self.sharedAgents = sharedAgents
    self.sharedRules = sharedRules
    self.statistics = statistics
    self.unknownKeys = unknownKeys
    self.problems = problems
    self.root = root
  }
}

/// One group of `agent_mapping`.
package struct AgentMapping: Sendable {
  /// The key below `agent_mapping:`.
  package var name: Located<String>
  /// `agent_group:`: what the group is called.
  package var agentGroup: Located<String>?
  /// The features that it is for, in the order written.
  package var features: [Located<String>]
  /// Agents that may get tasks of these features, in the order written.
  package var primaryAgents: [Located<String>]

  package init(
    name: Located<String>, agentGroup: Located<String>? = nil, features: [Located<String>] = [],
    primaryAgents: [Located<String>] = []
  ) {
    self.name = name
    self.agentGroup = agentGroup
    self.features = features
    self.primaryAgents = primaryAgents
  }
}

/// The agents of one priority.
package struct PriorityAgents: Sendable {
  /// The word `critical`, `high`, `medium` or `low`, at the place of its key.
  package var priority: Located<String>
  /// In the order written.
  package var agents: [Located<String>]

  package init(priority: Located<String>, agents: [Located<String>]) {
    self.priority = priority
    self.agents = agents
  }
}

/// One number of `stats`, such as `total_features: 16` or `spec_coverage: 100%`.
package struct Statistic: Sendable {
  /// The key, such as `total_features`.
  package var name: Located<String>
  /// The value as written.
  package var value: Located<String>

  package init(name: Located<String>, value: Located<String>) {
    self.name = name
    self.value = value
  }
}
