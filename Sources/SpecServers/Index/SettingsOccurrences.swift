import Diagnostics
import SpecModel
import SpecRules

/// Everything that agents, the registry and the configuration define and name.
struct SettingsOccurrences: Sendable {
  /// By path, in the order of places.
  private(set) var byPath: [String: [Occurrence]] = [:]

  init(_ workspace: Workspace) {
    let agentFiles = Set(workspace.agents.filter { !$0.isDocument }.map(\.identity))
    for agent in workspace.agents where !agent.isDocument {
      var collector = OccurrenceCollector(agent.file)
      if let name = agent.name {
        collector.add(.agent(name.value), name.value, in: name.range, .definition)
      } else {
        collector.add(.agent(agent.identity), "", in: Range(0, 0), .definition)
      }
      keep(collector)
    }
    if let registry = workspace.registry { read(registry, workspace) }
    if let configuration = workspace.configuration {
      read(configuration, workspace, agentFiles: agentFiles)
    }
  }

  private mutating func keep(_ collector: OccurrenceCollector) {
    var collector = collector
    collector.addSuppressions()
    byPath[collector.file.path] = collector.occurrences.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  private mutating func read(_ registry: Registry, _ workspace: Workspace) {
    var collector = OccurrenceCollector(registry.file)
    for feature in registry.features {
      collector.add(
        .feature(feature.name.value), feature.name.value, in: feature.name.range, .definition)
      collector.add(Symbol.feature, feature.dependsOn)
      if let location = feature.specsLocation {
        // The folder is another name of the feature and is not renamed with it.
        collector.add(.feature(feature.name.value), "", in: location.range)
      }
    }
    for mapping in registry.agentMapping { collector.add(Symbol.feature, mapping.features) }
    collector.add(Symbol.agent, registry.agentReferences)
    keep(collector)
  }

  private mutating func read(
    _ configuration: Configuration, _ workspace: Workspace, agentFiles: Set<String>
  ) {
    var collector = OccurrenceCollector(configuration.file)
    for agent in configuration.agents {
      collector.add(
        .agent(agent.name.value), agent.name.value, in: agent.name.range,
        agentFiles.contains(agent.name.value) ? .reference : .definition)
    }
    collector.add(Symbol.agent, configuration.agentReferences)
    let features = Set(
      (workspace.registry?.features ?? []).map(\.name.value) + workspace.features.map(\.name))
    let named =
      configuration.agents.flatMap(\.features) + configuration.pages.compactMap(\.feature)
      + configuration.workflows.flatMap(\.appliesTo)
    collector.add(Symbol.feature, named.filter { features.contains($0.value) })
    for entry in configuration.validation.severities {
      collector.add(.rule(entry.rule.value), entry.rule.value, in: entry.rule.range)
    }
    keep(collector)
  }
}
