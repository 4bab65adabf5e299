package import Diagnostics

/// The usage of agents as a table for people.
package struct AgentUsageText: Sendable {
  private let usage: AgentUsage
  private let terminal: TerminalTraits

  package init(_ usage: AgentUsage, terminal: TerminalTraits) {
    self.usage = usage
    self.terminal = terminal
  }

  package var text: String {
    guard usage.total > 0 else {
      return "no agents; 'specctl init --agents spec' writes some\n"
    }
    var table = TextTable([
      .init("agent", isCut: false), .init("primary", alignment: .right),
      .init("supporting", alignment: .right), .init("qa", alignment: .right),
      .init("tasks", alignment: .right), .init("also"),
    ])
    for entry in usage.entries {
      table.append([
        .init(entry.name, style: entry.isUsed ? .heading : .warning), count(entry.primaryIn.count),
        count(entry.supportingIn.count), count(entry.qaIn.count), count(entry.taskCount),
        .init(
          entry.isUsed ? unique(entry.elsewhere).joined(separator: ", ") : "never used",
          style: .faint),
      ])
    }
    let share = usage.used * 100 / usage.total
    let summary = "\(usage.used) of \(usage.total) agents are used (\(share) %)\n"
    guard !usage.entries.isEmpty else { return summary }
    return table.text(width: terminal.width, showsColor: terminal.showsColor) + "\n" + summary
  }

  private func count(_ number: Int) -> TextTable.Cell {
    .init(number == 0 ? "·" : "\(number)", style: number == 0 ? .faint : .plain)
  }

  private func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}

/// The usage of agents for programs: `specctl.agents/1`.
package struct AgentUsageJSON: Sendable {
  private let usage: AgentUsage

  package init(_ usage: AgentUsage) {
    self.usage = usage
  }

  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.agents/1")
      json.member("total", usage.total)
      json.member("used", usage.used)
      json.key("agents")
      json.array { json in
        for entry in usage.entries {
          json.object {
            $0.member("name", entry.name)
            $0.member("path", entry.path)
            $0.member("category", entry.category)
            $0.member("used", entry.isUsed)
            $0.member("primaryIn", entry.primaryIn)
            $0.member("supportingIn", entry.supportingIn)
            $0.member("qaIn", entry.qaIn)
            $0.member("tasks", entry.taskCount)
            $0.member("elsewhere", entry.elsewhere)
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
