import Diagnostics
import SpecModel

extension Rule {
  static let invalidYAML = Rule(
    id: "invalid-yaml", group: .configuration,
    summary: "A file is not valid YAML.",
    rationale: "Nothing in it takes effect.",
    severity: .error,
    passing: [.registry("features: {}\n")],
    failing: [
      .registry("features:\n→\tdashboard: {}\n"), .configuration("agents: →[a, b\n"),
      .capability(
        "cost_management",
        "cost_management:\n  optimization:\n    model_selection_rules:\n"
          + "      - →task_type: é -> use: haiku  # cheap\n      - task_type: b -> use: opus\n"),
    ],
    check: .workspace { context, report in
      context.workspace.reportProblems(.unreadable, to: &report)
    })

  static let duplicateKey = Rule(
    id: "duplicate-key", group: .configuration,
    summary: "A key is written twice in one mapping.",
    rationale: "YAML readers take either value, and which one differs between them.",
    severity: .error,
    passing: [.registry("features:\n  a: {}\n  b: {}\n")],
    failing: [.registry("features:\n  a: {}\n  →a: {}\n")],
    check: .workspace { context, report in
      context.workspace.reportProblems(.duplicateKey, to: &report)
    })

  static let invalidValue = Rule(
    id: "invalid-value", group: .configuration,
    summary: "A value is not of the kind that its key takes.",
    rationale: "It is left out, and the default counts without a word.",
    severity: .error,
    passing: [.configuration("agents:\n  max_parallel:\n    high: 5\n")],
    failing: [
      .configuration("agents:\n  max_parallel:\n    high: →-1\n"),
      .configuration("agents:\n  timeouts:\n    default: →soon\n"),
      .registry("features:\n  a:\n    primary_agent: →[x, y]\n"),
    ],
    check: .workspace { context, report in
      context.workspace.reportProblems(.wrongValue, inCapabilities: false, to: &report)
    })

  static let legacyBoolean = Rule(
    id: "legacy-boolean", group: .configuration,
    summary: "A boolean is spelled in a way that only YAML 1.1 knows.",
    rationale: "In YAML 1.2 'yes' and 'on' are text, so the switch does not do what it says.",
    severity: .warning,
    passing: [.configuration("orchestrator:\n  enabled: true\n")],
    failing: [.configuration("orchestrator:\n  enabled: →yes\n")],
    check: .workspace { context, report in
      context.workspace.reportProblems(.legacyBoolean, to: &report)
    })
}

extension Workspace {
  /// Reports what the readers of registry, configuration and capabilities noticed.
  fileprivate func reportProblems(
    _ kind: DocumentProblem.Kind, inCapabilities: Bool = true, to report: inout RuleReport
  ) {
    let documents =
      [
        registry.map { ($0.file.path, $0.problems) },
        configuration.map { ($0.file.path, $0.problems) },
      ]
      + (inCapabilities ? capabilities.map { ($0.file.path, $0.problems) } : [])
    for (path, problems) in documents.compactMap({ $0 }) {
      for problem in problems where problem.kind == kind { report(Finding(problem, in: path)) }
    }
  }
}

extension Finding {
  /// The finding that a problem noticed while reading comes to.
  init(_ problem: DocumentProblem, in path: String) {
    self.init(
      problem.message, in: path, at: problem.range, help: problem.help,
      notes: problem.note.map { [Note($0.value, in: path, at: $0.range)] } ?? [],
      fix: problem.fix)
  }
}
