import Diagnostics
import SpecModel
import SpecTracing

/// The page of a feature in Markdown.
struct MarkdownFeature {
  let site: MarkdownSite
  let feature: SiteFeature

  private var trace: TracedFeature { feature.trace }
  private var tasks: [TaskItem] { feature.feature.tasks?.tasks ?? [] }

  func file() -> SiteFile {
    var page = MarkdownPage(feature.name)
    writeHead(to: &page)
    writeRequirements(to: &page)
    writeDesign(to: &page)
    writeTasks(to: &page)
    return page.file(feature.path + ".md")
  }

  private func writeHead(to page: inout MarkdownPage) {
    if let summary = feature.entry?.summary?.value ?? feature.entry?.title?.value {
      page.line(PlanMarkdown.escaped(summary.oneLine))
    }
    if feature.counts.total > 0 {
      page.line("\(feature.counts.settled) of \(feature.counts.total) tasks done.")
    }
    let documents = feature.documents.map { kind, text in
      site.link(to: text.path, kind.words, depth: 1) ?? "`\(text.path)`"
    }
    page.line((["[Overview](../README.md)"] + documents).joined(separator: " · "))
    guard let entry = feature.entry else { return }
    let roles = [
      ("Primary", entry.primaryAgent.map { [$0.value] } ?? []),
      ("Supporting", entry.supportingAgents.map(\.value)), ("QA", entry.qaAgents.map(\.value)),
      ("Waits for", entry.dependsOn.map(\.value)),
    ].filter { !$0.1.isEmpty }
    for (number, (role, names)) in roles.enumerated() {
      page.item(
        "\(role): " + names.map(PlanMarkdown.escaped).joined(separator: ", "), isFirst: number == 0)
    }
  }

  private func writeRequirements(to page: inout MarkdownPage) {
    guard !trace.allRequirements.isEmpty else { return }
    page.heading("Requirements")
    page.table(["", "Requirement", "Tasks", "Done"] + EvidenceCells(site: site.site).columns)
    for (number, requirement) in trace.allRequirements.enumerated() {
      writeRow(
        .requirement(number), "**\(PlanMarkdown.escaped(requirement.title.plainWords))**",
        requirement.tasks, requirement.links, proof: TraceWords.proof(requirement), to: &page)
      for (place, criterion) in requirement.criteria.enumerated() {
        writeRow(
          .criterion(number, place), PlanMarkdown.escaped(criterion.text.plainWords),
          criterion.links.tasks.elements.sorted(), criterion.links,
          proof: TraceWords.proof(criterion.links), to: &page)
      }
    }
  }

  private func writeRow(
    _ target: TraceTarget, _ text: String, _ found: [Int], _ links: TraceLinks, proof: String,
    to page: inout MarkdownPage
  ) {
    page.row(
      [
        anchored(feature.anchors.id(target), trace.id(of: target)), text,
        MarkdownPage.listed(found) { task in
          let anchor = PageAnchor.fragment(feature.anchors.tasks[task])
          return "[\(PlanMarkdown.escaped(trace.tasks[task].id))](#\(anchor))"
        },
        found.isEmpty ? "" : "\(found.count { trace.tasks[$0].isSettled })/\(found.count)",
      ] + evidence(links, proof: proof))
  }

  private func evidence(_ links: TraceLinks, proof: String) -> [String] {
    site.site.evidence.map { measure in
      switch measure {
      case .code:
        MarkdownPage.listed(links.code.elements, of: links.code.count) {
          site.link(to: $0, $0.text, depth: 1)
        }
      case .tests:
        MarkdownPage.listed(links.tests.elements, of: links.tests.count) { test in
          let name =
            test.place.map { site.link(to: $0, test.shownName, depth: 1) }
            ?? PlanMarkdown.escaped(test.shownName)
          return "\(name) \(test.outcome.rawValue)"
        }
      default: proof
      }
    }
  }

  /// An id with a place that links lead to.
  private func anchored(_ anchor: String, _ words: String) -> String {
    var markup = MarkupWriter()
    markup.open("a", ["id": anchor])
    markup.close("a")
    return markup.text + PlanMarkdown.escaped(words)
  }

  private func writeDesign(to page: inout MarkdownPage) {
    guard let design = feature.feature.design, !design.sections.isEmpty else { return }
    page.heading("Design")
    let least = design.sections.map(\.level).min() ?? 1
    for (number, section) in design.sections.enumerated() {
      page.item(
        PlanMarkdown.escaped(section.title.value.plainWords), depth: section.level - least,
        isFirst: number == 0)
    }
  }

  private func writeTasks(to page: inout MarkdownPage) {
    guard !tasks.isEmpty else { return }
    page.heading("Tasks")
    page.table(["", "Task", "State", "Wave", "Agent", "For"])
    for (index, task) in tasks.enumerated() {
      let targets = feature.targets(ofTask: index)
      let words = MarkdownPage.listed(targets.elements, of: targets.count) { target in
        let anchor = PageAnchor.fragment(feature.anchors.id(target))
        return "[\(PlanMarkdown.escaped(trace.id(of: target)))](#\(anchor))"
      }
      let step = feature.steps[index]
      let title = PlanMarkdown.escaped(task.title.plainWords)
      page.row([
        anchored(feature.anchors.tasks[index], task.id), task.isLeaf ? title : "**\(title)**",
        task.isLeaf ? task.state.words : "", step.map { "\($0.wave)" } ?? "",
        PlanMarkdown.escaped(step?.agent ?? ""),
        feature.isForAll(index) ? "everything" : words,
      ])
    }
  }
}
