import Diagnostics
import SpecModel

extension Rule {
  static let unknownCapabilityAgent = Rule(
    id: "unknown-capability-agent", group: .capabilities,
    summary: "The settings of a capability name an agent that does not exist.",
    rationale: "What the agent should do there is done by nobody.",
    severity: .warning,
    passing: [
      .capability("test_coverage", coverage("tester"), with: [agent]),
      .capability("test_coverage", coverage("anybody")),
    ],
    failing: [.capability("test_coverage", coverage("→testr"), with: [agent])],
    check: .workspace { context, report in
      guard !context.agentNames.isEmpty else { return }
      var search = NearMissSearch(context.agentNames.sorted())
      for capability in context.workspace.capabilities {
        for name in capability.agents where !context.agentNames.contains(name.value) {
          report(
            .unknownName(
              "agent", name, in: capability.file, among: search.candidates(),
              help: "'specctl agents' lists the agents"))
        }
      }
    })

  static let unknownCapabilityFeature = Rule(
    id: "unknown-capability-feature", group: .capabilities,
    summary: "The settings of a capability name a feature that does not exist.",
    rationale: "What they ask for reaches no feature.",
    severity: .warning,
    passing: [
      .capability(
        "test_coverage", "test_coverage:\n  strategies:\n    dashboard: {unit_tests: [Adds]}\n",
        with: [registry])
    ],
    failing: [
      .capability(
        "test_coverage", "test_coverage:\n  strategies:\n    →dashbord: {unit_tests: [Adds]}\n",
        with: [registry])
    ],
    check: .workspace { context, report in
      guard !(context.workspace.registry?.features.isEmpty ?? true) else { return }
      var search = NearMissSearch(context.featureNames.sorted())
      for capability in context.workspace.capabilities {
        for name in capability.features where !context.featureNames.contains(name.value) {
          report(
            .unknownName(
              "feature", name, in: capability.file, among: search.candidates(),
              help: "'specctl list' lists the features"))
        }
      }
    })

  private static let agent = (
    path: ".claude/agents/tester.md", text: "---\nname: tester\ndescription: Tests\n---\nTest.\n"
  )
  private static let registry = (
    path: ".claude/feature_registry.yaml", text: "features:\n  dashboard: {}\n"
  )

  private static func coverage(_ agent: String) -> String {
    "test_coverage:\n  auto_generate:\n    agents:\n      - \(agent)\n"
  }
}

extension Finding {
  fileprivate static func unknownName(
    _ kind: String, _ name: Located<String>, in file: SourceFile, among known: [String],
    help: String
  ) -> Finding {
    let meant = nearMiss(to: name.value, among: known)
    return Finding(
      "there is no \(kind) '\(name.value)'", in: file.path, at: name.range,
      help: meant.map { "did you mean '\($0)'?" } ?? help,
      fix: .renaming(name, among: known, in: file))
  }
}
