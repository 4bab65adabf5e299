import Diagnostics
import YAMLSyntax

extension CapabilityReader {
  /// The servers of a `mcpServers`; reports those that cannot be started or reached.
  mutating func readServers(_ servers: YAMLNode?) -> [Located<String>] {
    let entries = servers?.entries ?? []
    for entry in entries where entry.value.isMapping {
      checkStart(of: entry)
      for key in ["command", "args", "env", "url", "headers"] {
        guard let value = entry.value[key] else { continue }
        checkVariables(in: value)
        for element in value.elements { checkVariables(in: element) }
        for field in value.entries { checkVariables(in: field.value) }
      }
    }
    return entries.filter { $0.key.string != nil }.map(\.locatedName)
  }

  private mutating func checkStart(of server: YAMLEntry) {
    let has = { (key: String) in server.value[key]?.string?.isEmpty == false }
    // Some tools have the address inside `transport`.
    if has("command") || has("url") || has("serverUrl") || has("httpUrl")
      || server.value["transport"]?.isMapping ?? false
    {
      return
    }
    fields.problems.append(
      DocumentProblem(
        .incomplete, "the server '\(server.name)' has neither a 'command' nor a 'url'",
        at: server.key.range, help: "say how it is started or where it is"))
  }

  /// Reports what looks like a reference to the environment and is taken as it stands.
  private mutating func checkVariables(in node: YAMLNode) {
    guard let text = node.string, text.contains("$") else { return }
    var rest = text[...]
    while let dollar = rest.firstIndex(of: "$") {
      rest = rest[rest.index(after: dollar)...]
      if rest.first == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          return report(node, "the '${' in '\(shortened(text))' is never closed", "add the '}'")
        }
        rest = rest[rest.index(after: end)...]
      } else if text.first == "$", rest.first?.isLetter ?? false,
        rest.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") })
      {
        return report(node, "'\(text)' is passed on as it stands", "write '${\(rest)}'")
      }
    }
  }

  private func shortened(_ text: String) -> String {
    text.count <= 40 ? text : text.prefix(39) + "…"
  }

  private mutating func report(_ node: YAMLNode, _ message: String, _ help: String) {
    fields.problems.append(DocumentProblem(.variable, message, at: node.range, help: help))
  }
}
