import Diagnostics
import YAMLSyntax

extension Configuration {
  /// The keys of `agents:` that are no category.
  package static var agentKeys: [String] { agentTable.names }

  static let agentTable = SettingsTable<Configuration>([
    .key(
      "priority_groups", priorities(.list(.agent)),
      "the priorities of agents that have none of their own"
    ) { configuration, entry, reader in
      configuration.priorityGroups = readPriorities(entry, with: &reader).map {
        PriorityAgents(priority: $0.locatedName, agents: reader.texts($0))
      }
    },
    .key(
      "max_parallel",
      priorities(.count, standards: [.critical: "1", .high: "5", .medium: "10", .low: "3"]),
      "how many steps of a priority may run at once"
    ) { configuration, entry, reader in
      for limit in readPriorities(entry, with: &reader) {
        guard let priority = Priority(rawValue: limit.name) else { continue }
        configuration.maxParallel[priority] = reader.count(limit)
      }
    },
    .key(
      "timeouts",
      .section(
        SettingSection(
          [SettingKey("default", .count, "that of every other agent", standard: "600")],
          others: .count, named: .agent)),
      "the seconds after which an agent is stopped"
    ) { configuration, entry, reader in
      for limit in reader.entries(entry) {
        guard let seconds = reader.count(limit, unit: "seconds") else { continue }
        if limit.name == "default" {
          configuration.defaultTimeout = seconds
        } else {
          configuration.timeouts.append(AgentTimeout(agent: limit.locatedName, seconds: seconds))
        }
      }
    }.such(as: "{qa-tester: 1200, default: 600}"),
    .key(
      "auto_enable", category,
      "agents that take part in every feature; `priority_groups` and `auto_invoke` place them"
    ) { configuration, entry, reader in
      if isCategory(entry) {
        configuration.readCategory(entry.name, entry, with: &reader)
      } else {
        reader.unknown(entry, in: "agents", known: agentKeys)
      }
    }.such(as: "[qa-tester]"),
  ])

  /// What stands below `agents:`.
  static let agentsType = SettingType.either(
    .list(.either(.section(listedAgent), .agent)),
    .section(SettingSection(agentTable.keys, others: category, named: .category)))

  /// What stands below a category of agents: a list of names or of mappings, or a mapping from names.
  private static let category = SettingType.either(
    .list(.either(.section(listedAgent), .agent)),
    .section(
      SettingSection(
        [], others: .section(configuredAgent), named: .agent, isOptional: true)))

  /// A scalar in its place makes the whole mapping no category, which is no fault of the value.
  private static let configuredAgent = SettingSection(ConfiguredAgent.table.keys, isOptional: true)

  private static let listedAgent = SettingSection(
    [SettingKey("name", .agent, "the agent's name")] + ConfiguredAgent.table.keys,
    required: [["name"]])

  private static func priorities(
    _ type: SettingType, standards: [Priority: String] = [:]
  ) -> SettingType {
    .section(
      SettingSection(
        Priority.allCases.map { SettingKey($0.rawValue, type, standard: standards[$0]) }))
  }

  /// Reads `agents:`: the keys that specctl knows, every other one as a category of agents.
  mutating func readAgents(_ section: YAMLEntry, with reader: inout FieldReader) {
    if section.value.isSequence {
      readCategory("", section, with: &reader)
      return
    }
    for entry in reader.entries(section) {
      if let reading = Self.agentTable[entry.name] {
        reading.read(&self, entry, &reader)
      } else if Self.isCategory(entry) {
        readCategory(entry.name, entry, with: &reader)
      } else {
        reader.unknown(entry, in: "agents", known: Self.agentKeys)
      }
    }
  }

  /// The entries of a mapping whose keys are priorities; other keys are noted and left out.
  private static func readPriorities(
    _ entry: YAMLEntry, with reader: inout FieldReader
  ) -> [YAMLEntry] {
    reader.entries(entry).filter { group in
      if Priority(rawValue: group.name) != nil { return true }
      reader.unknown(
        group, in: "agents.\(entry.name)", known: Priority.allCases.map(\.rawValue))
      return false
    }
  }

  /// Whether a value has the shape of a category: a list, or a mapping to mappings.
  private static func isCategory(_ entry: YAMLEntry) -> Bool {
    switch entry.value.content {
    case .sequence: true
    case .scalar: entry.value.isNull
    case .mapping(let fields):
      fields.isEmpty || fields.contains { $0.value.isMapping || $0.value.isNull }
    }
  }

  private mutating func readCategory(
    _ category: String, _ entry: YAMLEntry, with reader: inout FieldReader
  ) {
    for element in entry.value.elements {
      if element.isMapping, let name = element["name"], let text = name.string {
        var agent = ConfiguredAgent(name: Located(text, at: name.range), category: category)
        agent.read(element.entries.filter { $0.name != "name" }, with: &reader)
        agents.append(agent)
      } else if let name = reader.element(of: entry.name, element) {
        agents.append(ConfiguredAgent(name: name, category: category))
      }
    }
    for field in entry.value.entries {
      var agent = ConfiguredAgent(name: field.locatedName, category: category)
      agent.read(reader.entries(field), with: &reader)
      agents.append(agent)
    }
  }
}

extension ConfiguredAgent {
  /// The keys of one agent.
  package static var knownKeys: [String] { table.names }

  /// The moments at which an agent can be invoked of itself.
  package static let moments = [
    "always", "on_new_design", "on_task_creation", "on_task_execution", "after_task_execution",
    "on_implementation", "after_implementation", "on_completion", "on_major_changes",
  ]

  static let table = SettingsTable<ConfiguredAgent>([
    .text("description", \.summary, "for people").such(as: "Services and their contracts"),
    .texts("features", \.features, "the features that the agent belongs to", of: .name(.feature)),
    .choice(
      "auto_invoke", of: moments, \.autoInvoke,
      "when the agent is wanted of itself: see [around the tasks](planning.md#around-the-tasks)"),
    .texts(
      "auto_invoke_on", \.autoInvokeOn,
      "words; a task that has one of them in its title or paths suits the agent"
    ).such(as: "[api, sql]"),
    .word(
      "priority", \.priority,
      "when its steps run and what their failure means: `critical` alone and blocking, `high` side "
        + "by side and blocking, `medium` side by side, `low` after everything else"),
    .count("timeout", \.timeout, "in seconds", unit: "seconds").such(as: "1800"),
    .count("max_parallel", \.maxParallel, "how many steps the agent may do at once"),
  ])

  fileprivate mutating func read(_ fields: [YAMLEntry], with reader: inout FieldReader) {
    let container = category.isEmpty ? "agents" : "agents.\(category)"
    let name = name.value
    Self.table.read(fields, in: "\(container).\(name)", into: &self, with: &reader)
  }
}
