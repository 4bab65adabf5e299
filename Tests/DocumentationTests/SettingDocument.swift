import Diagnostics
import SpecModel
import Testing

/// A document of settings: what it can say, and how it is read.
struct SettingDocument: Sendable, CustomTestStringConvertible {
  /// What `specctl schema` calls it.
  let name: String
  let title: String
  let summary: String
  let type: SettingType
  /// Whether `${NAME}` stands for any value.
  var allowsVariables = false
  /// What the reader says of a text: what is wrong, and the keys that it does not know.
  let faults: @Sendable (String) -> [String]

  var testDescription: String { name }

  static let configuration = SettingDocument(
    name: "config", title: "config.yaml",
    summary: "Agents, planning, checks and workflows, in config.yaml.",
    type: .section(Configuration.section)
  ) { text in
    let read = Configuration(reading: SourceFile(path: ".claude/config.yaml", text: text))
    return read.isForeign ? ["foreign"] : words(read.problems, read.unknownKeys)
  }

  static let registry = SettingDocument(
    name: "feature-registry", title: "feature_registry.yaml",
    summary: "Features, their documents and agents, in feature_registry.yaml.",
    type: .either(Registry.listType, .section(Registry.section))
  ) { text in
    let read = Registry(reading: SourceFile(path: ".claude/feature_registry.yaml", text: text))
    if case .foreign(let reason) = read.shape { return [reason] }
    return words(read.problems, read.unknownKeys + read.features.flatMap(\.unknownKeys))
  }

  static let agent = SettingDocument(
    name: "agent", title: "Agent files",
    summary: "The front matter of agent files, in .claude/agents.",
    type: .section(AgentFile.section)
  ) { text in
    let read = AgentFile(
      reading: SourceFile(path: ".claude/agents/a.md", text: "---\n\(text)\n---\n"))
    return words(read.problems, read.unknownKeys)
  }

  static func capability(_ kind: CapabilityKind) -> SettingDocument {
    let file = kind.fileNames[0]
    return SettingDocument(
      name: String(file.prefix { $0 != "." }).replacing("_", with: "-"),
      title: kind.fileNames.joined(separator: ", "), summary: "Settings in \(file).",
      type: .section(SettingSection([SettingKey(kind.section, kind.schema)])),
      allowsVariables: true
    ) { text in
      let read = CapabilityFile(
        reading: SourceFile(path: ".claude/\(file)", text: text), as: kind)
      return read.isForeign ? ["foreign"] : words(read.problems, read.unknownKeys)
    }
  }

  /// Those of the reference of the configuration.
  static let main = [configuration, registry, agent]

  static let all = main + CapabilityKind.allCases.map(capability)

  private static func words(_ problems: [DocumentProblem], _ unknown: [UnknownKey]) -> [String] {
    problems.map(\.message) + unknown.map { "unknown: \($0.container).\($0.key.value)" }
  }
}
