import SpecPlanning

/// The plan as a page of the documentation.
struct SitePlanPage {
  let site: Site

  func file() -> SiteFile {
    guard let plan = site.contents.plan, let schedule = site.contents.schedule else {
      return site.frame.page("plan", "Plan") { markup in
        markup.element("h1", "Plan")
        markup.element("p", ["class": "note"], "The workspace cannot be planned as it is.")
        markup.open("p")
        markup.element("a", ["href": "findings.html"], "The findings say why")
        markup.close("p")
      }
    }
    let entries =
      site.frame.entries.map { (name: $0.name, address: $0.path + ".html") }
      + [(name: "Search", address: "search.html")]
    var picture = PlanPicture(plan, schedule)
    picture.addresses = addresses
    return SiteFile("plan.html", PlanPage.text(picture, navigation: entries))
  }

  /// Where the pages of features show the tasks of the plan.
  private var addresses: [String: String] {
    var found: [String: String] = [:]
    for feature in site.features {
      for (task, step) in feature.steps.enumerated() {
        guard let step else { continue }
        found[step.id] = SiteAddress.page(
          feature.path + ".html", feature.anchors.tasks[task], fromDepth: 0)
      }
    }
    return found
  }
}
