/// The templates that come with the tool.
package enum BuiltInTemplates {
  /// The template at a path below `templates/`, such as `documents/tasks-template.md`.
  package static func template(_ path: String) -> Template? {
    EmbeddedTemplates.files.first { $0.path == path }.map { Template($0.text) }
  }

  /// The agents that come with the tool, sorted by path: `agents/<category>/<name>.md`.
  package static var agents: [(category: String, name: String, text: String)] {
    EmbeddedTemplates.files.compactMap { path, text in
      let parts = path.split(separator: "/")
      guard parts.count == 3, parts[0] == "agents", parts[2].hasSuffix(".md") else { return nil }
      return (String(parts[1]), String(parts[2].dropLast(3)), text)
    }
  }
}
