import Diagnostics
import YAMLSyntax

extension Configuration {
  /// The keys of `agents:` that are no category.
  package static let agentKeys = ["priority_groups", "max_parallel", "timeouts", "auto_enable"]

  /// Reads `agents:`: the keys that specctl knows, every other one as a category of agents.
  mutating func readAgents(_ section: YAMLEntry, with reader: inout FieldReader) {
    if section.value.isSequence {
      readCategory("", section, with: &reader)
      return
    }
    for entry in reader.entries(section) {
      switch entry.name {
      case "priority_groups":
        priorityGroups = readPriorities(entry, with: &reader).map {
          PriorityAgents(priority: $0.locatedName, agents: reader.texts($0))
        }
      case "max_parallel":
        for limit in readPriorities(entry, with: &reader) {
          guard let priority = Priority(rawValue: limit.name) else { continue }
          maxParallel[priority] = reader.count(limit)
        }
      case "timeouts":
        for limit in reader.entries(entry) {
          guard let seconds = reader.count(limit, unit: "seconds") else { continue }
          if limit.name == "default" {
            defaultTimeout = seconds
          } else {
            timeouts.append(AgentTimeout(agent: limit.locatedName, seconds: seconds))
          }
        }
      default:
        if isCategory(entry) {
          readCategory(entry.name, entry, with: &reader)
        } else {
          reader.unknown(entry, in: "agents", known: Self.agentKeys)
        }
      }
    }
  }

  /// The entries of a mapping whose keys are priorities; other keys are noted and left out.
  private func readPriorities(_ entry: YAMLEntry, with reader: inout FieldReader) -> [YAMLEntry] {
    reader.entries(entry).filter { group in
      if Priority(rawValue: group.name) != nil { return true }
      reader.unknown(
        group, in: "agents.\(entry.name)", known: Priority.allCases.map(\.rawValue))
      return false
    }
  }

  /// Whether a value has the shape of a category: a list, or a mapping to mappings.
  private func isCategory(_ entry: YAMLEntry) -> Bool {
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
  package static let knownKeys = [
    "description", "features", "auto_invoke", "auto_invoke_on", "priority", "timeout",
    "max_parallel",
  ]

  /// The moments at which an agent can be invoked of itself.
  package static let moments = [
    "always", "on_new_design", "on_task_creation", "on_task_execution", "after_task_execution",
    "on_implementation", "after_implementation", "on_completion", "on_major_changes",
  ]

  fileprivate mutating func read(_ fields: [YAMLEntry], with reader: inout FieldReader) {
    for field in fields {
      switch field.name {
      case "description": summary = reader.text(field)
      case "features": features = reader.texts(field)
      case "auto_invoke_on": autoInvokeOn = reader.texts(field)
      case "priority": priority = reader.word(field, as: Priority.self)
      case "timeout": timeout = reader.count(field, unit: "seconds")
      case "max_parallel": maxParallel = reader.count(field)
      case "auto_invoke":
        guard let moment = reader.text(field) else { continue }
        if Self.moments.contains(moment.value) {
          autoInvoke = moment
        } else {
          reader.unknownWord(moment, of: field.name, allowed: Self.moments)
        }
      default:
        let container = category.isEmpty ? "agents" : "agents.\(category)"
        reader.unknown(field, in: "\(container).\(name.value)", known: Self.knownKeys)
      }
    }
  }
}
