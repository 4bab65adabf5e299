package import Diagnostics
package import SpecModel
import SpecPlanning

/// One agent with its settings and uses, for people.
package struct AgentText: Sendable {
  private let name: String
  private let workspace: Workspace
  private let terminal: TerminalTraits

  /// The name is that of the agent or of its file.
  package init(_ name: String, in workspace: Workspace, terminal: TerminalTraits) {
    self.name = name
    self.workspace = workspace
    self.terminal = terminal
  }

  /// Plans the whole workspace, to know where the agent comes in.
  package var text: String {
    let file = workspace.agentFile(name)
    let configured = workspace.configuration?.agent(named: name)
    let usage = AgentUsage(workspace)
    let entry = usage.entry(named: name, in: workspace)
    var text = StyledText(showsColor: terminal.showsColor)
    text.append(name, .heading)
    if let category = configured?.category, configured?.isEnabledOnly == false {
      text.append("  \(category)", .faint)
    }
    text.endLine()
    let summary = file?.summary?.value ?? configured?.summary?.value
    let tools = file?.tools.map { $0.map(\.value).joined(separator: ", ") } ?? "all"
    let lines: [(String, String)] =
      [
        ("description", summary ?? ""), ("file", file?.file.path ?? "none"),
        ("tools", file == nil ? "" : tools), ("model", file?.model?.value ?? ""),
        ("priority", configured?.priority?.value.rawValue ?? ""),
        ("at once", configured?.maxParallel.map { "at most \($0.value)" } ?? ""),
        ("invoked", configured?.autoInvoke?.value ?? ""),
        ("invoked on", configured?.autoInvokeOn.map(\.value).joined(separator: ", ") ?? ""),
      ] + (entry.map { Self.usageLines($0, of: usage) } ?? [])
    for (name, value) in lines where !value.isEmpty {
      text.append("  \(name.padded(toWidth: 14))", .faint)
      for (index, line) in value.oneLine.wrapped(toWidth: terminal.width - 16).enumerated() {
        if index > 0 { text.append(spaces: 16) }
        text.append(line)
        text.endLine()
      }
    }
    if let entry, !entry.isUsed {
      text.append("  never used", .warning)
      text.endLine()
    }
    return text.text
  }

  /// Where the agent comes in, line by line.
  private static func usageLines(
    _ entry: AgentUsageEntry, of usage: AgentUsage
  ) -> [(String, String)] {
    let tasks = entry.steps[.task] ?? []
    let count = tasks.count == entry.openTaskCount ? "" : ", \(entry.openTaskCount) open"
    var lines: [(String, String)] = [
      ("primary in", entry.primaryIn.joined(separator: ", ")),
      ("supports", entry.supportingIn.joined(separator: ", ")),
      ("verifies", entry.qaIn.joined(separator: ", ")),
      ("asked also in", others(entry).joined(separator: ", ")),
      (
        "tasks",
        tasks.isEmpty ? "" : "\(tasks.count)\(count): " + tasks.joined(separator: ", ")
      ),
    ]
    for kind in StepKind.allCases where kind != .task {
      guard let steps = entry.steps[kind] else { continue }
      let owner = kind == .review ? "task" : "feature"
      lines.append(
        (kind.rawValue, "of \(steps.count) \(owner)\(steps.count == 1 ? "" : "s")"))
    }
    if entry.steps.isEmpty, let place = entry.place { lines.append(("place", place)) }
    lines.append(
      (
        "share",
        entry.share(of: usage).map { "\($0) of all \(usage.stepCount) steps" } ?? ""
      ))
    var elsewhere: [String] = []
    for place in entry.elsewhere where !elsewhere.contains(place) { elsewhere.append(place) }
    lines.append(("also", elsewhere.joined(separator: ", ")))
    if let idleness = entry.idleness {
      lines.append(("no work", idleness.reason(entry)))
      lines.append(("help", idleness.remedy ?? ""))
    }
    return lines
  }

  /// The features whose tasks it competes for without being named there.
  private static func others(_ entry: AgentUsageEntry) -> [String] {
    let named = Set(entry.primaryIn + entry.supportingIn + entry.qaIn)
    return entry.competesIn.filter { !named.contains($0) }
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
