import Diagnostics
import SpecPlanning

extension Rule {
  static let unknownModule = Rule(
    id: "unknown-module", group: .dependencies,
    summary: "A module or a layer names a module that has no specification.",
    rationale:
      "The plan is made without it; what was meant to come first may come last. Names of libraries are not meant.",
    severity: .warning,
    passing: [
      .module("# Clock\n\n### Depends On\n- TIDE_AGENT\n- numpy\n- json module\n", with: [tide]),
      .module("# Clock\n\n**Depends On**: None\n"),
    ],
    failing: [
      .module("# Clock é\n\n### Depends On\n- →TIED_AGENT: 😀\n", with: [tide]),
      .module(
        "# Clock\n\n**Depends On**: Tide, →Tied module\n",
        with: [(".claude/layers/core/CORE_ORCHESTRATOR.md", "# Core\n\n### CLOCK_AGENT\n"), tide]),
      .module(
        "# Clock\n",
        with: [(".claude/layers/core/CORE_ORCHESTRATOR.md", "# Core\n\n### →CLOK_AGENT\n")]),
    ],
    check: .workspace { context, report in
      context.reportModuleFaults("unknown-module", to: &report)
    })

  static let moduleCycle = Rule(
    id: "module-cycle", group: .dependencies,
    summary: "Modules of a layer, or layers, wait for each other in a circle.",
    rationale: "None of them could ever start.",
    severity: .error,
    passing: [
      .module("# Clock\n\n### Depends On\n- TIDE_AGENT\n", with: [tide]),
      // What is declared counts more than an import.
      .module(
        "# Clock\n\n### Depends On\n- TIDE_AGENT\n",
        with: [(tide.path, "# Tide\n\n```python\nfrom core.clock import Clock\n```\n")]),
    ],
    failing: [
      .module(
        "# Clock\n\n### Depends On\n- →TIDE_AGENT\n",
        with: [(tide.path, "# Tide\n\n**Depends On**: clock\n")])
    ],
    check: .workspace { context, report in
      context.reportModuleFaults("module-cycle", to: &report)
    })

  static let moduleAgainstLayers = Rule(
    id: "module-against-layers", group: .dependencies,
    summary: "A module needs one of a layer that does not come before its own.",
    rationale: "The layers decide the order, so the module is planned before what it needs.",
    severity: .note,
    passing: [
      .module(
        "# Clock\n", with: [(store.path, "# Store\n\n### Depends On\n- CLOCK_AGENT\n")])
    ],
    failing: [
      .module("# Clock\n\n### Depends On\n- é\n- →STORE_AGENT\n", with: [store])
    ],
    check: .workspace { context, report in
      context.reportModuleFaults("module-against-layers", to: &report)
    })

  private static let tide = (path: ".claude/layers/core/modules/TIDE_AGENT.md", text: "# Tide\n")
  private static let store = (
    path: ".claude/layers/infrastructure/modules/STORE_AGENT.md", text: "# Store\n"
  )
}

extension WorkspaceContext {
  fileprivate func reportModuleFaults(_ rule: String, to report: inout RuleReport) {
    for finding in ModuleFaults.find(in: workspace) where finding.rule == rule { report(finding) }
  }
}
