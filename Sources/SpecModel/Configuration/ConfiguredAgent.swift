package import Diagnostics

/// An agent as the configuration describes it, in list form or in map form.
package struct ConfiguredAgent: Sendable {
  package var name: Located<String>
  /// The key that the agent stands under, such as `spec_workflow`.
  package var category: String
  /// `description:`, for people.
  package var summary: Located<String>?
  /// The features that the agent belongs to, in the order written.
  package var features: [Located<String>] = []
  /// One of ``moments``, at which the agent is wanted of itself.
  package var autoInvoke: Located<String>?
  /// Words; a task that has one of them in its title or paths suits the agent.
  package var autoInvokeOn: [Located<String>] = []
  /// `nil` leaves it to ``Configuration/priorityGroups``.
  package var priority: Located<Priority>?
  /// In seconds.
  package var timeout: Located<Int>?
  /// How many steps the agent may do at once.
  package var maxParallel: Located<Int>?

  package init(name: Located<String>, category: String) {
    self.name = name
    self.category = category
  }

  /// Whether this is no description but an entry of `agents.auto_enable`.
  package var isEnabledOnly: Bool { category == "auto_enable" }
}

extension Configuration {
  /// The names below `agents.auto_enable`: agents that take part in every feature.
  package var autoEnabled: [Located<String>] { agents.filter(\.isEnabledOnly).map(\.name) }

  /// What the configuration says about an agent; `nil` when it does not have it.
  package func agent(named name: String) -> ConfiguredAgent? {
    agents.first { $0.name.value == name && !$0.isEnabledOnly }
      ?? agents.first { $0.name.value == name }
  }
}

/// The seconds that one agent may take.
package struct AgentTimeout: Sendable {
  package var agent: Located<String>
  /// From 1 to 1,000,000,000.
  package var seconds: Located<Int>

  package init(agent: Located<String>, seconds: Located<Int>) {
    self.agent = agent
    self.seconds = seconds
  }
}
