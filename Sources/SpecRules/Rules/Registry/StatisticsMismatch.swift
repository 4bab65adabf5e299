import Diagnostics
import SpecModel

extension Rule {
  static let statisticsMismatch = Rule(
    id: "statistics-mismatch", group: .registry,
    summary: "A number in 'stats' is not what the workspace holds.",
    rationale: "Numbers that are kept by hand go stale, and people decide by them.",
    severity: .warning,
    passing: [.registry("features:\n  a: {}\nstats:\n  total_features: 1\n  owner: me\n")],
    failing: [
      .registry("features:\n  a: {}\nstats:\n  total_features: →2\n"),
      .registry("features:\n  a: {pages: [x.py]}\nstats:\n  total_pages: →3\n"),
      .registry("features:\n  a: {}\nstats:\n  spec_coverage: →100%\n"),
    ],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry else { return }
      let actual = ActualStatistics(context, registry)
      for statistic in registry.statistics {
        guard let (value, meaning) = actual.value(of: statistic.name.value),
          value != statistic.value.value
        else { continue }
        report(
          Finding(
            "'\(statistic.name.value)' says \(statistic.value.value), but \(meaning)",
            in: registry.file.path, at: statistic.value.range, help: "write \(value)"))
      }
    })
}

/// The numbers that the workspace really has.
private struct ActualStatistics {
  private let features: Int
  private let pages: Int
  private let agents: Int
  private let usedAgents: Int
  private let featuresWithSpecs: Int

  init(_ context: WorkspaceContext, _ registry: Registry) {
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

  /// The value of a known number and the sentence that says it.
  func value(of name: String) -> (value: String, meaning: String)? {
    switch name {
    case "total_features": ("\(features)", "the registry has \(features) features")
    case "total_pages": ("\(pages)", "the features have \(pages) different pages")
    case "total_agents_available": ("\(agents)", "there are \(agents) agent files")
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

  /// A part of a whole, rounded down, or `nil` when there is no whole.
  private func percentage(_ part: Int, _ whole: Int) -> String? {
    whole == 0 ? nil : "\(part * 100 / whole)%"
  }
}
