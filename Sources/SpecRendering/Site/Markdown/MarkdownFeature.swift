import Diagnostics
import SpecModel

/// The page of a feature in Markdown.
struct MarkdownFeature {
  let site: MarkdownSite
  let feature: SiteFeature

  private var trace: FeatureTrace { feature.trace }
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
    guard let document = feature.feature.requirements, !document.requirements.isEmpty else {
      return
    }
    page.heading("Requirements")
    page.table(["", "Requirement", "Tasks", "Done"])
    for (index, requirement) in document.requirements.enumerated() {
      writeRow(
        requirement.id, "**\(PlanMarkdown.escaped(requirement.title.plainWords))**",
        feature.anchors.requirements[index], trace.tasksOfRequirement[index], to: &page)
      for (number, criterion) in requirement.criteria.enumerated() {
        writeRow(
          criterion.id, PlanMarkdown.escaped(document.text.text(criterion.textRange).plainWords),
          feature.anchors.criteria[index][number], trace.tasksOfCriterion[index][number], to: &page)
      }
    }
  }

  private func writeRow(
    _ id: String, _ text: String, _ anchor: String, _ found: [Int], to page: inout MarkdownPage
  ) {
    let found = trace.tasksForAll.isEmpty ? found : (found + trace.tasksForAll).uniqued
    page.row([
      anchored(anchor, id), text,
      found.prefix(24).map { task in
        "[\(PlanMarkdown.escaped(tasks[task].id))](#\(PageAnchor.fragment(feature.anchors.tasks[task])))"
      }.joined(separator: ", ") + (found.count > 24 ? " and \(found.count - 24) more" : ""),
      found.isEmpty ? "" : "\(found.count { tasks[$0].state.isSettled })/\(found.count)",
    ])
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
    let requirements = feature.feature.requirements?.requirements ?? []
    for (index, task) in tasks.enumerated() {
      let targets = trace.targetsOfTask[index].prefix(24).map { target in
        let requirement = requirements[target.requirement]
        let id = target.criterion.map { requirement.criteria[$0].id } ?? requirement.id
        return "[\(PlanMarkdown.escaped(id))](#\(PageAnchor.fragment(feature.anchors.id(target))))"
      }
      let step = feature.steps[index]
      let title = PlanMarkdown.escaped(task.title.plainWords)
      page.row([
        anchored(feature.anchors.tasks[index], task.id), task.isLeaf ? title : "**\(title)**",
        task.isLeaf ? task.state.words : "", step.map { "\($0.wave)" } ?? "",
        PlanMarkdown.escaped(step?.agent ?? ""),
        trace.tasksForAll.contains(index) ? "everything" : targets.joined(separator: ", "),
      ])
    }
  }
}
