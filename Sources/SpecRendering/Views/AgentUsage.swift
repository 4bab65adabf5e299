import Diagnostics
package import SpecModel

/// Where each agent of a workspace is used.
package struct AgentUsage: Sendable {
  package struct Entry: Sendable {
    package var name: String
    /// The file that defines the agent; `nil` for one that is only named.
    package var path: String?
    /// The key below `agents` in the configuration.
    package var category: String?
    package var primaryIn: [String] = []
    package var supportingIn: [String] = []
    package var qaIn: [String] = []
    /// How many tasks name the agent themselves.
    package var taskCount = 0
    /// Other places that name it: priority groups, global agents, groups, shared.
    package var elsewhere: [String] = []

    package var isUsed: Bool {
      !primaryIn.isEmpty || !supportingIn.isEmpty || !qaIn.isEmpty || taskCount > 0
        || !elsewhere.isEmpty
    }
  }

  /// In the order of names; agents that are only named, and do not exist, are left out.
  package var entries: [Entry]
  /// How many agents there are.
  package let total: Int
  /// How many of them are used.
  package let used: Int

  package init(_ workspace: Workspace) {
    var byName: [String: Entry] = [:]
    var aliases: [String: String] = [:]
    for agent in workspace.agents where !agent.isDocument {
      if byName[agent.identity] == nil {
        byName[agent.identity] = Entry(name: agent.identity, path: agent.file.path)
      }
      aliases[agent.baseName] = agent.identity
    }
    for agent in workspace.configuration?.agents ?? [] {
      let name = byName[agent.name.value] == nil ? aliases[agent.name.value] : nil
      byName[name ?? agent.name.value, default: Entry(name: agent.name.value)].category =
        agent.category
    }
    func note(_ name: Located<String>, _ change: (inout Entry) -> Void) {
      let key = byName[name.value] == nil ? aliases[name.value] ?? name.value : name.value
      guard var entry = byName[key] else { return }
      change(&entry)
      byName[key] = entry
    }
    for feature in workspace.registry?.features ?? [] {
      let name = feature.name.value
      if let primary = feature.primaryAgent { note(primary) { $0.primaryIn.append(name) } }
      for agent in feature.supportingAgents { note(agent) { $0.supportingIn.append(name) } }
      for agent in feature.qaAgents { note(agent) { $0.qaIn.append(name) } }
    }
    for group in workspace.registry?.agentMapping ?? [] {
      for agent in group.primaryAgents { note(agent) { $0.elsewhere.append(group.name.value) } }
    }
    for group in workspace.registry?.globalAgents ?? [] {
      for agent in group.agents { note(agent) { $0.elsewhere.append("all features") } }
    }
    for agent in workspace.registry?.sharedAgents ?? [] {
      note(agent) { $0.elsewhere.append("shared") }
    }
    for group in workspace.configuration?.priorityGroups ?? [] {
      for agent in group.agents { note(agent) { $0.elsewhere.append(group.priority.value) } }
    }
    for agent in workspace.configuration?.agents ?? [] {
      guard let moment = agent.autoInvoke else { continue }
      note(agent.name) { $0.elsewhere.append(moment.value) }
    }
    for workflow in workspace.configuration?.workflows ?? [] {
      for agent in workflow.steps.compactMap({ $0.agent ?? $0.word }) {
        note(agent) { $0.elsewhere.append("workflow \(workflow.name.value)") }
      }
    }
    for task in workspace.features.lazy.compactMap(\.tasks).flatMap(\.tasks) {
      if let agent = task.agent ?? task.owner { note(agent) { $0.taskCount += 1 } }
    }
    entries = byName.values.sorted { $0.name < $1.name }
    total = entries.count
    used = entries.count(where: \.isUsed)
  }
}
