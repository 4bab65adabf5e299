import Diagnostics
import YAMLSyntax

extension Registry {
  /// The sections that specctl knows.
  package static let sections = table.keys.map(\.name)

  /// Everything that a registry of features can say where it is a mapping.
  package static let section = table.section

  /// A list of features, each of which names itself.
  package static let listType = SettingType.list(
    .section(
      SettingSection(
        RegistryLayout.identityKeys.filter { RegistryFeature.table[$0] == nil }
          .map { SettingKey($0, .text, "the feature's name") } + RegistryFeature.table.keys,
        required: [RegistryLayout.identityKeys])))

  static let table = SettingsTable<Registry>([
    .key(
      "features", .either(listType, .map(RegistryFeature.table.type, of: .feature)),
      "the features, by name or as a list of which each names itself by `key`, `proposal_id`, `id`, "
        + "`name`, `feature` or `title`"
    ) { _, entry, reader in
      // What stands in it was read before: see RegistryLayout.
      if entry.value.string != nil { reader.wrong(entry, wanted: "a mapping") }
    },
    .map(
      "agent_mapping", of: .group, to: AgentMapping.table.type, \.agentMapping,
      "groups of agents with the features that they are for"
    ) { entry, reader in AgentMapping(entry, with: &reader) },
    .key(
      "global_agents",
      .section(
        SettingSection(
          Priority.allCases.map {
            SettingKey("\($0.rawValue)_priority", .list(.agent), synonyms: [$0.rawValue])
          })),
      "agents that are there for every feature, by priority"
    ) { registry, entry, reader in
      for group in reader.entries(entry) {
        if let group = PriorityAgents(global: group, with: &reader) {
          registry.globalAgents.append(group)
        }
      }
    },
    .key("shared", SharedSettings.table.type, "what all features have in common") {
      registry, entry, reader in
      var shared = SharedSettings()
      SharedSettings.table.read(reader.entries(entry), in: "shared", into: &shared, with: &reader)
      registry.sharedAgents += shared.agents
      registry.sharedRules += shared.criticalRules
    },
    .map(
      "stats", of: .name, to: .text, \.statistics,
      "numbers about the features, such as `total_features`, which are checked"
    ) { field, reader in
      reader.text(field).map { Statistic(name: field.locatedName, value: $0) }
    }.such(as: "{total_features: 16}"),
    .forOthers("version", "for people and other tools"),
    .forOthers("last_updated", "for people and other tools"),
    .forOthers("metadata", "for people and other tools"),
  ])
}

/// `shared:`.
private struct SharedSettings {
  var agents: [Located<String>] = []
  var criticalRules: [Located<String>] = []

  static let table = SettingsTable<SharedSettings>([
    .texts("agents", \.agents, "agents that may get tasks of any feature", of: .agent),
    .texts("critical_rules", \.criticalRules, "rules that hold for all", of: .name(.guideline)),
    .forOthers("components", "for people and other tools"),
    .forOthers("description", "for people"),
  ])
}

extension AgentMapping {
  fileprivate static let table = SettingsTable<AgentMapping>([
    .text("agent_group", \.agentGroup, "what the group is called").such(as: "Trading"),
    .texts("features", \.features, "the features that it is for", of: .name(.feature)),
    .texts("primary_agents", \.primaryAgents, "may get tasks of these features", of: .agent),
  ])

  fileprivate init(_ entry: YAMLEntry, with reader: inout FieldReader) {
    self.init(name: entry.locatedName, features: [], primaryAgents: [])
    Self.table.read(
      reader.entries(entry), in: "agent_mapping.\(entry.name)", into: &self, with: &reader)
  }
}

extension PriorityAgents {
  /// A group of `global_agents`, such as `critical_priority`.
  fileprivate init?(global entry: YAMLEntry, with reader: inout FieldReader) {
    let suffix = "_priority"
    let word = entry.name.hasSuffix(suffix) ? String(entry.name.dropLast(suffix.count)) : entry.name
    guard Priority(rawValue: word) != nil else {
      reader.unknown(
        entry, in: "global_agents", known: Priority.allCases.map { $0.rawValue + suffix })
      return nil
    }
    self.init(priority: Located(word, at: entry.key.range), agents: reader.texts(entry))
  }
}
