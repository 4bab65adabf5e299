import Diagnostics
import YAMLSyntax

extension Configuration {
  /// The sections that specctl knows, its own and those of the orchestrators it reads beside.
  package static let sections = table.names

  /// Everything that a configuration can say.
  package static let section = table.section

  static let table = SettingsTable<Configuration>(
    [
      .key(
        "agents", agentsType,
        "the agents that there are, by categories of your own, and how they are ranked and limited; "
          + "ties between agents are decided in the order written"
      ) { $0.readAgents($1, with: &$2) },
      .key(
        "planning", PlanningSettings.table.type, "how plans are made: see [Planning](planning.md)"
      ) {
        $0.planning = PlanningSettings($1, with: &$2)
      },
      .key(
        "validation", ValidationSettings.table.type, "what the checks do: see [Rules](rules.md)"
      ) { $0.validation = ValidationSettings($1, with: &$2) },
      .map(
        "workflows", of: .workflow, to: Workflow.type, \.workflows,
        "steps and what follows them: see [Workflows](workflows.md)"
      ) { entry, reader in Workflow(entry, with: &reader) },
      .key(
        "trace", TraceSettings.table.type,
        "where the code, the tests and their results are: see [Traceability](trace.md)"
      ) { $0.trace = TraceSettings($1, with: &$2) },
      .key(
        "features", .section(SettingSection([], others: page, named: .page, isOptional: true)),
        "the pages of an orchestrator, compared with the registry"
      ) { $0.readPages($1, with: &$2) },
      .key(
        "rules", .section(SettingSection([], others: ruleGroup, named: .group, isOptional: true)),
        "the rules of an orchestrator by groups; features and pages may name them"
      ) { $0.readRules($1, with: &$2) },
    ]
      + Switches.sections.map { name, summary in
        .key(name, Switches.type, summary) { Switches.check($1, with: &$2) }
      })
}

// MARK: - Pages

extension Configuration {
  private static let page = SettingType.section(
    SettingSection(ConfiguredPage.table.keys, isOptional: true))

  private mutating func readPages(_ section: YAMLEntry, with reader: inout FieldReader) {
    for entry in section.value.entries where entry.value.isMapping {
      var page = ConfiguredPage(page: entry.locatedName)
      for field in entry.value.entries {
        ConfiguredPage.table[field.name]?.read(&page, field, &reader)
      }
      pages.append(page)
    }
  }
}

extension ConfiguredPage {
  fileprivate static let table = SettingsTable<ConfiguredPage>([
    .text("feature", \.feature, "the feature that the page belongs to", .name(.feature)),
    .map(
      "specs", of: .name, to: .text, \.documents, "paths of the documents, by their kind"
    ) { entry, reader in reader.text(entry) }.such(as: "{requirements: docs/dashboard.md}"),
    .texts("rules", \.rules, "the rules that hold for the page", of: .name(.guideline)),
  ])
}

// MARK: - Rules

extension Configuration {
  /// What makes a mapping a rule and not a group of rules.
  private static let ruleSigns = ["severity", "message", "patterns"]

  private static let ruleSwitches = [
    SettingKey("enabled", .flag, "whether it counts"),
    SettingKey("auto_fix", .flag, "whether what it finds may be mended without asking"),
  ]

  private static let rule = SettingSection(
    ruleSigns.map { SettingKey($0, .open, isForOthers: true) } + ruleSwitches, isOptional: true)

  /// A rule where a group could stand, which its signs tell from one.
  private static let ungroupedRule = SettingSection(
    rule.keys, isOptional: true, required: [ruleSigns])

  /// A group of rules, or a rule itself.
  private static let ruleGroup = SettingType.either(
    .section(
      SettingSection([], others: .section(rule), named: .guideline, isOptional: true)),
    .section(ungroupedRule))

  private mutating func readRules(_ section: YAMLEntry, with reader: inout FieldReader) {
    for group in section.value.entries {
      if Self.ruleSigns.contains(where: { group.value[$0] != nil }) {
        readRule(group, with: &reader)
      } else {
        for rule in group.value.entries { readRule(rule, with: &reader) }
      }
    }
  }

  private mutating func readRule(_ rule: YAMLEntry, with reader: inout FieldReader) {
    ruleNames.append(rule.locatedName)
    for field in rule.value.entries
    where Self.ruleSwitches.contains(where: { $0.name == field.name }) {
      reader.flag(field)
    }
  }
}

// MARK: - Switches

/// The keys of the orchestrators' sections that are true or false.
private enum Switches {
  static let sections = [
    ("orchestrator", "how an orchestrator works at all"),
    ("pre_flight", "what is checked before work begins"),
    ("post_execution", "what is checked when work is done"),
    ("qa", "what is asked of tests and code"),
    ("logging", "what is written down of a run"),
    ("performance", "limits of a run"),
    ("state_machine", "how a run is kept, so that it can go on later"),
    ("mcp", "the servers of an orchestrator"),
  ]

  private static let names = [
    "enabled", "auto_run_on_request", "auto_qa_on_completion", "state_persistence",
    "parallel_execution", "require_plan_approval", "plan_research_enabled", "strict_mode",
    "auto_fix", "auto_commit", "on_page_changes", "console", "structured_logging", "cache_results",
    "enable_rollback",
  ]

  private static let keys = names.map { SettingKey($0, .flag) }

  /// The switches of a section, and of the sections in it.
  static let type = SettingType.section(
    SettingSection(
      keys, others: .section(SettingSection(keys, isOptional: true)), named: .section,
      isOptional: true))

  /// Reports the switches of a section, and of the sections in it, that are something else.
  static func check(_ section: YAMLEntry, with reader: inout FieldReader) {
    for field in section.value.entries {
      if names.contains(field.name) { reader.flag(field) }
      for inner in field.value.entries where names.contains(inner.name) { reader.flag(inner) }
    }
  }
}
