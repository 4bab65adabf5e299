import Diagnostics
import SpecModel
import SpecPlanning

/// Where a workspace stands as Markdown, for the page of a job or a comment on a change.
///
/// Nothing in a document can add markup, links, mentions or rows. The whole is no longer than a limit;
/// what has no room is counted.
package struct SummaryMarkdown: Sendable {
  /// The most bytes of UTF-8; GitHub takes 1 MiB in a summary, 65,536 characters in a comment.
  package let byteLimit: Int
  /// Whether findings of severity note are listed.
  package let showsNotes: Bool

  /// The least that ``byteLimit`` can be.
  package static let leastBytes = 20_000
  /// No reader wants more of what is told elsewhere in full.
  private static let findingLimit = 50
  private static let partLimit = 200
  private static let readyLimit = 50

  /// A limit below ``leastBytes`` is raised to it.
  package init(byteLimit: Int = 60_000, showsNotes: Bool = false) {
    self.byteLimit = max(byteLimit, Self.leastBytes)
    self.showsNotes = showsNotes
  }

  /// A part of the text that can be cut.
  private struct Section {
    /// The bytes of the whole.
    var size: Int
    /// The text in no more than some bytes.
    var text: (Int) -> String
  }

  /// Verdict and findings, progress, what can start, and what a change does to the plan.
  package func text(_ summary: WorkspaceSummary) -> String {
    let sections = [
      findings(of: summary), progress(of: summary), ready(in: summary), change(in: summary),
    ].compactMap { $0 }
    let room = byteLimit - (sections.count - 1)
    return zip(sections, shares(of: room, sizes: sections.map(\.size)))
      .map { section, share in section.text(share) }.joined(separator: "\n")
  }

  /// How much each section gets: what it needs where all can have as much, and the rest of the room for
  /// those that need more.
  private func shares(of room: Int, sizes: [Int]) -> [Int] {
    var shares = [Int](repeating: 0, count: sizes.count)
    var left = room
    for (place, section) in sizes.indices.sorted(by: { sizes[$0] < sizes[$1] }).enumerated() {
      shares[section] = min(sizes[section], left / (sizes.count - place))
      left -= shares[section]
    }
    return shares
  }

  // MARK: Sections

  private func findings(of summary: WorkspaceSummary) -> Section {
    let word = summary.threshold.rawValue
    let remark =
      summary.fails
      ? "**Fails**: there are findings of severity \(word)\(summary.threshold == .error ? "" : " or above")."
      : "**Passes**: no finding reaches severity \(word)."
    func text(_ limit: Int) -> String {
      var reporter = MarkdownReporter(showsNotes: showsNotes, byteLimit: limit, remark: remark)
      reporter.findingLimit = Self.findingLimit
      return reporter.text(of: summary.outcome)
    }
    // The reporter keeps room for the words that count the rest.
    return Section(size: text(byteLimit).utf8.count + 300, text: text)
  }

  private func progress(of summary: WorkspaceSummary) -> Section {
    let tasks = summary.tasks
    guard tasks.total > 0 else { return section("### Progress: no tasks\n") }
    let bar = Bar(tasks.settled, of: tasks.total)
    var head = "### Progress: \(tasks.settled) of \(tasks.total) tasks done (\(bar.percentage) %)\n"
    if let coverage = summary.coverage {
      head += "\nTasks cite \(coverage.citedRequirements) of \(coverage.requirements) requirements"
      head += " and \(coverage.citedCriteria) of \(coverage.criteria) criteria.\n"
    }
    if let plan = summary.plan {
      if plan.tasks > 0 {
        head += "\nLeft: \(counted(plan.tasks, "task")) in \(counted(plan.waves, "wave")), "
        head += "\(TimeSpan.text(plan.makespan)) from start to end.\n"
      }
    } else {
      head += "\n**The tasks cannot be planned** (\(counted(summary.planFaults, "fault"))); "
      head += "`specctl plan` says why.\n"
    }
    head += """

      | \(summary.parts.contains { $0.kind == .feature } ? "Feature" : "Module") | Progress | Done \
      | Open | In progress | Waves left | Requirements cited | Criteria cited |
      | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |

      """
    return section(head, rows: summary.partsByNeed, limit: Self.partLimit, "more", row: Self.row)
  }

  private static func row(_ part: WorkspaceSummary.Part) -> String {
    let tasks = part.tasks
    let bar = tasks.total == 0 ? "no tasks" : Bar(tasks.settled, of: tasks.total, width: 10).text
    var row = "| \(MarkdownText.inline(part.name)) | \(bar) | \(tasks.settled) | \(tasks.open) "
    row += "| \(tasks.inProgress) | \(part.wavesLeft.map(String.init) ?? "–") "
    guard let coverage = part.coverage else { return row + "| – | – |\n" }
    row += "| \(coverage.citedRequirements) of \(coverage.requirements) "
    row += "| \(coverage.citedCriteria) of \(coverage.criteria) |\n"
    return row
  }

  private func ready(in summary: WorkspaceSummary) -> Section? {
    guard !summary.ready.isEmpty else { return nil }
    let agents = summary.readyAgents
    var names = agents.prefix(6).map {
      "\(MarkdownText.inline($0.name ?? "nobody", byteLimit: 48)) \($0.count)"
    }
    if agents.count > names.count { names.append("\(agents.count - names.count) more") }
    return section(
      """
      ### Can start now: \(counted(summary.ready.count, "task"))

      By agent: \(names.joined(separator: ", ")).

      | Task | Title | Agent |
      | --- | --- | --- |

      """, rows: summary.ready, limit: Self.readyLimit, "more task"
    ) { task in
      let title = MarkdownText.inline(task.title, byteLimit: 200)
      let agent = MarkdownText.inline(task.agent ?? "no agent")
      let begun = task.isInProgress ? " (begun)" : ""
      return "| \(MarkdownText.inline(task.id)) | \(title)\(begun) | \(agent) |\n"
    }
  }

  private func change(in summary: WorkspaceSummary) -> Section? {
    guard let (revision, what) = summary.change else { return nil }
    let base = MarkdownText.inline(revision, byteLimit: 100)
    switch what {
    case .unknown(let reason):
      let reason = MarkdownText.inline(reason, byteLimit: 200)
      return section("### Plan\n\nIt cannot be compared with that at \(base): \(reason).\n")
    case .known(let difference):
      let whole = PlanDifferenceMarkdown.text(difference, base: revision)
      return Section(size: whole.utf8.count) { limit in
        whole.utf8.count <= limit
          ? whole
          : "### Plan\n\nWhat is different from \(base) has no room here; "
            + "`specctl plan --diff` shows it.\n"
      }
    }
  }

  // MARK: Cutting

  private func section(_ text: String) -> Section {
    Section(size: text.utf8.count) { _ in text }
  }

  /// A head and as many rows as there is room for, with a count of the others.
  private func section<Row>(
    _ head: String, rows: [Row], limit rowLimit: Int, _ noun: String, row: (Row) -> String
  ) -> Section {
    let shown = rows.prefix(rowLimit).map(row)
    let reserve = rows.count > 1 ? 64 : 0
    let size = head.utf8.count + shown.reduce(0) { $0 + $1.utf8.count } + reserve
    return Section(size: size) { limit in
      var text = head
      var count = 0
      for row in shown {
        guard text.utf8.count + row.utf8.count + reserve <= limit else { break }
        text += row
        count += 1
      }
      guard count < rows.count else { return text }
      let left = rows.count - count
      return text + "\n…and \(noun == "more" ? "\(left) more" : counted(left, noun)).\n"
    }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
