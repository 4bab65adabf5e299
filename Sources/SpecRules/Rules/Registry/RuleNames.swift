import Diagnostics
import SpecModel

extension Rule {
  static let undefinedRule = Rule(
    id: "undefined-rule", group: .registry,
    summary: "A feature must obey a rule that the configuration does not define.",
    rationale: "A rule without a definition is checked by nobody.",
    severity: .warning,
    passing: [
      .registry("features:\n  a: {critical_rules: [no_tabs]}\n", with: [rules]),
      .registry("features:\n  a: {critical_rules: [anything]}\n"),
    ],
    failing: [.registry("features:\n  a: {critical_rules: [→no_tab]}\n", with: [rules])],
    check: .workspace { context, report in
      guard !context.ruleNames.isEmpty else { return }
      var reported: Set<String> = []
      var search = NearMissSearch(context.ruleNames.sorted())
      for use in context.workspace.ruleUses where !context.ruleNames.contains(use.rule.value) {
        guard reported.insert(use.rule.value).inserted else { continue }
        report(.undefinedRule(use.rule, in: use.path, &search))
      }
    })

  static let unusedRule = Rule(
    id: "unused-rule", group: .configuration,
    summary: "The configuration defines a rule that no feature must obey.",
    rationale: "It is checked nowhere, or somebody forgot to name it.",
    severity: .note,
    passing: [.registry("features:\n  a: {critical_rules: [no_tabs]}\n", with: [rules])],
    failing: [
      .configuration(
        "rules:\n  code:\n    →no_tabs: {severity: high, message: none}\n",
        with: [(".claude/feature_registry.yaml", "features:\n  a: {}\n")])
    ],
    check: .workspace { context, report in
      guard let configuration = context.workspace.configuration,
        let registry = context.workspace.registry, !registry.features.isEmpty
      else { return }
      let used = Set(context.workspace.ruleUses.map(\.rule.value))
      for rule in configuration.ruleNames where !used.contains(rule.value) {
        report(
          Finding(
            "no feature must obey '\(rule.value)'", in: configuration.file.path, at: rule.range))
      }
    })

  private static let rules = (
    path: ".claude/config.yaml",
    text: "rules:\n  code:\n    no_tabs: {severity: high, message: none}\n"
  )
}

extension Workspace {
  /// Every place at which a rule of the project is named, registry first.
  fileprivate var ruleUses: [(rule: Located<String>, path: String)] {
    let registered = registry.map { registry in
      (registry.features.flatMap(\.criticalRules) + registry.sharedRules).map {
        (rule: $0, path: registry.file.path)
      }
    }
    let configured = configuration.map { configuration in
      configuration.pages.flatMap(\.rules).map { (rule: $0, path: configuration.file.path) }
    }
    return (registered ?? []) + (configured ?? [])
  }
}

extension Finding {
  fileprivate static func undefinedRule(
    _ rule: Located<String>, in path: String, _ search: inout NearMissSearch
  ) -> Finding {
    Finding(
      "the rule '\(rule.value)' is defined nowhere", in: path, at: rule.range,
      help: search.nearMiss(to: rule.value).map {
        "did you mean '\($0)'?"
      } ?? "define it below 'rules' in the configuration")
  }
}
