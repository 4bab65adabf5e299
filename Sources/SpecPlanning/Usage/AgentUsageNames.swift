import Diagnostics
import SpecModel

/// Collects where agents come in, each under the name that it goes by.
struct AgentUsageNames {
  var entries: [String: AgentUsageEntry] = [:]
  /// Names of agents by those of their files.
  private var aliases: [String: String] = [:]

  init(_ workspace: Workspace) {
    for agent in workspace.agents where !agent.isDocument {
      if entries[agent.identity] == nil {
        entries[agent.identity] = AgentUsageEntry(name: agent.identity, path: agent.file.path)
      }
      aliases[agent.baseName] = agent.identity
    }
    for agent in workspace.configuration?.agents ?? [] {
      let name = key(agent.name.value)
      if entries[name] == nil { entries[name] = AgentUsageEntry(name: name) }
      if !agent.isEnabledOnly { entries[name]?.category = agent.category }
    }
  }

  private func key(_ name: String) -> String {
    entries[name] == nil ? aliases[name] ?? name : name
  }

  private mutating func note(_ name: String, _ change: (inout AgentUsageEntry) -> Void) {
    let key = key(name)
    guard entries[key] != nil else { return }
    change(&entries[key, default: AgentUsageEntry(name: key)])
  }

  /// Notes every place that names agents.
  mutating func noteNames(_ workspace: Workspace) {
    for feature in workspace.registry?.features ?? [] {
      let name = feature.name.value
      if let primary = feature.primaryAgent { note(primary.value) { $0.primaryIn.append(name) } }
      for agent in feature.supportingAgents { note(agent.value) { $0.supportingIn.append(name) } }
      for agent in feature.qaAgents { note(agent.value) { $0.qaIn.append(name) } }
    }
    for group in workspace.registry?.agentMapping ?? [] {
      for agent in group.primaryAgents {
        note(agent.value) { $0.elsewhere.append(group.name.value) }
      }
    }
    for group in workspace.registry?.globalAgents ?? [] {
      for agent in group.agents { note(agent.value) { $0.elsewhere.append("all features") } }
    }
    for agent in workspace.registry?.sharedAgents ?? [] {
      note(agent.value) { $0.elsewhere.append("shared") }
    }
    for group in workspace.configuration?.priorityGroups ?? [] {
      for agent in group.agents { note(agent.value) { $0.elsewhere.append(group.priority.value) } }
    }
    for agent in workspace.configuration?.agents ?? [] {
      if agent.isEnabledOnly { note(agent.name.value) { $0.elsewhere.append("auto_enable") } }
      guard let moment = agent.autoInvoke else { continue }
      note(agent.name.value) { $0.elsewhere.append(moment.value) }
    }
    for workflow in workspace.configuration?.workflows ?? [] {
      for agent in workflow.steps.compactMap({ $0.agent ?? $0.word }) {
        note(agent.value) {
          $0.workflows.append(workflow.name.value)
          $0.elsewhere.append("workflow \(workflow.name.value)")
        }
      }
    }
    for task in workspace.features.lazy.compactMap(\.tasks).flatMap(\.tasks) {
      if let agent = task.agent ?? task.owner { note(agent.value) { $0.namedByTasks += 1 } }
    }
  }

  /// Notes for which features agents compete and which places they have, whether or not anything is
  /// planned.
  mutating func noteFeatures(_ workspace: Workspace) {
    var roster = AgentRoster(workspace)
    let scope = AgentScope(workspace, roster)
    let order = FeatureOrder(workspace, hierarchy: Hierarchy(workspace))
    let present = order?.features ?? workspace.features
    var features = present.indices.map { (present[$0], order?.entries[$0]) }
    let names = Set(features.map { $1?.name.value ?? $0.name })
    for entry in workspace.registry?.features ?? [] where !names.contains(entry.name.value) {
      features.append((Feature(name: entry.name.value, directory: "", layout: .claude), entry))
    }
    for (feature, entry) in features {
      let agents = FeatureAgents(feature, entry: entry, scope: scope, roster: &roster)
      let name = entry?.name.value ?? feature.name
      for number in agents.implementers {
        note(roster.agents[number].name) { $0.competesIn.append(name) }
      }
    }
    for (number, agent) in roster.agents.enumerated() {
      note(agent.name) {
        $0.hasWords = $0.hasWords || roster.vocabularies[number] != nil
        guard agent.isGlobal, let duty = agent.duty else { return }
        ($0.place, $0.placeOrigin) = (duty.word, agent.dutyOrigin)
      }
    }
  }

  /// Notes the steps of a plan, and for which tasks agents were not the best.
  mutating func noteSteps(_ plan: Plan) {
    var reasons = AssignmentReasons(plan)
    for (index, step) in plan.assignments.steps.enumerated() {
      if step.agent >= 0, let agent = plan.assignments.agentName(Int(step.agent)) {
        let id = plan.assignments.id(index)
        note(agent) { $0.steps[step.kind, default: []].append(id) }
        if step.kind == .task, !plan.assignments.isSettled(index) {
          note(agent) { $0.openTaskCount += 1 }
        }
      }
      for candidate in reasons.candidates(index).dropFirst() {
        note(candidate.agent) { $0.lostTaskCount += 1 }
      }
    }
  }
}
