import Diagnostics
import SpecModel

/// Which agents come to features without the registry naming them there.
struct AgentScope {
  /// Agents that have a place in every feature, in declared order.
  let globals: [Int]
  /// Agents that may be given tasks of every feature, in declared order.
  let offered: [Int]
  /// Agents that the configuration gives to single features.
  private var byFeature: [String: [Int]] = [:]
  private var mappings: [String: [AgentMapping]] = [:]
  /// The agents of each category of the configuration, in declared order.
  private var categories: [String: [Int]] = [:]

  init(_ workspace: Workspace, _ roster: AgentRoster) {
    globals = roster.agents.indices.filter { roster.agents[$0].isGlobal }
    offered = roster.agents.indices.filter {
      roster.agents[$0].isOffered && !roster.agents[$0].isGlobal
    }
    for (number, agent) in roster.agents.enumerated() {
      for feature in agent.features { byFeature[feature, default: []].append(number) }
      if !agent.category.isEmpty { categories[agent.category, default: []].append(number) }
    }
    for mapping in workspace.registry?.agentMapping ?? [] {
      for feature in Set(mapping.features.map(\.value)) {
        mappings[feature, default: []].append(mapping)
      }
    }
  }

  func configured(for feature: String) -> [Int] { byFeature[feature] ?? [] }

  /// The first primary agent that `agent_mapping` gives a feature.
  func mappedPrimary(of feature: String) -> String? {
    mappings[feature]?.lazy.compactMap { $0.primaryAgents.first?.value }.first
  }

  /// The agents that `agent_mapping` offers a feature: those it names, then those of its `agent_group`.
  func mapped(for feature: String, _ roster: inout AgentRoster) -> [Int] {
    var numbers: [Int] = []
    for mapping in mappings[feature] ?? [] {
      for agent in mapping.primaryAgents { numbers.append(roster.number(of: agent.value)) }
    }
    for mapping in mappings[feature] ?? [] {
      numbers += mapping.agentGroup.flatMap { categories[$0.value] } ?? []
    }
    return numbers
  }
}
