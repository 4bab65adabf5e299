import SpecModel

/// What is different from a revision, in Markdown.
struct MarkdownChanges {
  let site: Site
  let changes: SiteChanges

  func file() -> SiteFile {
    var page = MarkdownPage("Changes since \(changes.revision)")
    let features = FeatureChange.all(from: changes.former, to: site.features)
    if features.isEmpty { page.line("No requirement, criterion or task is different.") }
    for change in features {
      page.heading(change.name + (change.words.isEmpty ? "" : " (\(change.words))"))
      for (number, element) in change.elements.enumerated() {
        let name = PlanMarkdown.escaped(element.name)
        let link =
          change.path.flatMap { path in
            element.place.isEmpty
              ? nil
              : "[\(name)](\(SiteAddress.encoded(path)).md#\(PageAnchor.fragment(element.place)))"
          } ?? name
        page.item(
          "\(element.kind.rawValue): \(link) "
            + PlanMarkdown.escaped(element.text.plainWords.shortened(to: 200)), isFirst: number == 0
        )
      }
    }
    return page.file("changes.md")
  }
}
