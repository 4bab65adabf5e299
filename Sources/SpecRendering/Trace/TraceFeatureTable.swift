import SpecModel
import SpecTracing

/// The table of one feature on the page of a trace: a row for each requirement and criterion.
struct TraceFeatureTable {
  /// What was looked at can tell of these.
  let measures: [TraceCoverage.Measure]
  /// Where code and tests stand on the web.
  let sources: SourceAddress?

  private var columns: [TraceCoverage.Measure] { measures.filter { $0 != .done } }

  func write(_ feature: TracedFeature, to markup: inout MarkupWriter) {
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
          proof: TraceWords.proof(criterion.links), to: &markup)
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
        markup.open("span", ["class": "test path", "title": test.place?.text ?? ""])
        markup.place(test.place, test.shownName, in: sources)
        markup.write(": \(test.outcome.rawValue) (\(test.evidence.rawValue))")
        markup.close("span")
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
      markup.open("span", ["class": "path", "title": place.text])
      markup.place(place, text, in: sources)
      markup.close("span")
    }
    rest(list, to: &markup)
  }

  private func rest<Element>(_ list: LimitedList<Element>, to markup: inout MarkupWriter) {
    let rest = list.count - list.elements.count
    if rest > 0 {
      markup.element("span", ["class": "faint"], "and \(PlanWords.grouped(rest)) more")
    }
  }
}
