import Diagnostics
import SpecModel

extension Rule {
  static let severalSettings = Rule(
    id: "several-settings", group: .configuration,
    summary: "There are two registries or two configurations.",
    rationale: "Only the first one counts, and changes to the other have no effect.",
    severity: .warning,
    passing: [.registry("features: {}\n", with: [(".claude/config.yaml", "agents: {}\n")])],
    failing: [
      Example([
        (".claude/orchestrator/feature_registry.yaml", "→features: {}\n"),
        (".claude/feature_registry.yaml", "features: {}\n"),
      ])
    ],
    check: .workspace { context, report in
      for paths in [context.workspace.registryPaths, context.workspace.configurationPaths] {
        guard let first = paths.first else { continue }
        for path in paths.dropFirst() {
          report(
            Finding(
              "'\(first)' counts, and this file does not", in: path, at: nil,
              help: "keep one of them"))
        }
      }
    })
}
