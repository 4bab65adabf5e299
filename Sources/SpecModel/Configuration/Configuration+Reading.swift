package import Diagnostics
import YAMLSyntax

extension Configuration {
  /// The sections that specctl knows, its own and those of the orchestrators it reads beside.
  package static let sections = [
    "agents", "planning", "validation", "workflows", "trace", "features", "rules", "orchestrator",
    "pre_flight", "post_execution", "qa", "logging", "performance", "state_machine", "mcp",
  ]

  /// Reads a configuration in list form, in map form or in a mixture of both.
  ///
  /// Never fails: what cannot be read is a problem. A file of another tool is ``isForeign`` and has
  /// no problems. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(file: file)
    let stream: YAMLStream
    do throws(YAMLError) {
      stream = try YAMLStream(parsing: file.bytes)
    } catch {
      problems = [DocumentProblem(error)]
      return
    }
    root = stream.root
    guard let root, !root.isNull else { return }
    let ownsFile = file.path.hasSuffix(".specctl.yaml")
    let names = root.entries.map(\.name)
    isForeign =
      !ownsFile && !names.contains(where: Self.sections.contains)
      && !(root.isMapping && names.isEmpty)
    if isForeign { return }

    var reader = FieldReader(file)
    reader.problems = stream.problems.map { DocumentProblem($0) }
    if !root.isMapping {
      reader.problems.append(
        DocumentProblem(
          .wrongValue, "the configuration is \(root.kindName), where a mapping is wanted",
          at: root.range))
    }
    for entry in root.entries { readSection(entry, ownsFile: ownsFile, with: &reader) }
    reader.noteFurtherDocuments(of: stream)
    unknownKeys = reader.unknownKeys
    problems = reader.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func readSection(
    _ entry: YAMLEntry, ownsFile: Bool, with reader: inout FieldReader
  ) {
    switch entry.name {
    case "agents": readAgents(entry, with: &reader)
    case "features": readPages(entry, with: &reader)
    case "rules": readRules(entry, with: &reader)
    case "validation": validation = ValidationSettings(entry, with: &reader)
    case "planning": planning = PlanningSettings(entry, with: &reader)
    case "trace": trace = TraceSettings(entry, with: &reader)
    case "workflows": workflows = reader.entries(entry).map { Workflow($0, with: &reader) }
    case let section where Self.sections.contains(section):
      Switches.check(entry, with: &reader)
    default:
      // Other tools share the file, so only what looks like a misspelling is worth a word.
      if ownsFile || nearMiss(to: entry.name, among: Self.sections) != nil {
        reader.unknown(entry, in: "", known: Self.sections)
      }
    }
  }

  private mutating func readPages(_ section: YAMLEntry, with reader: inout FieldReader) {
    for entry in section.value.entries where entry.value.isMapping {
      var page = ConfiguredPage(page: entry.locatedName)
      for field in entry.value.entries {
        switch field.name {
        case "feature": page.feature = reader.text(field)
        case "specs":
          page.documents = reader.entries(field).compactMap { reader.text($0) }
        case "rules": page.rules = reader.texts(field)
        default: break
        }
      }
      pages.append(page)
    }
  }

  private mutating func readRules(_ section: YAMLEntry, with reader: inout FieldReader) {
    for group in section.value.entries {
      if ["severity", "message", "patterns"].contains(where: { group.value[$0] != nil }) {
        readRule(group, with: &reader)
      } else {
        for rule in group.value.entries { readRule(rule, with: &reader) }
      }
    }
  }

  private mutating func readRule(_ rule: YAMLEntry, with reader: inout FieldReader) {
    ruleNames.append(rule.locatedName)
    for field in rule.value.entries where field.name == "auto_fix" || field.name == "enabled" {
      reader.flag(field)
    }
  }
}

/// The keys of the orchestrators' sections that are true or false.
private enum Switches {
  private static let names: Set<String> = [
    "enabled", "auto_run_on_request", "auto_qa_on_completion", "state_persistence",
    "parallel_execution", "require_plan_approval", "plan_research_enabled", "strict_mode",
    "auto_fix", "auto_commit", "on_page_changes", "console", "structured_logging", "cache_results",
    "enable_rollback",
  ]

  /// Reports the switches of a section, and of the sections in it, that are something else.
  static func check(_ section: YAMLEntry, with reader: inout FieldReader) {
    for field in section.value.entries {
      if names.contains(field.name) { reader.flag(field) }
      for inner in field.value.entries where names.contains(inner.name) { reader.flag(inner) }
    }
  }
}
