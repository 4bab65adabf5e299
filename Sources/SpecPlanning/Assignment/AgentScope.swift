import Diagnostics
import SpecModel

/// Which agents come to features without the registry naming them there.
struct AgentScope {
  /// Agents that every feature gets, in declared order.
  let globals: [Int]
  /// Agents that the configuration gives to single features.
  private var byFeature: [String: [Int]] = [:]
  /// The first primary agent that `agent_mapping` gives each feature.
  private(set) var mappedPrimary: [String: String] = [:]

  init(_ workspace: Workspace, _ roster: inout AgentRoster) {
    globals = roster.agents.indices.filter { [roster] in roster.agents[$0].isGlobal }
    for (number, agent) in roster.agents.enumerated() {
      for feature in agent.features { byFeature[feature, default: []].append(number) }
    }
    for mapping in workspace.registry?.agentMapping ?? [] {
      guard let first = mapping.primaryAgents.first?.value else { continue }
      for feature in mapping.features where mappedPrimary[feature.value] == nil {
        mappedPrimary[feature.value] = first
      }
    }
  }

  func configured(for feature: String) -> [Int] { byFeature[feature] ?? [] }
}
