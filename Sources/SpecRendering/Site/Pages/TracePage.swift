import SpecModel

/// Which requirements have tasks, for all features: in numbers, and as the matrix itself where it is not too long.
struct TracePage {
  let site: Site

  /// More rows than these stand on the pages of their features only.
  private static let rowLimit = 3_000

  func file() -> SiteFile {
    let rows = TraceRow.all(of: site)
    let matrixRows = rows.reduce(0) { $0 + $1.requirements + $1.criteria }
    return site.frame.page("traceability", "Traceability") { markup in
      markup.element("h1", "Traceability")
      markup.element(
        "p", ["class": "lead"], "From requirements and criteria to the tasks that are for them.")
      guard !rows.isEmpty else {
        markup.element("p", ["class": "note"], "No feature has requirements.")
        return
      }
      let counts = [
        ("Requirements", rows.reduce(0) { $0 + $1.requirements }),
        ("Requirements with tasks", rows.reduce(0) { $0 + $1.covered }),
        ("Criteria", rows.reduce(0) { $0 + $1.criteria }),
        ("Criteria with tasks", rows.reduce(0) { $0 + $1.coveredCriteria }),
      ]
      markup.numbers(counts.map { ($0.0, PlanWords.grouped($0.1)) })
      writeFeatures(rows, to: &markup)
      guard matrixRows <= Self.rowLimit else {
        markup.element(
          "p", ["class": "note"],
          "The matrix has \(PlanWords.grouped(matrixRows)) rows; each feature's page has its part.")
        return
      }
      for row in rows where row.feature.trace.isUsed {
        markup.open("section")
        markup.open("h2")
        markup.element("a", ["href": address(row.feature)], row.feature.name)
        markup.close("h2")
        FeatureTables(
          page: FeaturePage(site: site, feature: row.feature), base: address(row.feature)
        ).writeRequirements(to: &markup)
        markup.close("section")
        markup.endLine()
      }
    }
  }

  private func address(_ feature: SiteFeature) -> String {
    SiteAddress.page(feature.path + ".html", fromDepth: 0)
  }

  private func writeFeatures(_ rows: [TraceRow], to markup: inout MarkupWriter) {
    markup.section("features", "Features") { markup in
      if rows.count > 8 { markup.filter("features-table", "Show only") }
      markup.table(
        "Features", id: "features-table",
        columns: [
          "Feature", "Requirements with tasks", "Criteria with tasks", "Done", "Without a task",
        ]
      ) { markup in
        for row in rows { write(row, to: &markup) }
      }
    }
  }

  private func write(_ row: TraceRow, to markup: inout MarkupWriter) {
    let page = address(row.feature)
    let anchors = row.feature.anchors
    let requirements = row.feature.feature.requirements?.requirements ?? []
    markup.open("tr")
    markup.open("th", ["scope": "row"])
    markup.element("a", ["href": page], row.feature.name)
    markup.close("th")
    markup.open("td")
    markup.progress(row.covered, of: row.requirements, "Requirements with tasks")
    markup.close("td")
    markup.open("td")
    markup.progress(row.coveredCriteria, of: row.criteria, "Criteria with tasks")
    markup.close("td")
    markup.element("td", ["class": "number"], "\(row.done)")
    markup.open("td")
    if row.feature.trace.isUsed {
      markup.links(
        row.missing.map { target in
          let requirement = requirements[target.requirement]
          let id = target.criterion.map { requirement.criteria[$0].id } ?? requirement.id
          return (id, page + "#" + PageAnchor.fragment(anchors.id(target)))
        }, limit: 12)
    } else {
      markup.element("span", ["class": "faint"], "no task names a requirement")
    }
    markup.close("td")
    markup.close("tr")
    markup.endLine()
  }
}
