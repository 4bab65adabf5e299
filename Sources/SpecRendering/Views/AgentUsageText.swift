package import Diagnostics
package import SpecPlanning

/// The usage of agents as a table for people.
package struct AgentUsageText: Sendable {
  private let usage: AgentUsage
  private let terminal: TerminalTraits

  package init(_ usage: AgentUsage, terminal: TerminalTraits) {
    self.usage = usage
    self.terminal = terminal
  }

  /// Where the usage has agents but no entries, only the line below the table.
  package var text: String {
    guard usage.total > 0 else {
      return "no agents; 'specctl init --agents spec' writes some\n"
    }
    guard !usage.entries.isEmpty else { return summary }
    var table = TextTable([
      .init("agent", isCut: false), .init("pri", alignment: .right),
      .init("sup", alignment: .right), .init("qa", alignment: .right),
      .init("tasks", alignment: .right), .init("share", alignment: .right),
      .init("around the tasks"),
    ])
    for entry in usage.entries {
      table.append([
        .init(entry.name, style: entry.isUsed ? .heading : .warning), count(entry.primaryIn.count),
        count(entry.supportingIn.count), count(entry.qaIn.count),
        count(entry.steps[.task]?.count ?? 0), share(entry), around(entry),
      ])
    }
    var output = StyledText(showsColor: terminal.showsColor)
    table.write(to: &output, width: terminal.width)
    output.endLine()
    writeLines(
      "pri, sup, qa: features that name it so"
        + (usage.stepCount == 0
          ? "" : "; share: of all \(usage.stepCount) steps, finished tasks included"),
      style: .faint, to: &output)
    writeIdle(to: &output)
    output.endLine()
    return output.text + summary
  }

  /// Such as `45 of 45 agents used: 38 with work, 7 standing by`.
  private var summary: String {
    let idle = usage.used - usage.working
    return "\(usage.used) of \(usage.total) agents used"
      + (usage.working == 0 || idle == 0
        ? "" : ": \(usage.working) with work, \(idle) standing by") + "\n"
  }

  private func count(_ number: Int) -> TextTable.Cell {
    .init(number == 0 ? "·" : "\(number)", style: number == 0 ? .faint : .plain)
  }

  private func share(_ entry: AgentUsageEntry) -> TextTable.Cell {
    let share = entry.share(of: usage)
    return .init(share ?? "·", style: share == nil ? .faint : .plain)
  }

  private func around(_ entry: AgentUsageEntry) -> TextTable.Cell {
    if !entry.isUsed { return .init("unused", style: .warning) }
    let steps = StepKind.allCases.filter { $0 != .task }.compactMap { kind in
      entry.steps[kind].map { "\(kind.rawValue) \($0.count)" }
    }
    let words =
      entry.steps.isEmpty ? entry.place ?? "stands by" : steps.joined(separator: ", ")
    return .init(words, style: .faint)
  }

  /// The agents without work, by the reason, with what would bring them in.
  private func writeIdle(to output: inout StyledText) {
    let reasons = AgentIdleness.allCases.filter { reason in
      usage.entries.contains { $0.idleness == reason }
    }
    for (number, reason) in reasons.enumerated() {
      let entries = usage.entries.filter { $0.idleness == reason }
      guard let first = entries.first else { continue }
      output.endLine()
      let isShared =
        entries.count > 1
        && entries.allSatisfy {
          reason.reason($0) == reason.reason(first)
        }
      if [.noTasks, .unplannable].contains(reason) {
        writeLines("\(reason.reason(first)), so nobody has work", to: &output)
        continue
      }
      let names = entries.map(\.name).joined(separator: ", ")
      if isShared || entries.count == 1 {
        let verb = first.isUsed ? "stand\(entries.count == 1 ? "s" : "") by" : "unused"
        writeLines("\(verb), \(reason.reason(first)): \(names)", to: &output)
      } else {
        output.append("\(first.isUsed ? "stand by" : "unused"):")
        output.endLine()
        let width = entries.map(\.name.displayWidth).max() ?? 0
        for entry in entries {
          let indent = width + 4
          let lines = reason.reason(entry).wrapped(toWidth: max(20, terminal.width - indent))
          for (index, line) in lines.enumerated() {
            output.append(index == 0 ? "  \(entry.name.padded(toWidth: width))  " : "")
            if index > 0 { output.append(spaces: indent) }
            output.append(line)
            output.endLine()
          }
        }
      }
      let next = reasons.dropFirst(number + 1).first
      if let remedy = reason.remedy, next?.remedy != remedy {
        writeLines("help: \(remedy)", style: .faint, to: &output)
      }
    }
  }

  private func writeLines(
    _ text: String, style: TerminalStyle = .plain, to output: inout StyledText
  ) {
    for (index, line) in text.wrapped(toWidth: terminal.width - 2).enumerated() {
      if index > 0 { output.append(spaces: 2) }
      output.append(line, style)
      output.endLine()
    }
  }
}

extension AgentUsageEntry {
  /// The share of the steps of a plan, such as `12 %`; `nil` without steps.
  func share(of usage: AgentUsage) -> String? {
    guard stepCount > 0, usage.stepCount > 0 else { return nil }
    let percent = stepCount * 100 / usage.stepCount
    return percent == 0 ? "<1 %" : "\(percent) %"
  }
}
