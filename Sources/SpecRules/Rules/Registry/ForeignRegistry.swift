import Diagnostics
import SpecModel
import YAMLSyntax

extension Rule {
  static let foreignRegistry = Rule(
    id: "foreign-registry", group: .registry,
    summary: "A file named like the registry holds something else.",
    rationale: "Features and their agents cannot be read from it.",
    severity: .warning,
    passing: [.registry("features:\n  dashboard:\n    primary_agent: tester\n")],
    failing: [.registry("→- one\n- two\n"), .registry("→just text\n")],
    check: .workspace { context, report in
      guard let registry = context.workspace.registry,
        case .foreign(let reason) = registry.shape
      else { return }
      report(
        Finding(
          "this is no registry of features: \(reason)", in: registry.file.path,
          at: registry.root?.range ?? Range(0, 0)))
    })
}
