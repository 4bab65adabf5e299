import SpecModel
import SpecTracing

/// The body of the page of a trace: the numbers, the filter, the overview, then feature by feature.
struct TraceReportSections {
  let report: TraceReport
  /// Where code and tests stand on the web.
  let sources: SourceAddress?

  private var measures: [TraceCoverage.Measure] { TraceWords.measures(report.inputs) }

  func write(to markup: inout MarkupWriter) {
    writeHeader(to: &markup)
    markup.open("main")
    markup.endLine()
    if report.features.isEmpty {
      markup.element("p", "There is no requirement to trace.")
    } else {
      writeFilter(to: &markup)
      writeOverview(to: &markup)
      markup.open("section", ["id": "features", "aria-labelledby": "features-title"])
      markup.element("h2", ["id": "features-title"], "Criteria")
      let table = TraceFeatureTable(measures: measures, sources: sources)
      for feature in report.features { table.write(feature, to: &markup) }
      markup.element("p", ["class": "none", "hidden": "hidden"], "No criterion is like that.")
      markup.close("section")
    }
    TraceOrphanLists(orphans: report.orphans, sources: sources).write(to: &markup)
    markup.close("main")
    markup.endLine()
  }

  private func writeHeader(to markup: inout MarkupWriter) {
    let coverage = report.coverage
    markup.open("header")
    markup.element("h1", "Traceability")
    markup.element("p", ["class": "lead"], TraceWords.headline(report))
    if let inputs = TraceWords.inputs(report.inputs) {
      markup.element("p", ["class": "faint"], "Looked at \(inputs).")
    }
    markup.open("dl", ["class": "numbers"])
    for measure in measures {
      markup.open("div")
      markup.element("dt", measure.phrase)
      markup.open("dd")
      markup.open("span", ["class": "meter"])
      markup.element(
        "progress",
        [
          "value": String(coverage.count(measure)), "max": String(max(coverage.criteria, 1)),
          "aria-label": measure.phrase,
        ], "")
      markup.write("\(coverage.percentage(measure)) %")
      markup.close("span")
      markup.close("dd")
      markup.close("div")
    }
    markup.close("dl")
    let doubts = TraceWords.doubts(coverage)
    if measures.contains(.proved), !doubts.isEmpty {
      markup.element("p", ["class": "doubts"], "Of the criteria, \(doubts).")
    }
    markup.close("header")
    markup.endLine()
  }

  private func writeFilter(to markup: inout MarkupWriter) {
    markup.open("form", ["class": "filter", "role": "search", "hidden": "hidden"])
    markup.element("div", ["class": "field"]) { markup in
      markup.element("label", ["for": "find"], "Find")
      markup.void("input", ["id": "find", "type": "search", "autocomplete": "off"])
    }
    markup.element("div", ["class": "field"]) { markup in
      markup.element("label", ["for": "lack"], "Only those")
      markup.open("select", ["id": "lack"])
      markup.element("option", ["value": "all"], "all")
      markup.element("option", ["value": "tasks"], "in no task")
      markup.element("option", ["value": "done"], "not done")
      if measures.contains(.code) { markup.element("option", ["value": "code"], "in no code") }
      if measures.contains(.tests) {
        markup.element("option", ["value": "tests"], "without a test")
      }
      if measures.contains(.proved) {
        markup.element("option", ["value": "proof"], "not proved")
        markup.element("option", ["value": "failing"], "failing")
      }
      markup.close("select")
    }
    markup.element("output", ["id": "count", "aria-live": "polite"], "")
    markup.close("form")
    markup.endLine()
  }

  private func writeOverview(to markup: inout MarkupWriter) {
    markup.open("section", ["aria-labelledby": "overview-title"])
    markup.element("h2", ["id": "overview-title"], "Features")
    markup.scrolling("Table of the features") { markup in
      markup.open("table", ["class": "overview"])
      markup.element("caption", "How many criteria of each feature have what")
      markup.open("thead")
      markup.open("tr")
      for name in ["Feature", "Requirements", "Criteria"] + measures.map(\.phrase) {
        markup.element("th", ["scope": "col"], name)
      }
      markup.close("tr")
      markup.close("thead")
      markup.open("tbody")
      for feature in report.features {
        let coverage = feature.coverage
        markup.open("tr")
        markup.open("th", ["scope": "row"])
        markup.element("a", ["href": link(ofFeature: feature)], feature.name)
        markup.close("th")
        markup.element("td", ["class": "number"], String(coverage.requirements))
        markup.element("td", ["class": "number"], String(coverage.criteria))
        for measure in measures {
          markup.element(
            "td", ["class": "number"],
            coverage.criteria == 0 ? "–" : "\(coverage.percentage(measure)) %")
        }
        markup.close("tr")
        markup.endLine()
      }
      markup.close("tbody")
      markup.close("table")
    }
    markup.close("section")
    markup.endLine()
  }

  private func link(ofFeature feature: TracedFeature) -> String {
    "#" + PageAnchor.fragment(PageAnchor.id(ofFeature: feature.name))
  }
}
