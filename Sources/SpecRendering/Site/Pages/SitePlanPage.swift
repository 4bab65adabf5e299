import SpecPlanning

/// The plan as a page of the documentation.
struct SitePlanPage {
  let site: Site

  func file() -> SiteFile {
    guard let picture = site.picture else {
      return site.frame.page("plan", "Plan") { markup in
        markup.element("h1", "Plan")
        markup.element("p", ["class": "note"], "The workspace cannot be planned as it is.")
        markup.open("p")
        markup.element("a", ["href": "findings.html"], "The findings say why")
        markup.close("p")
      }
    }
    return site.frame.page("plan", "Plan", styles: ["plan.css"], scripts: ["plan.js"]) { markup in
      PageHeader.write(picture, to: &markup)
      if picture.tasks.isEmpty {
        markup.element("p", ["class": "note"], "There is no task to plan.")
      } else {
        PageSections(picture: picture, isOverview: site.plansOnPagesOfFeatures).write(to: &markup)
      }
    }
  }
}

extension Site {
  /// Of more tasks none but those on the critical path stand on the page of the plan: a table of all of them
  /// takes a browser seconds to lay out.
  private static let planPageTaskLimit = 1_000

  /// Whether the tasks of the plan stand on the pages of their features instead of its own.
  var plansOnPagesOfFeatures: Bool { (picture?.tasks.count ?? 0) > Self.planPageTaskLimit }

  /// The plan to be drawn, with addresses from a page at the top.
  static func picture(_ contents: SiteContents, _ features: [SiteFeature]) -> PlanPicture? {
    guard let plan = contents.plan, let schedule = contents.schedule else { return nil }
    var picture = PlanPicture(plan, schedule)
    for feature in features {
      let page = SiteAddress.page(feature.path + ".html", fromDepth: 0) + "#"
      for (task, step) in feature.steps.enumerated() {
        guard let step else { continue }
        picture.addresses[step.id] = page + PageAnchor.fragment(feature.anchors.tasks[task])
      }
    }
    return picture
  }

  /// Where a step of the plan is shown, from a page so many folders down.
  func address(of step: SiteStep, fromDepth depth: Int) -> String {
    plansOnPagesOfFeatures
      ? "#" + PageAnchor.fragment(PageAnchor.id(step.id))
      : SiteAddress.page("plan.html", PageAnchor.id(step.id), fromDepth: depth)
  }
}
