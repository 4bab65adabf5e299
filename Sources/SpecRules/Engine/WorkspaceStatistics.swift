import Diagnostics
package import SpecModel

/// The numbers that the `stats` of a registry may name, as the workspace really has them.
package struct WorkspaceStatistics: Sendable {
  private var features: Int
  private var pages: Int
  private var agents: Int
  private var usedAgents: Int
  private var featuresWithSpecs: Int

  /// Files among the agents that define none do not count.
  package init(_ context: WorkspaceContext, _ registry: Registry) {
    features = registry.features.count
    pages = Set(registry.features.flatMap(\.pages).map(\.value)).count
    let files = context.workspace.agents.filter { !$0.isDocument }
    agents = files.count
    usedAgents = files.count {
      context.registeredAgents.contains($0.identity)
        || context.registeredAgents.contains($0.baseName)
    }
    let folders = Set(context.workspace.features.map(\.directory))
    let names = Set(context.workspace.features.map(\.name))
    featuresWithSpecs = registry.features.count { feature in
      feature.specFolder.map { folders.contains($0) } ?? names.contains(feature.name.value)
    }
  }

  /// The numbers after one more feature with a spec folder is registered.
  package var withOneMoreFeature: WorkspaceStatistics {
    var statistics = self
    statistics.features += 1
    statistics.featuresWithSpecs += 1
    return statistics
  }

  /// The value of a known number and the sentence that says it.
  package func value(of name: String) -> (value: String, meaning: String)? {
    switch name {
    case "total_features": ("\(features)", "the registry has \(Self.counted(features, "feature"))")
    case "total_pages": ("\(pages)", "the features have \(Self.counted(pages, "different page"))")
    case "total_agents_available":
      ("\(agents)", "there \(agents == 1 ? "is" : "are") \(Self.counted(agents, "agent file"))")
    case "agents_utilized": ("\(usedAgents)", "the registry names \(usedAgents) of the agents")
    case "agent_utilization":
      percentage(usedAgents, agents).map { ($0, "the registry names \($0) of the agents") }
    case "features_with_specs":
      ("\(featuresWithSpecs)", "\(featuresWithSpecs) of \(features) features have a spec folder")
    case "spec_coverage":
      percentage(featuresWithSpecs, features).map {
        ($0, "\($0) of the features have a spec folder")
      }
    default: nil
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A part of a whole, rounded down, or `nil` when there is no whole.
  private func percentage(_ part: Int, _ whole: Int) -> String? {
    whole == 0 ? nil : "\(part * 100 / whole)%"
  }
}
