import Diagnostics
import YAMLSyntax

extension RegistryFeature {
  /// The keys that mean something to specctl, with the spellings most often seen first.
  package static let knownKeys = table.names

  static let table = SettingsTable<RegistryFeature>(
    [
      .text("description", \.summary, "for people").also("summary")
        .such(as: "Lets customers download their orders"),
      .text(
        "specs_location", \.specsLocation,
        "the folder of its documents, from the root of the workspace; without it, the folder of the "
          + "same name"
      ).also("spec_location").such(as: ".claude/specs/order-export/"),
      .text(
        "primary_agent", \.primaryAgent, "gets every task that suits no other agent better", .agent
      ).also("agent").such(as: "backend-engineer"),
      .texts(
        "supporting_agents", \.supportingAgents, "may get tasks that suit them better", of: .agent
      ).such(as: "[frontend-engineer]"),
      .texts(
        "qa_agents", \.qaAgents, "verify what the others did, never work of their own", of: .agent
      ).such(as: "[qa-tester]"),
      .texts(
        "depends_on", \.dependsOn, "features that must be finished first", of: .name(.feature)
      ).also("dependencies").such(as: "[customer-accounts]"),
      .texts(
        "pages", \.pages, "pages that belong to it, compared with the configuration",
        of: .name(.page)),
      .texts("key_components", \.keyComponents, "its files and parts, for people")
        .such(as: "[export.py]"),
      .texts(
        "critical_rules", \.criticalRules,
        "rules of an orchestrator that hold for it, compared with the configuration",
        of: .name(.guideline)),
      .text("title", \.title, "for people").also("name").such(as: "Order export"),
      .text(
        "layer", \.layer,
        "`core` or `domain` come before `application` and `infrastructure`, these before `entry`, "
          + "`presentation`, `interface` or `ui`", .word(layers)),
      .text(
        "priority", \.priority, "for people, such as `high`",
        .word(Priority.allCases.map(\.rawValue))),
      .text("status", \.status, "for people").such(as: "active"),
    ] + informational.map { .forOthers($0, "for people and other tools") })

  private static let layers = [
    "core", "domain", "application", "infrastructure", "entry", "presentation", "interface", "ui",
  ]

  /// Keys that say something to people and other tools, and nothing to specctl.
  private static let informational = [
    "acceptance_criteria", "commercial_included", "documentation", "implemented_files",
    "last_updated", "linked_adr_ids", "linked_test_ids", "notes", "outcome", "owner", "owners",
    "risk_level", "scope", "scope_note", "source", "tags", "test_coverage", "test_files", "tier",
    "touches_core_system", "user_story", "version",
  ]

  /// Reads what stands below a feature's name; `identity` is the key that the name came from, if the
  /// feature names itself.
  mutating func read(_ entries: [YAMLEntry], identity: String?, with reader: inout FieldReader) {
    let name = name.value
    Self.table.read(
      entries.filter { $0.name != identity }, in: "features.\(name)", into: &self, with: &reader)
  }
}
