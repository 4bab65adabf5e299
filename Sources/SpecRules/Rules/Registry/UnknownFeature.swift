import Diagnostics
import SpecModel

extension Rule {
  static let unknownFeature = Rule(
    id: "unknown-feature", group: .configuration,
    summary:
      "An agent, a page, a group, a deadline or a workflow names a feature that does not exist.",
    rationale: "What is meant for the feature reaches none.",
    severity: .warning,
    passing: [.configuration("agents:\n  ui:\n    a: {features: [dashboard]}\n", with: [registry])],
    failing: [
      .configuration("agents:\n  ui:\n    a: {features: [→all_pages]}\n", with: [registry]),
      .configuration(
        "workflows:\n  release: {applies_to: [dashboard, debug, →bash], steps: [coder]}\n",
        with: [registry]),
      .configuration("planning:\n  deadlines: {→bash: 2h}\n", with: [registry]),
      .registry(
        "features:\n  dashboard: {}\nagent_mapping:\n  ui:\n    features: [→dashbord]\n"),
    ],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry, !registry.features.isEmpty else { return }
      var search = NearMissSearch(context.featureNames.sorted())
      for feature in registry.agentMapping.lazy.flatMap(\.features)
      where !context.featureNames.contains(feature.value) {
        report(.unknownFeature(feature, in: registry.file.path, &search))
      }
      guard let configuration = context.workspace.configuration, !configuration.isForeign else {
        return
      }
      let named =
        configuration.agents.flatMap(\.features) + configuration.pages.compactMap(\.feature)
        + configuration.planning.deadlines.map(\.feature)
        + configuration.workflows.lazy.flatMap(\.appliesTo)
        .filter { TaskType(rawValue: $0.value) == nil }
      for feature in named where !context.featureNames.contains(feature.value) {
        report(.unknownFeature(feature, in: configuration.file.path, &search))
      }
    })

  private static let registry = (
    path: ".claude/feature_registry.yaml", text: "features:\n  dashboard: {}\n"
  )
}

extension Finding {
  fileprivate static func unknownFeature(
    _ feature: Located<String>, in path: String, _ search: inout NearMissSearch
  ) -> Finding {
    Finding(
      "there is no feature '\(feature.value)'", in: path, at: feature.range,
      help: search.nearMiss(to: feature.value).map {
        "did you mean '\($0)'?"
      } ?? "'specctl list' lists the features")
  }
}
