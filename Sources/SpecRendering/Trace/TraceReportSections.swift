import SpecModel
import SpecTracing

/// The parts of the page of a trace.
struct TraceReportSections {
  let report: TraceReport

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
      for feature in report.features { write(feature, to: &markup) }
      markup.element("p", ["class": "none", "hidden": "hidden"], "No criterion is like that.")
      markup.close("section")
    }
    writeOrphans(to: &markup)
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

  // MARK: One feature

  private var columns: [TraceCoverage.Measure] { measures.filter { $0 != .done } }

  private func write(_ feature: TracedFeature, to markup: inout MarkupWriter) {
    markup.open("div", ["class": "feature"])
    markup.element("h3", ["id": PageAnchor.id(ofFeature: feature.name)], feature.name)
    markup.open("table")
    markup.element("caption", feature.directory)
    markup.open("thead")
    markup.open("tr")
    for name in ["Id", "Text"] + columns.map(\.rawValue) {
      markup.element("th", ["scope": "col"], name)
    }
    markup.close("tr")
    markup.close("thead")
    markup.open("tbody")
    markup.endLine()
    for requirement in feature.requirements {
      let isCounted = requirement.criteria.isEmpty && !requirement.isGroup
      row(
        "\(feature.name)/\(requirement.id)", requirement.id, requirement.title, requirement.links,
        feature, kind: isCounted ? "criterion" : "requirement",
        proof: TraceWords.proof(requirement),
        to: &markup)
      for criterion in requirement.criteria {
        row(
          "\(feature.name)/\(criterion.id)", criterion.id, criterion.text, criterion.links,
          feature, kind: "criterion",
          proof: "\(criterion.links.proof.mark) \(criterion.links.proof.rawValue)", to: &markup)
      }
    }
    markup.close("tbody")
    markup.close("table")
    markup.close("div")
    markup.endLine()
  }

  private func row(
    _ name: String, _ id: String, _ text: String, _ links: TraceLinks, _ feature: TracedFeature,
    kind: String, proof: String, to markup: inout MarkupWriter
  ) {
    markup.open(
      "tr",
      [
        "class": kind, "id": PageAnchor.id(name),
        "data-lacks": kind == "criterion" ? lacks(links) : "",
      ])
    markup.open("th", ["scope": "row"])
    markup.element("a", ["href": "#" + PageAnchor.fragment(PageAnchor.id(name))], id)
    markup.close("th")
    markup.element("td", ["class": "text"], text)
    for column in columns {
      markup.open(
        "td",
        [
          "class": column == .proved ? "proof \(proofClass(links))" : "links",
          "data-name": column.rawValue,
        ])
      if column == .proved {
        markup.write(proof)
      } else if kind == "criterion" || column == .tests {
        write(column, links, feature, to: &markup)
      }
      markup.close("td")
    }
    markup.close("tr")
    markup.endLine()
  }

  private func proofClass(_ links: TraceLinks) -> String {
    switch links.proof {
    case .failing: "failing"
    case .noTest: "faint"
    case .proved, .skipped, .notRun: ""
    }
  }

  /// The words by which the filter finds what is missing.
  private func lacks(_ links: TraceLinks) -> String {
    var words: [String] = []
    if links.tasks.isEmpty { words.append("tasks") }
    if !links.isDone { words.append("done") }
    if links.code.isEmpty { words.append("code") }
    if links.tests.isEmpty { words.append("tests") }
    if links.proof != .proved { words.append("proof") }
    if links.proof == .failing { words.append("failing") }
    return words.joined(separator: " ")
  }

  private func write(
    _ measure: TraceCoverage.Measure, _ links: TraceLinks, _ feature: TracedFeature,
    to markup: inout MarkupWriter
  ) {
    switch measure {
    case .tasks:
      for number in links.tasks.elements {
        let task = feature.tasks[number]
        markup.element(
          "span",
          ["class": task.state.isSettled ? "settled" : "", "title": task.title],
          "\(task.state.mark) \(task.id)")
      }
      rest(links.tasks, to: &markup)
    case .design: places(links.design, below: feature.directory + "/", to: &markup)
    case .code: places(links.code, below: "", to: &markup)
    case .tests:
      for test in links.tests.elements {
        let name = test.name.isEmpty ? test.place?.text ?? "" : test.name
        markup.element(
          "span", ["class": "test path", "title": test.place?.text ?? ""],
          "\(name): \(test.outcome.rawValue) (\(test.evidence.rawValue))")
      }
      rest(links.tests, to: &markup)
    case .proved, .done: break
    }
  }

  /// Places, those below the folder of the feature without it.
  private func places(
    _ list: LimitedList<TracePlace>, below folder: String, to markup: inout MarkupWriter
  ) {
    for place in list.elements {
      let isBelow = !folder.isEmpty && place.path.hasPrefix(folder)
      let text = isBelow ? String(place.text.dropFirst(folder.count)) : place.text
      markup.element("span", ["class": "path", "title": place.text], text)
    }
    rest(list, to: &markup)
  }

  private func rest<Element>(_ list: LimitedList<Element>, to markup: inout MarkupWriter) {
    let rest = list.count - list.elements.count
    if rest > 0 {
      markup.element("span", ["class": "faint"], "and \(PlanWords.grouped(rest)) more")
    }
  }

  // MARK: What leads nowhere

  private func writeOrphans(to markup: inout MarkupWriter) {
    let orphans = report.orphans
    list("unknown-tags", "Tags that name nothing", orphans.unknownTags, to: &markup) {
      tag, markup in
      markup.element("code", tag.text)
      let place = tag.place?.text ?? tag.test.map { "test '\($0)'" } ?? ""
      markup.element("span", ["class": "faint path"], " \(place) ")
      markup.write(tag.message)
      if let help = tag.help { markup.write("; \(help)") }
    }
    list(
      "tests-without-result", "Tests with a tag and without a result", orphans.tests, to: &markup
    ) { test, markup in
      markup.element("code", test.name.isEmpty ? "no test" : test.name)
      markup.element("span", ["class": "faint path"], " \(test.place.text) ")
      markup.write(test.reason)
    }
    list(
      "untraced-tasks", "Tasks that cite no requirement", orphans.tasks, to: &markup
    ) { task, markup in
      markup.element("code", "\(task.feature)/\(task.id)")
      markup.write(" \(task.title)")
    }
  }

  private static let orphanLimit = 2_000

  private func list<Row>(
    _ id: String, _ title: String, _ rows: [Row], to markup: inout MarkupWriter,
    _ write: (Row, inout MarkupWriter) -> Void
  ) {
    guard !rows.isEmpty else { return }
    markup.open("section", ["id": id])
    markup.element("h2", "\(title) (\(PlanWords.grouped(rows.count)))")
    markup.open("ul", ["class": "orphans"])
    markup.endLine()
    for row in rows.prefix(Self.orphanLimit) {
      markup.open("li")
      write(row, &markup)
      markup.close("li")
      markup.endLine()
    }
    markup.close("ul")
    if rows.count > Self.orphanLimit {
      markup.note("and \(PlanWords.grouped(rows.count - Self.orphanLimit)) more")
    }
    markup.close("section")
    markup.endLine()
  }
}
