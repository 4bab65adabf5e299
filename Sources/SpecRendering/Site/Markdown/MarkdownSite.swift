import Diagnostics
import SpecModel
import SpecPlanning
import SpecTracing

/// The documentation of a workspace as Markdown, for a repository or a wiki.
///
/// It tells what the pages of a ``Site`` tell, with links to the documents in place of their text.
package struct MarkdownSite: Sendable {
  let site: Site
  /// The way from the folder of the documentation to the root of the workspace, such as `../../`; `nil`
  /// where no link can lead there.
  let root: String?

  /// Of longer lists the rest is left out.
  private static let rowLimit = 2_000

  /// Near linear in the workspace.
  package init(_ contents: SiteContents, root: String?) async {
    site = await Site(contents)
    self.root = root
  }

  /// All files, sorted by path.
  package func files() async -> [SiteFile] {
    let pages = await site.features.indices.sideBySide { number in
      MarkdownFeature(site: self, feature: site.features[number]).file()
    }
    var files = [
      MarkdownOverview(site: self).file(), agents(), findings(), traceability(), plan(),
    ]
    if let changes = site.contents.changes {
      files.append(MarkdownChanges(site: site, changes: changes).file())
    }
    return (pages + files).sorted { $0.path < $1.path }
  }

  // MARK: Pages

  private func plan() -> SiteFile {
    guard let picture = site.picture else {
      var page = MarkdownPage("Plan")
      page.line("The workspace cannot be planned as it is; [the findings](findings.md) say why.")
      return page.file("plan.md")
    }
    return SiteFile(
      "plan.md", MarkdownPage.head + PlanMarkdown.text(picture))
  }

  private func agents() -> SiteFile {
    var page = MarkdownPage("Agents")
    let usage = site.contents.usage
    let files = Dictionary(
      site.contents.workspace.agents.map { ($0.identity, $0) }
    ) { first, _ in first }
    page.line("\(usage.used) of \(usage.total) agents used, \(usage.working) of them with work.")
    guard !usage.entries.isEmpty else { return page.file("agents.md") }
    page.table([
      "Agent", "What for", "Primary in", "Supporting in", "QA in", "Steps", "Model", "Tools",
    ])
    for entry in usage.entries {
      let file = files[entry.name]
      let tools = file.map { $0.tools?.map(\.value).joined(separator: ", ") ?? "all" }
      page.row([
        file.flatMap { link(to: $0.file.path, entry.name, depth: 0) }
          ?? PlanMarkdown.escaped(entry.name),
        PlanMarkdown.escaped((file?.summary?.value ?? "").oneLine.shortened(to: 200)),
        features(entry.primaryIn), features(entry.supportingIn), features(entry.qaIn),
        entry.stepCount == 0 ? "" : "\(entry.stepCount)",
        PlanMarkdown.escaped(file?.model?.value ?? ""), PlanMarkdown.escaped(tools ?? ""),
      ])
    }
    return page.file("agents.md")
  }

  private func features(_ names: [String]) -> String {
    names.prefix(16).map { name in
      let words = PlanMarkdown.escaped(name)
      return site.places.feature(named: name).map {
        "[\(words)](\(SiteAddress.encoded(site.features[$0].path)).md)"
      } ?? words
    }.joined(separator: ", ") + (names.count > 16 ? " and \(names.count - 16) more" : "")
  }

  private func findings() -> SiteFile {
    var page = MarkdownPage("Findings")
    let outcome = site.contents.outcome
    page.line(
      "\(outcome.count(of: .error)) errors, \(outcome.count(of: .warning)) warnings, "
        + "\(outcome.count(of: .note)) notes.")
    // Notes are left out: pages in a repository would change with every word.
    let shown = outcome.findings.filter { $0.severity > .note }
      .enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
      .map(\.element)
    guard !shown.isEmpty else { return page.file("findings.md") }
    page.table(["Severity", "Finding", "Where", "Rule"])
    for finding in shown.prefix(Self.rowLimit) {
      page.row([
        finding.severity.rawValue,
        PlanMarkdown.escaped(finding.message + (finding.help.map { " (\($0))" } ?? "")),
        link(to: finding.path, finding.path, depth: 0) ?? PlanMarkdown.escaped(finding.path),
        PlanMarkdown.escaped(finding.rule),
      ])
    }
    return page.file("findings.md")
  }

  private func traceability() -> SiteFile {
    var page = MarkdownPage("Traceability")
    let report = site.contents.trace
    if let inputs = TraceWords.inputs(report.inputs) { page.line("Looked at \(inputs).") }
    let measures = [.tasks, .done] + site.evidence
    page.table(
      ["Feature", "Requirements", "Criteria"] + measures.map(\.heading) + ["Without a task"])
    for feature in site.tracedFeatures {
      let address = SiteAddress.encoded(feature.path) + ".md"
      let coverage = feature.trace.coverage
      let missing = MarkdownPage.listed(feature.targetsWithoutTask, limit: 12) { target in
        let anchor = PageAnchor.fragment(feature.anchors.id(target))
        return "[\(PlanMarkdown.escaped(feature.trace.id(of: target)))](\(address)#\(anchor))"
      }
      page.row(
        [
          "[\(PlanMarkdown.escaped(feature.name))](\(address))", "\(coverage.requirements)",
          "\(coverage.criteria)",
        ] + measures.map { "\(coverage.count($0))/\(coverage.criteria)" } + [
          feature.trace.isCited ? missing : "no task names a requirement"
        ])
    }
    writeOrphans(report.orphans, to: &page)
    return page.file("traceability.md")
  }

  /// The tags and tests that lead nowhere.
  private func writeOrphans(_ orphans: TraceOrphans, to page: inout MarkdownPage) {
    if !orphans.unknownTags.isEmpty { page.heading("Tags that name nothing") }
    for (number, tag) in orphans.unknownTags.prefix(Self.rowLimit).enumerated() {
      let place =
        tag.place.map { link(to: $0, $0.text, depth: 0) } ?? PlanMarkdown.escaped(tag.test ?? "")
      let message = [tag.message, tag.help].compactMap { $0 }.joined(separator: "; ")
      page.item(
        "\(PlanMarkdown.escaped(tag.text)) (\(place)): \(PlanMarkdown.escaped(message))",
        isFirst: number == 0)
    }
    if !orphans.tests.isEmpty { page.heading("Tests with a tag and without a result") }
    for (number, test) in orphans.tests.prefix(Self.rowLimit).enumerated() {
      let name = test.name.isEmpty ? test.place.text : test.name
      page.item(
        "\(link(to: test.place, name, depth: 0)): \(test.reason)", isFirst: number == 0)
    }
  }

  // MARK: Links

  /// A link to a file of the workspace from a page so many folders down.
  func link(to path: String, _ words: String, depth: Int) -> String? {
    root.map { root in
      let way = String(repeating: "../", count: depth) + root
      return "[\(PlanMarkdown.escaped(words))](\(way)\(SiteAddress.encoded(path)))"
    }
  }

  /// A link to a line of a file from a page so many folders down.
  func link(to place: TracePlace, _ words: String, depth: Int) -> String {
    let escaped = PlanMarkdown.escaped(words)
    guard let root else {
      return site.contents.sources.map { "[\(escaped)](\($0.link(to: place)))" } ?? escaped
    }
    let way = String(repeating: "../", count: depth) + root
    return "[\(escaped)](\(way)\(SiteAddress.encoded(place.path))#L\(place.line))"
  }
}
