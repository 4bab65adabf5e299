import Diagnostics
import YAMLSyntax

extension RegistryFeature {
  /// The keys that mean something to specctl, with the spellings most often seen first.
  package static let knownKeys = [
    "description", "specs_location", "primary_agent", "supporting_agents", "qa_agents",
    "depends_on", "pages", "key_components", "critical_rules", "title", "name", "layer",
    "priority", "status",
  ]

  /// Other spellings of known keys, found in registries in use.
  private static let synonyms = [
    "summary": "description", "dependencies": "depends_on", "spec_location": "specs_location",
    "agent": "primary_agent",
  ]

  /// Keys that say something to people and other tools, and nothing to specctl.
  private static let informational: Set<String> = [
    "acceptance_criteria", "commercial_included", "documentation", "implemented_files",
    "last_updated", "linked_adr_ids", "linked_test_ids", "notes", "outcome", "owner", "owners",
    "risk_level", "scope", "scope_note", "source", "tags", "test_coverage", "test_files", "tier",
    "touches_core_system", "user_story", "version",
  ]

  /// Reads what stands below a feature's name; `identity` is the key that the name came from, if the
  /// feature names itself.
  mutating func read(_ entries: [YAMLEntry], identity: String?, with reader: inout FieldReader) {
    for entry in entries where entry.name != identity {
      switch Self.synonyms[entry.name] ?? entry.name {
      case "description": summary = summary ?? reader.text(entry)
      case "title", "name": title = title ?? reader.text(entry)
      case "specs_location": specsLocation = specsLocation ?? reader.text(entry)
      case "primary_agent": primaryAgent = primaryAgent ?? reader.text(entry)
      case "supporting_agents": supportingAgents += reader.texts(entry)
      case "qa_agents": qaAgents += reader.texts(entry)
      case "depends_on": dependsOn += reader.texts(entry)
      case "pages": pages += reader.texts(entry)
      case "key_components": keyComponents += reader.texts(entry)
      case "critical_rules": criticalRules += reader.texts(entry)
      case "layer": layer = reader.text(entry)
      case "priority": priority = reader.text(entry)
      case "status": status = reader.text(entry)
      case let other where Self.informational.contains(other): break
      default: reader.unknown(entry, in: "features.\(name.value)", known: Self.knownKeys)
      }
    }
  }
}
