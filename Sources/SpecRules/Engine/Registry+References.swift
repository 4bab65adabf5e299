package import Diagnostics
package import SpecModel

extension Registry {
  /// Every place at which the registry names an agent, in the order of its sections.
  package var agentReferences: [Located<String>] {
    features.flatMap(\.agentReferences)
      + agentMapping.flatMap(\.primaryAgents) + globalAgents.flatMap(\.agents) + sharedAgents
  }
}

extension RegistryFeature {
  /// The agents of the feature: primary, supporting, qa.
  package var agentReferences: [Located<String>] {
    [primaryAgent].compactMap { $0 } + supportingAgents + qaAgents
  }

  /// The folder of the feature's documents as the registry gives it, without a slash at the end.
  package var specFolder: String? {
    guard var path = specsLocation?.value[...] else { return nil }
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    while path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? nil : String(path)
  }
}

extension Configuration {
  /// Every place at which the configuration names an agent without defining it.
  package var agentReferences: [Located<String>] {
    priorityGroups.flatMap(\.agents) + timeouts.map(\.agent)
      + [planning.defaultAgent].compactMap { $0 }
      + workflows.lazy.flatMap(\.steps).compactMap(\.agent)
  }
}
