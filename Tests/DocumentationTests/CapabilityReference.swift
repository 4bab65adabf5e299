import SpecModel

/// `docs/capabilities.md`, made from the types of the keys.
struct CapabilityReference {
  var text: String {
    var lines = [
      "# Settings of single capabilities", "",
      "<!-- Generated from the types of the keys. Do not edit: \(GeneratedDocument.command) rewrites it. -->",
      "",
      "The keys of the files that an orchestrator may have for single capabilities, such as budgets, memory or servers, beside",
      "the configuration. specctl reads them and says what cannot be meant: values of the wrong kind, keys and words that are misspelt, limits that contradict each other,",
      "agents and features that do not exist, servers that cannot be started, and secrets. It does nothing else with them.",
      "",
      "The files stand in `.claude`, in `.claude/orchestrator`, or there in a folder of their own; servers also in `.mcp.json`.",
      "A file that has none of the keys at the top is taken for another tool's and left alone. What comes from the",
      "environment, `${NAME}`, is any value.",
    ]
    for kind in CapabilityKind.allCases {
      let files = kind.fileNames.map { "`\($0)`" }.joined(separator: " or ")
      let folder = kind.folder.map { ", own folder `\($0)`" } ?? ""
      lines += [
        "", "## \(kind.section)", "", "In \(files)\(folder).", "", "| key | value |",
        "| --- | --- |",
      ]
      lines += Self.rows(kind.schema, path: "")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A row for each key, with those inside behind it.
  private static func rows(_ type: SettingType, path: String) -> [String] {
    switch type {
    case .section(let section):
      section.keys.flatMap { key in
        let path = path.isEmpty ? key.name : "\(path).\(key.name)"
        let inside = rows(key.type, path: path)
        if case .section = key.type { return inside }
        return ["| `\(path)` | \(key.type.label.asCell) |"] + inside
      }
    case .map(let value, _):
      rows(value, path: path.isEmpty ? "*" : "\(path).*")
    case .list(let element, _): rows(element, path: "\(path)[]")
    case .either(let first, let second): rows(first, path: path) + rows(second, path: path)
    default: []
    }
  }
}

extension String {
  fileprivate var asCell: String { replacing("|", with: "\\|") }
}
