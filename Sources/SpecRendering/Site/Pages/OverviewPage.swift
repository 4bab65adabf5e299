import Diagnostics
import SpecModel
import SpecPlanning
import SpecTracing

/// The first page: how far everything is, and what can be done now.
struct OverviewPage {
  let site: Site

  private static let startLimit = 12

  func file() -> SiteFile {
    site.frame.page("index", site.contents.title) { markup in
      markup.element("h1", site.contents.title)
      markup.numbers(numbers)
      let counts = site.features.map(\.counts).reduce(TaskCounts(nil), +)
      if counts.total > 0 {
        markup.open("p")
        markup.progress(counts.settled, of: counts.total, "Tasks done")
        markup.write(" tasks done")
        markup.close("p")
      }
      writeStart(to: &markup)
      writeFeatures(site.features.filter { !$0.isModule }, "Features", "features", to: &markup)
      writeFeatures(site.features.filter(\.isModule), "Modules", "modules", to: &markup)
      if site.features.isEmpty {
        markup.element(
          "p", ["class": "note"],
          "There is no feature yet: 'specctl init feature NAME' makes the first one.")
      }
    }
  }

  private var numbers: [(name: String, value: String)] {
    let contents = site.contents
    let features = site.features.count { !$0.isModule }
    var numbers = [("Features", "\(features)")]
    if features < site.features.count {
      numbers.append(("Modules", "\(site.features.count - features)"))
    }
    let requirements = site.features.reduce(0) { $0 + $1.trace.requirements.count }
    numbers.append(("Requirements", PlanWords.grouped(requirements)))
    numbers.append(
      ("Tasks", PlanWords.grouped(site.features.reduce(0) { $0 + $1.counts.total })))
    if let plan = contents.plan { numbers.append(("Waves left", "\(plan.waves.count)")) }
    numbers.append(("Agents", "\(contents.usage.total)"))
    numbers.append(("Errors", PlanWords.grouped(contents.outcome.count(of: .error))))
    numbers.append(("Warnings", PlanWords.grouped(contents.outcome.count(of: .warning))))
    return numbers
  }

  /// The tasks of the first wave: nothing that is open has to be done before them.
  private func writeStart(to markup: inout MarkupWriter) {
    guard let plan = site.contents.plan else {
      markup.element(
        "p", ["class": "note"],
        "The workspace cannot be planned as it is; the findings say why.")
      return
    }
    guard let first = plan.waves.first, !first.isEmpty else { return }
    markup.section("start", "What can start now") { markup in
      markup.open("ul", ["class": "start"])
      for index in first.prefix(Self.startLimit) {
        let assignment = plan.assignments[index]
        markup.open("li")
        if let address = site.picture?.addresses[assignment.id] {
          markup.element("a", ["href": address], assignment.id)
        } else {
          markup.write(assignment.id)
        }
        markup.write(" " + assignment.title.plainWords.shortened(to: 120))
        if let agent = assignment.agent {
          markup.badges([
            SiteBadge(
              kind: .agent, words: agent,
              address: site.places.address(ofAgent: agent, fromDepth: 0) ?? "")
          ])
        }
        markup.close("li")
      }
      markup.close("ul")
      if first.count > Self.startLimit {
        markup.open("p")
        markup.element(
          "a", ["href": "plan.html"], "and \(first.count - Self.startLimit) more in the plan")
        markup.close("p")
      }
    }
  }

  private func writeFeatures(
    _ features: [SiteFeature], _ title: String, _ id: StaticString, to markup: inout MarkupWriter
  ) {
    guard !features.isEmpty else { return }
    markup.section(id, title) { markup in
      if features.count > 8 { markup.filter("\(id)-table", "Show only") }
      markup.table(
        title, id: "\(id)-table",
        columns: ["Name", "Tasks done", "Requirements", "Waves", "Agent", "Findings"]
      ) { markup in
        for feature in features { writeRow(feature, to: &markup) }
      }
    }
  }

  private func writeRow(_ feature: SiteFeature, to markup: inout MarkupWriter) {
    markup.open("tr")
    markup.open("th", ["scope": "row"])
    markup.element(
      "a", ["href": SiteAddress.page(feature.path + ".html", fromDepth: 0)], feature.name)
    markup.close("th")
    markup.open("td")
    markup.progress(feature.counts.settled, of: feature.counts.total, "Tasks done")
    markup.close("td")
    let count = feature.trace.requirements.count
    markup.element("td", ["class": "number"], count == 0 ? "" : "\(count)")
    markup.element("td", ["class": "number"], feature.waves ?? "")
    markup.open("td")
    if let agent = feature.entry?.primaryAgent?.value {
      if let address = site.places.address(ofAgent: agent, fromDepth: 0) {
        markup.element("a", ["href": address], agent)
      } else {
        markup.write(agent)
      }
    }
    markup.close("td")
    markup.element("td", site.findingWords(feature))
    markup.close("tr")
    markup.endLine()
  }
}

extension Site {
  /// Such as `1 error, 2 warnings`; empty where there is neither.
  func findingWords(_ feature: SiteFeature) -> String {
    let found = feature.findings.map { contents.outcome.findings[$0].severity }
    let errors = found.count { $0 == .error }
    let warnings = found.count { $0 == .warning }
    return [
      errors == 0 ? nil : "\(errors) error\(errors == 1 ? "" : "s")",
      warnings == 0 ? nil : "\(warnings) warning\(warnings == 1 ? "" : "s")",
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
