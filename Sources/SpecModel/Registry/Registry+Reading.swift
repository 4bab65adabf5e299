package import Diagnostics
import YAMLSyntax

extension Registry {
  /// The sections that specctl knows.
  package static let sections = RegistryLayout.topLevelKeys + ["version", "last_updated"]

  /// Reads a registry in any of its shapes.
  ///
  /// Never fails: what cannot be read has the shape `unreadable` and a problem, what belongs to
  /// another tool the shape `foreign` and no further problems. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(file: file)
    let stream: YAMLStream
    do throws(YAMLError) {
      stream = try YAMLStream(parsing: file.bytes)
    } catch {
      if MarkdownSigns.appear(in: file.bytes) {
        shape = .foreign(reason: "it is Markdown, not YAML")
      } else {
        shape = .unreadable
        problems = [DocumentProblem(error)]
      }
      return
    }
    root = stream.root
    guard let root, !root.isNull else { return }
    let layout = RegistryLayout(of: root)
    shape = layout.shape
    if case .foreign = shape { return }

    var reader = FieldReader(file)
    reader.problems = stream.problems.map { DocumentProblem($0) }
    readFeatures(layout, with: &reader)
    for entry in root.entries { readSection(entry, with: &reader) }
    reader.noteFurtherDocuments(of: stream)
    unknownKeys = reader.unknownKeys
    problems = reader.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func readFeatures(_ layout: RegistryLayout, with reader: inout FieldReader) {
    var identity: String?
    var notesAllUnknownKeys = true
    switch layout.shape {
    case .list(let key), .topLevelList(let key):
      identity = key
      // Registries in list form have been other tools' files too: only misspellings are noted.
      notesAllUnknownKeys = false
    case .map, .foreign, .unreadable: break
    }
    for (name, node, range) in layout.features {
      var feature = RegistryFeature(name: name, range: range)
      if node.isMapping {
        let before = reader.unknownKeys.count
        feature.read(node.entries, identity: identity, with: &reader)
        feature.unknownKeys = reader.unknownKeys[before...].filter {
          notesAllUnknownKeys || $0.suggestion != nil
        }
        reader.unknownKeys.removeSubrange(before...)
      } else if !node.isNull {
        reader.problems.append(
          DocumentProblem(
            .wrongValue, "feature '\(name.value)' is \(node.kindName), where a mapping is wanted",
            at: node.range))
      }
      features.append(feature)
    }
    for node in layout.nameless {
      reader.problems.append(
        DocumentProblem(
          .wrongValue, "a feature has no name", at: node.range,
          help: identity.map { "give it the key '\($0)'" }))
    }
  }

  private mutating func readSection(_ entry: YAMLEntry, with reader: inout FieldReader) {
    switch entry.name {
    case "features":
      if entry.value.string != nil { reader.wrong(entry, wanted: "a mapping") }
    case "agent_mapping":
      agentMapping = reader.entries(entry).map { AgentMapping($0, with: &reader) }
    case "global_agents":
      for group in reader.entries(entry) {
        if let group = PriorityAgents(global: group, with: &reader) { globalAgents.append(group) }
      }
    case "shared":
      for field in reader.entries(entry) {
        switch field.name {
        case "agents": sharedAgents += reader.texts(field)
        case "critical_rules": sharedRules += reader.texts(field)
        case "components", "description": break
        default:
          reader.unknown(
            field, in: "shared", known: ["agents", "components", "critical_rules", "description"])
        }
      }
    case "stats":
      for field in reader.entries(entry) {
        guard let value = reader.text(field) else { continue }
        statistics.append(Statistic(name: field.locatedName, value: value))
      }
    case "version", "last_updated", "metadata": break
    default: reader.unknown(entry, in: "", known: RegistryLayout.topLevelKeys)
    }
  }
}

extension AgentMapping {
  fileprivate init(_ entry: YAMLEntry, with reader: inout FieldReader) {
    self.init(name: entry.locatedName)
    for field in reader.entries(entry) {
      switch field.name {
      case "agent_group": agentGroup = reader.text(field)
      case "features": features = reader.texts(field)
      case "primary_agents": primaryAgents = reader.texts(field)
      default:
        reader.unknown(
          field, in: "agent_mapping.\(entry.name)",
          known: ["agent_group", "features", "primary_agents"])
      }
    }
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

/// Tells Markdown from YAML that has a fault.
private enum MarkdownSigns {
  /// Whether a line starts with what is never the start of a line of YAML and often one of Markdown.
  static func appear(in bytes: [UInt8]) -> Bool {
    var lineStart = 0
    while lineStart < bytes.count {
      let line = bytes[lineStart...]
      if line.starts(with: "```".utf8) || line.starts(with: "**".utf8)
        || line.starts(with: "|--".utf8) || line.starts(with: "| --".utf8)
      {
        return true
      }
      guard let end = line.firstIndex(where: \.isLineBreak) else { return false }
      lineStart = end + 1
    }
    return false
  }
}
