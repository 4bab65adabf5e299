import Diagnostics
import SpecModel
import SpecPlanning
import SpecTracing

/// What the search page looks through, as a script: a page that is opened from a disk may load nothing else.
///
/// `pages` are addresses; `entries` are groups of four: the number of the page, the place in it, what it is
/// called, and its words.
struct SearchIndex {
  let site: Site

  private static let textLimit = 240

  func file() -> SiteFile {
    var writer = JSONWriter(pretty: false)
    writer.object { writer in
      writer.key("pages")
      writer.array { writer in
        for feature in site.features {
          writer.value(SiteAddress.page(feature.path + ".html", fromDepth: 0))
        }
        writer.value("agents.html")
        writer.value("rules.html")
      }
      writer.key("entries")
      writer.array { writer in
        for (number, feature) in site.features.enumerated() { add(feature, number, to: &writer) }
        addAgents(to: &writer)
        addRules(to: &writer)
      }
    }
    var text = ""
    writer.flush(to: &text)
    return SiteFile("assets/search-index.js", "window.specctlIndex = " + text + ";\n")
  }

  private func add(
    _ page: Int, _ place: String, _ name: String, _ words: String, to writer: inout JSONWriter
  ) {
    writer.value(page)
    writer.value(place)
    writer.value(name)
    writer.value(words.plainWords.shortened(to: Self.textLimit))
  }

  private func add(_ feature: SiteFeature, _ page: Int, to writer: inout JSONWriter) {
    let anchors = feature.anchors
    let kind = feature.isModule ? "module" : "feature"
    add(
      page, "", "\(kind) \(feature.name)",
      [feature.entry?.title?.value, feature.entry?.summary?.value].compactMap { $0 }
        .joined(separator: " "), to: &writer)
    for (index, requirement) in feature.trace.allRequirements.enumerated() {
      add(
        page, anchors.requirements[index], "\(feature.name) requirement \(requirement.id)",
        requirement.title, to: &writer)
      for (number, criterion) in requirement.criteria.enumerated() {
        add(
          page, anchors.criteria[index][number], "\(feature.name) criterion \(criterion.id)",
          criterion.text, to: &writer)
      }
    }
    for (index, section) in (feature.feature.design?.sections ?? []).enumerated() {
      add(page, anchors.sections[index], "\(feature.name) design", section.title.value, to: &writer)
    }
    for (index, task) in (feature.feature.tasks?.tasks ?? []).enumerated() {
      add(page, anchors.tasks[index], "\(feature.name) task \(task.id)", task.title, to: &writer)
    }
  }

  private func addAgents(to writer: inout JSONWriter) {
    let summaries = Dictionary(
      site.contents.workspace.agents.map { ($0.identity, $0.summary?.value ?? "") }
    ) { first, _ in first }
    for entry in site.contents.usage.entries {
      add(
        site.features.count, PageAnchor.id("agent-" + entry.name), "agent \(entry.name)",
        summaries[entry.name] ?? "", to: &writer)
    }
  }

  private func addRules(to writer: inout JSONWriter) {
    for rule in site.contents.outcome.rules.values.sorted(by: { $0.id < $1.id }) {
      add(
        site.features.count + 1, PageAnchor.id("rule-" + rule.id), "rule \(rule.id)", rule.summary,
        to: &writer)
    }
  }
}
