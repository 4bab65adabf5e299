package import Diagnostics
package import SpecModel

/// One agent with its settings and uses, for people.
package struct AgentText: Sendable {
  private let name: String
  private let workspace: Workspace
  private let terminal: TerminalTraits

  package init(_ name: String, in workspace: Workspace, terminal: TerminalTraits) {
    self.name = name
    self.workspace = workspace
    self.terminal = terminal
  }

  package var text: String {
    let file = workspace.agentFile(name)
    let configured = workspace.configuration?.agents.first { $0.name.value == name }
    let usage = AgentUsage(workspace).entries.first { $0.name == (file?.identity ?? name) }
    var text = StyledText(showsColor: terminal.showsColor)
    text.append(name, .heading)
    if let category = configured?.category { text.append("  \(category)", .faint) }
    text.endLine()
    let summary = file?.summary?.value ?? configured?.summary?.value
    let tools = file?.tools.map { $0.map(\.value).joined(separator: ", ") } ?? "all"
    let lines: [(String, String)] = [
      ("description", summary ?? ""), ("file", file?.file.path ?? "none"),
      ("tools", file == nil ? "" : tools), ("model", file?.model?.value ?? ""),
      ("priority", configured?.priority?.value.rawValue ?? ""),
      ("invoked", configured?.autoInvoke?.value ?? ""),
      ("invoked on", configured?.autoInvokeOn.map(\.value).joined(separator: ", ") ?? ""),
      ("primary in", usage?.primaryIn.joined(separator: ", ") ?? ""),
      ("supports", usage?.supportingIn.joined(separator: ", ") ?? ""),
      ("verifies", usage?.qaIn.joined(separator: ", ") ?? ""),
      ("tasks", usage.map { $0.taskCount > 0 ? "named by \($0.taskCount)" : "" } ?? ""),
      ("also", usage?.elsewhere.joined(separator: ", ") ?? ""),
    ]
    for (name, value) in lines where !value.isEmpty {
      text.append("  \(name.padded(toWidth: 12))", .faint)
      let oneLine = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for (index, line) in oneLine.wrapped(toWidth: terminal.width - 14).enumerated() {
        if index > 0 { text.append(spaces: 14) }
        text.append(line)
        text.endLine()
      }
    }
    if usage?.isUsed == false {
      text.append("  never used", .warning)
      text.endLine()
    }
    return text.text
  }
}

extension Workspace {
  /// The file of an agent, by its name or its file's.
  func agentFile(_ name: String) -> AgentFile? {
    agents.first { $0.identity == name && !$0.isDocument }
      ?? agents.first { $0.baseName == name && !$0.isDocument }
  }

  /// Whether an agent of that name has a file or an entry in the configuration.
  package func hasAgent(_ name: String) -> Bool {
    agentFile(name) != nil || configuration?.agents.contains { $0.name.value == name } ?? false
  }
}
