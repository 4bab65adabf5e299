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
  package var sharedAgents: [Located<String>]
  package var sharedRules: [Located<String>]
  /// `stats`: each number with its key.
  package var statistics: [Statistic]
  /// Keys that mean nothing known, with the keys that are known at that place.
  package var unknownKeys: [UnknownKey]
  /// What the YAML reader found wrong without giving up, and values of a wrong type.
  package var problems: [DocumentProblem]
  /// The syntax tree, for byte-preserving edits.
  package var root: YAMLNode?
}

/// One feature of the registry.
package struct RegistryFeature: Sendable {
  package var name: Located<String>
  /// The whole entry.
  package var range: Range<Offset>
  package var title: Located<String>?
  package var summary: Located<String>?
  package var specsLocation: Located<String>?
  package var primaryAgent: Located<String>?
  package var supportingAgents: [Located<String>] = []
  package var qaAgents: [Located<String>] = []
  package var dependsOn: [Located<String>] = []
  package var pages: [Located<String>] = []
  package var keyComponents: [Located<String>] = []
  package var criticalRules: [Located<String>] = []
  package var layer: Located<String>?
  package var priority: Located<String>?
  package var status: Located<String>?
  package var unknownKeys: [UnknownKey] = []

  package init(name: Located<String>, range: Range<Offset>) {
    self.name = name
    self.range = range
  }
}

/// One group of `agent_mapping`.
package struct AgentMapping: Sendable {
  package var name: Located<String>
  package var agentGroup: Located<String>?
  package var features: [Located<String>]
  package var primaryAgents: [Located<String>]
}

/// The agents of one priority.
package struct PriorityAgents: Sendable {
  package var priority: Located<String>
  package var agents: [Located<String>]
}

/// One number of `stats`, such as `total_features: 16` or `spec_coverage: 100%`.
package struct Statistic: Sendable {
  package var name: Located<String>
  /// The value as written.
  package var value: Located<String>
}

/// A key that the reader does not know.
package struct UnknownKey: Sendable {
  package var key: Located<String>
  /// Where it stands, such as `agents` or `features.dashboard`; empty at the top.
  package var container: String
  /// The known keys of that place.
  package var known: [String]

  package init(key: Located<String>, container: String, known: [String]) {
    self.key = key
    self.container = container
    self.known = known
  }
}

/// Something wrong with a document that did not keep it from being read.
package struct DocumentProblem: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The document could not be read at all.
    case unreadable
    case duplicateKey
    /// Only the tolerant reader could read it.
    case tolerated
    /// A value of a type or range that its key does not take.
    case wrongValue
  }

  package var kind: Kind
  package var message: String
  package var range: Range<Offset>
  package var help: String?
  package var note: Located<String>?
  package var fix: Fix?

  package init(
    _ kind: Kind, _ message: String, at range: Range<Offset>, help: String? = nil,
    note: Located<String>? = nil, fix: Fix? = nil
  ) {
    self.kind = kind
    self.message = message
    self.range = range
    self.help = help
    self.note = note
    self.fix = fix
  }
}
