package import Diagnostics

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
  /// How many steps the agent may do at once.
  package var maxParallel: Located<Int>?

  package init(name: Located<String>, category: String) {
    self.name = name
    self.category = category
  }
}

/// The seconds that one agent may take.
package struct AgentTimeout: Sendable {
  package var agent: Located<String>
  package var seconds: Located<Int>

  package init(agent: Located<String>, seconds: Located<Int>) {
    self.agent = agent
    self.seconds = seconds
  }
}
