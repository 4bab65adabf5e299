import Diagnostics
import JSONSyntax
import SpecModel
import SpecRules

extension LanguageServer {
  func completion(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let place = try askedPlace(parameters) else { return { $0.array { _ in } } }
    let before = LineBefore(place.map, place.offset)
    let items = CompletionChoices(folders[place.folder].workspace)
      .items(in: place.path, place.map, before)
    var writing = writing(place.folder)
    return { json in
      json.array { json in
        for (index, item) in items.enumerated() {
          json.object { json in
            json.member("label", item.label)
            json.member("kind", item.kind.rawValue)
            if !item.detail.isEmpty { json.member("detail", item.detail) }
            // Editors would put 1.10 before 1.2.
            let number = String(index)
            json.member("sortText", String(repeating: "0", count: 6 - number.count) + number)
            json.key("textEdit")
            json.object { json in
              json.key("range")
              writing.write(before.word, in: place.path, to: &json)
              json.member("newText", item.text ?? item.label)
            }
          }
        }
      }
    }
  }
}

/// What can be written at the places of a workspace.
struct CompletionChoices {
  let workspace: Workspace
  /// More are of no use in a list, and a document may have any number.
  private static let limit = 2000

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  func items(in path: String, _ map: PositionMap, _ before: LineBefore) -> [CompletionItem] {
    let found: [CompletionItem]
    if before.text.contains("specctl: allow ") {
      found = rules
    } else if let feature = workspace.features.first(where: { $0.tasks?.path == path }) {
      found = task(feature, before.text)
    } else if path == workspace.registry?.file.path {
      found = registry(YAMLPlace(map, before))
    } else if path == workspace.configuration?.file.path {
      found = configuration(YAMLPlace(map, before))
    } else if let agent = workspace.agents.first(where: { $0.file.path == path }),
      map.bytes.starts(with: "---".utf8), before.word.lowerBound <= agent.body.lowerBound
    {
      let place = YAMLPlace(map, before)
      found = place.key == nil ? keys(AgentFile.knownKeys) : []
    } else {
      found = []
    }
    return Array(found.prefix(Self.limit))
  }

  // MARK: Tasks

  private func task(_ feature: Feature, _ line: String) -> [CompletionItem] {
    guard let colon = line.lastIndex(where: { $0 == ":" || $0 == "：" }) else {
      let text = line.drop { " \t-*+_".contains($0) }
      let isIndented = line.first.map { $0 == " " || $0 == "\t" } ?? false
      return isIndented && text.allSatisfy(\.isLetter) ? taskKeys : []
    }
    let key = line[..<colon].split { !$0.isLetter && $0 != " " && $0 != "-" && $0 != "/" }.last
    let name = (key ?? "").drop { " -".contains($0) }
    switch MetadataKey(named: String(name).trimmingBlanks) {
    case .requirements, .validates: return requirements(feature)
    case .dependencies: return tasks(feature, before: line)
    case .agent, .owner: return agents
    case .resources: return resources
    default: return []
    }
  }

  private var taskKeys: [CompletionItem] {
    [
      CompletionItem(
        "_Requirements: _", .property, "the criteria that the task meets", text: "Requirements: "),
      CompletionItem("_Depends: _", .property, "the tasks that come first", text: "Depends: "),
      CompletionItem("_Agent: _", .property, "who does the task", text: "Agent: "),
      CompletionItem("_Leverage: _", .property, "what there is to build on", text: "Leverage: "),
      CompletionItem(
        "_Resources: _", .property, "what only one task may use at a time", text: "Resources: "),
      CompletionItem("File:", .property, "the files that the task changes", text: "File: "),
      CompletionItem("_Estimate: _", .property, "how long it takes", text: "Estimate: "),
    ]
  }

  private var resources: [CompletionItem] {
    (workspace.configuration?.planning.resources ?? []).map {
      CompletionItem($0.name.value, .value, "one task at a time")
    }
  }

  private func requirements(_ feature: Feature) -> [CompletionItem] {
    guard let document = feature.requirements else { return [] }
    return document.requirements.flatMap { requirement in
      [CompletionItem(requirement.id, .reference, requirement.title)]
        + requirement.criteria.map {
          CompletionItem($0.id, .reference, document.text.text($0.textRange))
        }
    }
  }

  private func tasks(_ feature: Feature, before line: String) -> [CompletionItem] {
    (feature.tasks?.tasks ?? []).filter(\.hasWrittenID).map {
      CompletionItem($0.id, .event, $0.title)
    } + [CompletionItem("None", .value, "the task waits for nothing")]
  }

  // MARK: Names

  private var agents: [CompletionItem] {
    var seen: Set<String> = []
    let files = workspace.agents.filter { !$0.isDocument }.map {
      CompletionItem($0.identity, .classKind, $0.summary?.value ?? "")
    }
    let configured = (workspace.configuration?.agents ?? []).map {
      CompletionItem($0.name.value, .classKind, $0.summary?.value ?? $0.category)
    }
    return (files + configured).filter { seen.insert($0.label).inserted }
      .sorted { $0.label < $1.label }
  }

  private var features: [CompletionItem] {
    var seen: Set<String> = []
    let registered = (workspace.registry?.features ?? []).map {
      CompletionItem($0.name.value, .module, ($0.summary ?? $0.title)?.value ?? "")
    }
    let folders = workspace.features.map { CompletionItem($0.name, .module, $0.directory) }
    return (registered + folders).filter { seen.insert($0.label).inserted }
      .sorted { $0.label < $1.label }
  }

  private var rules: [CompletionItem] {
    Rule.catalogue.map { CompletionItem($0.id, .value, $0.summary) }
  }

  private func keys(_ names: [String]) -> [CompletionItem] {
    names.map { CompletionItem($0, .property, text: $0 + ": ") }
  }

  private func words(_ words: [String]) -> [CompletionItem] {
    words.map { CompletionItem($0, .value) }
  }

  // MARK: Settings

  private func registry(_ place: YAMLPlace) -> [CompletionItem] {
    switch place.key {
    case "primary_agent", "agent", "supporting_agents", "qa_agents", "primary_agents": return agents
    case "agents" where place.parents.last == "shared": return agents
    case let key? where key.hasSuffix("_priority") && place.parents.last == "global_agents":
      return agents
    case "depends_on", "dependencies", "features": return features
    case "critical_rules":
      return words((workspace.configuration?.ruleNames ?? []).map(\.value))
    case "priority": return words(Priority.allCases.map(\.rawValue))
    case .some: return []
    case nil: break
    }
    switch (place.parents.first, place.parents.count) {
    case (nil, _): return keys(Registry.sections)
    case ("features", 2): return keys(RegistryFeature.knownKeys)
    case ("agent_mapping", 2): return keys(["agent_group", "features", "primary_agents"])
    case ("shared", 1): return keys(["agents", "components", "critical_rules", "description"])
    case ("global_agents", 1): return keys(Priority.allCases.map { $0.rawValue + "_priority" })
    default: return []
    }
  }

  private func configuration(_ place: YAMLPlace) -> [CompletionItem] {
    switch (place.parents, place.key) {
    case ([], nil): return keys(Configuration.sections)
    case (["planning"], nil): return keys(inside: "planning")
    case (["planning"], "order"): return words(PlanningSettings.orders)
    case (["planning"], "default_agent"): return agents
    case (["validation"], nil): return keys(inside: "validation")
    case (["validation"], "fail_on"): return words(Severity.allCases.map(\.rawValue))
    case (["validation", "rules"], nil):
      return rules.map { CompletionItem($0.label, .property, $0.detail, text: $0.label + ": ") }
    case (["validation", "rules"], .some): return words(ValidationSettings.severityWords)
    case (["agents"], nil): return keys(Configuration.agentKeys)
    case (["agents", "priority_groups"], .some): return agents
    case (["agents", "priority_groups"], nil), (["agents", "max_parallel"], nil):
      return keys(Priority.allCases.map(\.rawValue))
    case (["agents", "timeouts"], nil):
      return agents.map { CompletionItem($0.label, .property, $0.detail, text: $0.label + ": ") }
    case (let parents, let key) where parents.first == "agents" && parents.count >= 2:
      return configuredAgent(key)
    case (["agents"], .some): return agents
    case (let parents, "feature") where parents.first == "features": return features
    default: return []
    }
  }

  /// The keys of a section of the configuration.
  private func keys(inside section: String) -> [CompletionItem] {
    guard case .section(let section)? = Configuration.section[section]?.type else { return [] }
    return section.keys.map { CompletionItem($0.name, .property, $0.summary, text: $0.name + ": ") }
  }

  /// What stands below a category of agents.
  private func configuredAgent(_ key: String?) -> [CompletionItem] {
    switch key {
    case nil: keys(["name"] + ConfiguredAgent.knownKeys)
    case "name": agents
    case "features": features
    case "priority": words(Priority.allCases.map(\.rawValue))
    case "auto_invoke", "auto_invoke_on": words(ConfiguredAgent.moments)
    default: []
    }
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    let start = drop { $0 == " " }
    return String(
      start[..<(start.lastIndex { $0 != " " }.map { start.index(after: $0) } ?? start.startIndex)])
  }
}
