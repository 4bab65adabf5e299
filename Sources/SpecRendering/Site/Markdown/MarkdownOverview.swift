import Diagnostics
import SpecModel
import SpecPlanning
import SpecTracing

/// The first page of a documentation in Markdown.
struct MarkdownOverview {
  let site: MarkdownSite

  func file() -> SiteFile {
    let contents = site.site.contents
    var page = MarkdownPage(contents.title)
    let counts = site.site.features.map(\.counts).reduce(TaskCounts(nil), +)
    page.line(
      PlanWords.count(site.site.features.count, "feature")
        + ", \(counts.settled) of \(counts.total) tasks done, "
        + "\(contents.outcome.count(of: .error)) errors, "
        + "\(contents.outcome.count(of: .warning)) warnings.")
    page.line(
      ([
        "[Plan](plan.md)", "[Traceability](traceability.md)", "[Agents](agents.md)",
        "[Findings](findings.md)",
      ] + (contents.changes == nil ? [] : ["[Changes](changes.md)"])).joined(separator: " · "))
    writeStart(to: &page)
    writeFeatures(to: &page)
    return page.file("README.md")
  }

  private func writeStart(to page: inout MarkdownPage) {
    guard let plan = site.site.contents.plan, let first = plan.waves.first, !first.isEmpty else {
      return
    }
    page.heading("What can start now")
    for (number, index) in first.prefix(12).enumerated() {
      let assignment = plan.assignments[index]
      let agent = assignment.agent.map { " (\(PlanMarkdown.escaped($0)))" } ?? ""
      page.item(
        "**\(PlanMarkdown.escaped(assignment.id))** "
          + PlanMarkdown.escaped(assignment.title.plainWords.shortened(to: 120)) + agent,
        isFirst: number == 0)
    }
    if first.count > 12 { page.line("and \(first.count - 12) more in [the plan](plan.md).") }
  }

  private func writeFeatures(to page: inout MarkdownPage) {
    guard !site.site.features.isEmpty else {
      return page.line("There is no feature yet.")
    }
    page.heading("Features")
    page.table(["Name", "Tasks done", "Requirements", "Waves", "Agent", "Findings"])
    for feature in site.site.features {
      let count = feature.trace.requirements.count
      page.row([
        "[\(PlanMarkdown.escaped(feature.name))](\(SiteAddress.encoded(feature.path)).md)",
        feature.counts.total == 0 ? "" : "\(feature.counts.settled)/\(feature.counts.total)",
        count == 0 ? "" : "\(count)", feature.waves ?? "",
        PlanMarkdown.escaped(feature.entry?.primaryAgent?.value ?? ""),
        site.site.findingWords(feature),
      ])
    }
  }
}
