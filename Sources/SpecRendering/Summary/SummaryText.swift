package import Diagnostics
import SpecModel
import SpecPlanning

/// Where a workspace stands, for people.
package struct SummaryText: Sendable {
  /// Tables are no wider than the terminal.
  package var terminal: TerminalTraits
  /// Whether findings of severity note are listed.
  package var showsNotes: Bool

  private static let findingLimit = 10
  private static let partLimit = 30
  private static let readyLimit = 12

  package init(terminal: TerminalTraits = .plain, showsNotes: Bool = false) {
    self.terminal = terminal
    self.showsNotes = showsNotes
  }

  /// Verdict and findings, progress, what can start, and what a change does to the plan.
  package func text(_ summary: WorkspaceSummary) -> String {
    var text = StyledText(showsColor: terminal.showsColor)
    writeFindings(of: summary, to: &text)
    writeProgress(of: summary, to: &text)
    writeReady(in: summary, to: &text)
    return text.text + change(in: summary)
  }

  private func writeFindings(of summary: WorkspaceSummary, to text: inout StyledText) {
    let outcome = summary.outcome
    let verdict = summary.fails ? "fails" : "passes"
    text.append(
      "\(outcome.counts(showsNotes: showsNotes)): \(verdict) at '\(summary.threshold.rawValue)'",
      summary.fails ? .error : .success)
    text.endLine()
    let shown = Severity.allCases.reversed().flatMap { severity in
      outcome.findings.filter { $0.severity == severity && (showsNotes || severity > .note) }
    }
    var tables = LineTables(of: outcome)
    for finding in shown.prefix(Self.findingLimit) {
      let place = tables.place(finding.range, in: finding.path)
      let words = "\(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
      text.append("  " + outcome.path(place), .faint)
      text.endLine()
      for line in words.visible.wrapped(toWidth: terminal.width - 4) {
        text.append("    " + line)
        text.endLine()
      }
    }
    writeRest(shown.count - Self.findingLimit, "'specctl validate' lists all", to: &text)
  }

  private func writeProgress(of summary: WorkspaceSummary, to text: inout StyledText) {
    let tasks = summary.tasks
    text.endLine()
    text.append("\(tasks.settled) of \(tasks.total) tasks done", .heading)
    if let coverage = summary.coverage {
      text.append(
        "; tasks cite \(coverage.citedRequirements) of \(coverage.requirements) requirements")
    }
    text.endLine()
    if summary.plan == nil {
      text.append("the tasks cannot be planned; 'specctl plan' says why", .error)
      text.endLine()
    }
    guard !summary.parts.isEmpty else { return }
    var table = TextTable([
      .init("feature", isCut: false), .init("progress", alignment: .right),
      .init("done", alignment: .right), .init("open", alignment: .right),
      .init("in progress", alignment: .right), .init("waves left", alignment: .right),
      .init("cited", alignment: .right),
    ])
    for part in summary.partsByNeed.prefix(Self.partLimit) {
      let counts = part.tasks
      table.append([
        .init(part.name),
        .init(
          counts.total == 0 ? "no tasks" : "\(Bar(counts.settled, of: counts.total).percentage) %"),
        "\(counts.settled)", "\(counts.open)", "\(counts.inProgress)",
        .init(part.wavesLeft.map(String.init) ?? "–"),
        .init(part.coverage.map { "\($0.citedRequirements)/\($0.requirements)" } ?? "–"),
      ])
    }
    table.write(to: &text, width: terminal.width)
    writeRest(summary.parts.count - Self.partLimit, "'specctl status' shows all", to: &text)
  }

  private func writeReady(in summary: WorkspaceSummary, to text: inout StyledText) {
    guard !summary.ready.isEmpty else { return }
    text.endLine()
    text.append("can start now", .heading)
    text.endLine()
    var table = TextTable([.init("", isCut: false), .init(""), .init("")])
    for task in summary.ready.prefix(Self.readyLimit) {
      table.append([
        .init("  " + task.id), .init(task.title + (task.isInProgress ? " (begun)" : "")),
        .init(task.agent ?? "no agent", style: .faint),
      ])
    }
    table.write(to: &text, width: terminal.width)
    writeRest(summary.ready.count - Self.readyLimit, "'specctl plan' shows all", to: &text)
  }

  private func change(in summary: WorkspaceSummary) -> String {
    guard let (revision, what) = summary.change else { return "" }
    var text = StyledText(showsColor: terminal.showsColor)
    text.endLine()
    switch what {
    case .unknown(let reason):
      text.append("the plan cannot be compared with that at '\(revision)': \(reason)")
      text.endLine()
    case .known(let difference) where difference.isEmpty:
      text.append("the plan is the same as at '\(revision)'")
      text.endLine()
    case .known(let difference):
      return text.text
        + PlanDifferenceText(terminal: terminal)
        .text(difference, title: "the plan since '\(revision)'")
    }
    return text.text
  }

  private func writeRest(_ count: Int, _ help: String, to text: inout StyledText) {
    guard count > 0 else { return }
    text.append("  …and \(count) more; \(help)", .faint)
    text.endLine()
  }
}
