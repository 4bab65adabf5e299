import Diagnostics
import SpecModel
import SpecPlanning

/// What is different from how the workspace was at a revision.
struct ChangesPage {
  let site: Site
  let changes: SiteChanges

  func file() -> SiteFile {
    site.frame.page("changes", "Changes") { markup in
      markup.element("h1", "Changes since \(changes.revision)")
      let features = FeatureChange.all(from: changes.former, to: site.features)
      if features.isEmpty {
        markup.element(
          "p", ["class": "note"], "No requirement, criterion or task is different.")
      }
      for change in features { write(change, to: &markup) }
      if let plan = changes.plan, !plan.isEmpty {
        markup.section("plan", "In the plan") { markup in
          markup.open(
            "pre", ["tabindex": "0", "role": "group", "aria-label": "Changes in the plan"])
          markup.write(
            lines: PlanDifferenceText(terminal: .plain).text(
              plan, title: "since \(changes.revision)"))
          markup.close("pre")
        }
      }
    }
  }

  private func write(_ change: FeatureChange, to markup: inout MarkupWriter) {
    markup.open("section")
    markup.open("h2")
    if let path = change.path {
      markup.element("a", ["href": SiteAddress.page(path + ".html", fromDepth: 0)], change.name)
    } else {
      markup.write(change.name)
    }
    if !change.words.isEmpty { markup.element("span", ["class": "path"], " " + change.words) }
    markup.close("h2")
    markup.open("ul", ["class": "changes"])
    for element in change.elements {
      markup.open("li")
      markup.element("span", ["class": "badge \(element.kind.rawValue)"], element.kind.rawValue)
      markup.write(" ")
      if let path = change.path, !element.place.isEmpty {
        markup.element(
          "a", ["href": SiteAddress.page(path + ".html", element.place, fromDepth: 0)], element.name
        )
      } else {
        markup.write(element.name)
      }
      markup.write(" " + element.text.plainWords.shortened(to: 200))
      markup.close("li")
    }
    markup.close("ul")
    markup.close("section")
    markup.endLine()
  }
}
