import Diagnostics
import SpecModel
import SpecPlanning

/// The documentation of a workspace as pages for a browser.
///
/// The pages need nothing but each other, the style and the scripts beside them: no server, no network.
/// The same contents give the same bytes.
package struct Site: Sendable {
  let contents: SiteContents
  let features: [SiteFeature]
  let frame: SiteFrame
  let places: SitePlaces
  /// The plan to be drawn; `nil` where there is none.
  let picture: PlanPicture?
  /// The number of each task in the picture, by the id of its step.
  let taskNumbers: [String: Int]

  /// Looks up what the pages say of each other; near linear in the workspace.
  package init(_ contents: SiteContents) async {
    self.contents = contents
    var features = await SiteFeature.all(of: contents)
    places = SitePlaces(contents, features: &features)
    self.features = features
    picture = Self.picture(contents, features)
    taskNumbers = Dictionary(
      (picture?.tasks ?? []).enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
    var entries = [
      SiteFrame.Entry(path: "index", name: "Overview"),
      SiteFrame.Entry(path: "plan", name: "Plan"),
      SiteFrame.Entry(path: "traceability", name: "Traceability"),
      SiteFrame.Entry(path: "agents", name: "Agents"),
      SiteFrame.Entry(path: "findings", name: "Findings"),
      SiteFrame.Entry(path: "rules", name: "Rules"),
    ]
    if contents.changes != nil { entries.append(SiteFrame.Entry(path: "changes", name: "Changes")) }
    frame = SiteFrame(title: contents.title, entries: entries)
  }

  /// All files, sorted by path; pages of features are made side by side.
  package func files() async -> [SiteFile] {
    async let others = sharedFiles()
    let pages = await features.indices.sideBySide { number in
      FeaturePage(site: self, feature: features[number]).file()
    }
    return (pages + (await others)).sorted { $0.path < $1.path }
  }

  private func sharedFiles() async -> [SiteFile] {
    var files = [
      OverviewPage(site: self).file(), TracePage(site: self).file(), AgentsPage(site: self).file(),
      FindingsPage(site: self).file(), RulesPage(site: self).file(), SearchPage(site: self).file(),
      SearchIndex(site: self).file(), SitePlanPage(site: self).file(),
      SiteFile("assets/site.css", PageParts.siteStyle),
      SiteFile("assets/site.js", PageParts.siteScript),
    ]
    if picture != nil {
      files += [
        SiteFile("assets/plan.css", PageParts.sitePlanStyle),
        SiteFile("assets/plan.js", PageParts.planScript),
      ]
    }
    if let changes = contents.changes {
      files.append(ChangesPage(site: self, changes: changes).file())
    }
    return files
  }
}
