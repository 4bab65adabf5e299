package import Diagnostics
import YAMLSyntax

/// Which model is for which tasks: `optimization` of the cost settings.
package struct ModelSelection: Sendable {
  /// One of `model_selection_rules`.
  package struct Rule: Sendable, Hashable {
    /// `low`, `medium` or `high`.
    package var complexity: String?
    /// A kind of task; any other word fits the tasks that have it in their titles.
    package var taskType: String?
    /// The agent whose steps it is for; `nil` for those of all.
    package var agent: String?
    /// As written, never empty.
    package var model: String
    /// Where the rule is written.
    package var range: Range<Offset>
  }

  /// The file of the settings.
  package let file: SourceFile
  /// In the order written; what names no model or nothing that it is for is left out.
  package private(set) var rules: [Rule] = []

  /// `nil` where no settings have rules, or the choice is switched off.
  package init?(_ workspace: Workspace) {
    for settings in workspace.capabilities
    where settings.kind == .costManagement && !settings.isForeign {
      guard let section = settings.root?[settings.kind.section],
        let optimization = section["optimization"],
        section["enabled"]?.bool != false, optimization["enabled"]?.bool != false,
        optimization["smart_model_selection"]?.bool != false
      else { continue }
      let rules = (optimization["model_selection_rules"]?.elements ?? []).compactMap(Rule.init)
      guard !rules.isEmpty else { continue }
      file = settings.file
      self.rules = rules
      return
    }
    return nil
  }
}

extension ModelSelection.Rule {
  /// A rule as a mapping, or as a text such as `task_complexity: low -> use: haiku`.
  fileprivate init?(_ node: YAMLNode) {
    var fields: [(name: String, value: String)] = []
    if let text = node.string {
      let sides = text.split(separator: "->", maxSplits: 1)
      guard sides.count == 2 else { return nil }
      fields = sides[0].split(separator: ",").compactMap(Self.field)
      fields.append(Self.field(sides[1]) ?? ("use", Self.trimmed(sides[1])))
    } else {
      fields = node.entries.compactMap { entry in
        entry.value.string.map { (entry.name, $0) }
      }
    }
    func value(_ names: String...) -> String? {
      names.lazy.compactMap { name in fields.first { $0.name == name }?.value }.first
    }
    guard let model = value("use", "model"), !model.isEmpty else { return nil }
    complexity = value("task_complexity", "complexity")?.lowercased()
    taskType = value("task_type", "type")
    agent = value("agent")
    guard complexity != nil || taskType != nil || agent != nil else { return nil }
    self.model = model
    range = node.range
  }

  /// A `name: value`; `nil` without a colon.
  private static func field(_ text: Substring) -> (name: String, value: String)? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    return (trimmed(text[..<colon]), trimmed(text[text.index(after: colon)...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
