package import Diagnostics
import SpecModel

/// The overview as tables for people.
package struct OverviewText: Sendable {
  private let overview: WorkspaceOverview
  private let terminal: TerminalTraits

  package init(_ overview: WorkspaceOverview, terminal: TerminalTraits) {
    self.overview = overview
    self.terminal = terminal
  }

  /// A line for each feature with its documents, counts and agent.
  package var list: String {
    if overview.features.isEmpty {
      return overview.modules.isEmpty
        ? "no features; 'specctl init feature NAME' makes one\n" : modules
    }
    // Where all features are of the common profile, nobody needs to be told.
    let showsProfile = overview.features.contains { !$0.hasCommonProfile }
    var columns: [TextTable.Column] = [
      .init("feature", isCut: false), .init("documents"), .init("requirements", alignment: .right),
      .init("tasks", alignment: .right), .init("agent"),
    ]
    if showsProfile { columns.insert(.init("profile"), at: 4) }
    // Specs of other tools have no registry to be in.
    let tellsRegistration = overview.features.contains(where: \.isRegistered)
    var table = TextTable(columns)
    for entry in overview.features {
      let documents =
        entry.directory == nil
        ? "none" : entry.documents.map { String($0.prefix(1)) }.joined(separator: " ")
      var row: [TextTable.Cell] = [
        .init(entry.name, style: .heading), .init(documents), "\(entry.requirementCount)",
        "\(entry.taskCounts.settled)/\(entry.taskCounts.total)",
        .init(
          entry.primaryAgent
            ?? (entry.isRegistered || !tellsRegistration ? "" : "not registered"), style: .faint),
      ]
      if showsProfile { row.insert(.init(entry.profile?.rawValue ?? "", style: .faint), at: 4) }
      table.append(row)
    }
    let features = table.text(width: terminal.width, showsColor: terminal.showsColor)
    return overview.modules.isEmpty ? features : features + "\n" + modules
  }

  /// A line for each module with its layer, counts and agent.
  private var modules: String {
    var table = TextTable([
      .init("module", isCut: false), .init("layer"), .init("tasks", alignment: .right),
      .init("agent"),
    ])
    for module in overview.modules {
      table.append([
        .init(module.name, style: .heading), .init(module.layer),
        "\(module.taskCounts.settled)/\(module.taskCounts.total)",
        .init(module.agent, style: .faint),
      ])
    }
    return table.text(width: terminal.width, showsColor: terminal.showsColor)
  }

  /// A line for each feature with its progress, and one for all; bars only where asked for.
  package func status(showsBars: Bool) -> String {
    let rows =
      overview.features.map { ($0.name, $0.taskCounts) }
      + overview.modules.map { ($0.name, $0.taskCounts) }
    guard !rows.isEmpty else { return "no features\n" }
    var table = TextTable([
      .init(overview.features.isEmpty ? "module" : "feature", isCut: false), .init("progress"),
      .init("done", alignment: .right),
      .init("open", alignment: .right), .init("in progress", alignment: .right),
    ])
    for (name, counts) in rows { table.append(row(name, counts, style: .plain, showsBars)) }
    if rows.count > 1 {
      let all = rows.reduce(TaskCounts(nil)) { $0 + $1.1 }
      let kinds = [(overview.features.count, "feature"), (overview.modules.count, "module")]
      let names = kinds.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
      table.append(
        row("all \(names.joined(separator: ", "))", all, style: .heading, showsBars))
    }
    return table.text(width: terminal.width, showsColor: terminal.showsColor)
  }

  private func row(
    _ name: String, _ counts: TaskCounts, style: TerminalStyle, _ showsBars: Bool
  ) -> [TextTable.Cell] {
    let bar = Bar(counts.settled, of: counts.total, width: 20)
    let isDone = counts.total > 0 && counts.settled == counts.total
    let progress =
      counts.total == 0 ? "no tasks" : showsBars ? bar.text : "\(bar.percentage) %"
    return [
      .init(name, style: style), .init(progress, style: isDone ? .success : .plain),
      "\(counts.settled)", "\(counts.total - counts.settled - counts.inProgress)",
      "\(counts.inProgress)",
    ]
  }
}

extension WorkspaceOverview.Entry {
  /// Whether the profile is that of `.claude/specs`, or none.
  fileprivate var hasCommonProfile: Bool {
    profile == nil || profile == .claude || profile == .specctl
  }
}
