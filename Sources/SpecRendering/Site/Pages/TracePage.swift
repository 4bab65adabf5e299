import SpecModel
import SpecTracing

/// Which requirements have tasks, code and tests, for all features: in numbers, and as the matrix itself where
/// it is not too long.
struct TracePage {
  let site: Site

  /// More rows than these stand on the pages of their features only.
  private static let rowLimit = 3_000
  private static let gapLimit = 12

  private var report: TraceReport { site.contents.trace }
  private var measures: [TraceCoverage.Measure] { [.tasks, .done] + site.evidence }

  func file() -> SiteFile {
    let features = site.tracedFeatures
    return site.frame.page("traceability", "Traceability") { markup in
      markup.element("h1", "Traceability")
      markup.element(
        "p", ["class": "lead"],
        site.evidence.isEmpty
          ? "From requirements and criteria to the tasks that are for them."
          : "From requirements and criteria to the tasks, the code and the tests that are for them."
      )
      if let inputs = TraceWords.inputs(report.inputs) {
        markup.element("p", ["class": "faint"], "Looked at \(inputs).")
      }
      if features.isEmpty {
        markup.element("p", ["class": "note"], "No feature has requirements.")
      } else {
        writeNumbers(features, to: &markup)
        writeFeatures(features, to: &markup)
        writeMatrix(features, to: &markup)
      }
      TraceOrphanLists(orphans: report.orphans, sources: site.contents.sources)
        .writeTagsAndTests(to: &markup)
    }
  }

  private func writeNumbers(_ features: [SiteFeature], to markup: inout MarkupWriter) {
    let coverage = features.map(\.trace.coverage).reduce(TraceCoverage(), +)
    markup.numbers(
      [
        ("Requirements", PlanWords.grouped(coverage.requirements)),
        ("Criteria", PlanWords.grouped(coverage.criteria)),
      ] + measures.map { ($0.heading, "\(coverage.percentage($0)) %") })
    let doubts = TraceWords.doubts(coverage)
    if measures.contains(.proved), !doubts.isEmpty {
      markup.element("p", "Of the criteria, \(doubts).")
    }
  }

  private func writeFeatures(_ features: [SiteFeature], to markup: inout MarkupWriter) {
    markup.section("features", "Features") { markup in
      if features.count > 8 { markup.filter("features-table", "Show only") }
      markup.table(
        "How many criteria of each feature have what", id: "features-table",
        columns: ["Feature", "Requirements", "Criteria"] + measures.map(\.heading)
          + ["Without a task"]
      ) { markup in
        for feature in features { write(feature, to: &markup) }
      }
    }
  }

  private func write(_ feature: SiteFeature, to markup: inout MarkupWriter) {
    let page = address(feature)
    let coverage = feature.trace.coverage
    markup.open("tr")
    markup.open("th", ["scope": "row"])
    markup.element("a", ["href": page], feature.name)
    markup.close("th")
    markup.element("td", ["class": "number"], "\(coverage.requirements)")
    markup.element("td", ["class": "number"], "\(coverage.criteria)")
    for measure in measures {
      markup.open("td", ["class": "number"])
      if measure == .tasks {
        markup.progress(coverage.count(measure), of: coverage.criteria, "Criteria in tasks")
      } else if coverage.criteria > 0 {
        markup.write("\(coverage.count(measure))/\(coverage.criteria)")
      }
      let failing = coverage.count(Proof.failing)
      if measure == .proved, failing > 0 {
        markup.element("span", ["class": "outcome failing"], " \(failing) failing")
      }
      markup.close("td")
    }
    markup.open("td")
    if feature.trace.isCited {
      markup.links(
        feature.targetsWithoutTask.map { target in
          (
            feature.trace.id(of: target),
            page + "#" + PageAnchor.fragment(feature.anchors.id(target))
          )
        }, limit: Self.gapLimit)
    } else {
      markup.element("span", ["class": "faint"], "no task names a requirement")
    }
    markup.close("td")
    markup.close("tr")
    markup.endLine()
  }

  private func writeMatrix(_ features: [SiteFeature], to markup: inout MarkupWriter) {
    let shown = features.filter { FeaturePage(site: site, feature: $0).hasTrace }
    let rows = shown.reduce(0) { sum, feature in
      feature.trace.allRequirements.reduce(sum) { $0 + 1 + $1.criteria.count }
    }
    guard rows <= Self.rowLimit else {
      markup.element(
        "p", ["class": "note"],
        "The matrix has \(PlanWords.grouped(rows)) rows; each feature's page has its part.")
      return
    }
    for feature in shown {
      markup.open("section")
      markup.open("h2")
      markup.element("a", ["href": address(feature)], feature.name)
      markup.close("h2")
      FeatureTables(FeaturePage(site: site, feature: feature), base: address(feature))
        .writeRequirements(to: &markup)
      markup.close("section")
      markup.endLine()
    }
  }

  private func address(_ feature: SiteFeature) -> String {
    SiteAddress.page(feature.path + ".html", fromDepth: 0)
  }
}

extension TraceCoverage.Measure {
  /// The phrase as a heading: `In tasks`.
  var heading: String { phrase.capitalizedFirst }
}
