import SpecModel
package import SpecTracing

/// A trace as Markdown, for a repository or a comment.
package enum TraceMarkdown {
  /// Of more criteria only those of which something is missing are listed.
  static let rowLimit = 2_000

  /// The numbers, a table for each feature, and what leads nowhere; linear in the trace.
  package static func text(_ report: TraceReport) -> String {
    var lines = ["# Traceability", "", TraceWords.headline(report) + ".", ""]
    let measures = TraceWords.measures(report.inputs)
    if let inputs = TraceWords.inputs(report.inputs) { lines += ["Looked at \(inputs).", ""] }
    lines += row(
      ["Feature", "Requirements", "Criteria"] + measures.map { $0.phrase.capitalizedFirst })
    lines += ["| --- |" + String(repeating: " ---: |", count: 2 + measures.count)]
    for feature in report.features {
      lines += row([link(feature)] + numbers(feature.coverage, measures))
    }
    if report.features.count > 1 {
      lines += row(["**All**"] + numbers(report.coverage, measures))
    }
    lines.append("")
    let isLarge = report.coverage.criteria > rowLimit
    if isLarge { lines += ["Listed is what is in no task, or has a failing test.", ""] }
    for feature in report.features { add(feature, measures, onlyMissing: isLarge, to: &lines) }
    add(report.orphans, to: &lines)
    return lines.joined(separator: "\n")
  }

  private static func numbers(
    _ coverage: TraceCoverage, _ measures: [TraceCoverage.Measure]
  ) -> [String] {
    ["\(coverage.requirements)", "\(coverage.criteria)"]
      + measures.map { coverage.criteria == 0 ? "–" : "\(coverage.percentage($0)) %" }
  }

  private static func add(
    _ feature: TracedFeature, _ measures: [TraceCoverage.Measure], onlyMissing: Bool,
    to lines: inout [String]
  ) {
    var rows: [String] = []
    for requirement in feature.requirements {
      let isListed =
        requirement.criteria.isEmpty
        ? !onlyMissing || isMissing(requirement.links) && !requirement.isGroup : !onlyMissing
      if isListed {
        rows += row(
          cells(
            "**\(link(requirement.id, requirement.place))**", requirement.title, requirement.links,
            feature, measures, proof: TraceWords.proof(requirement)))
      }
      for criterion in requirement.criteria where !onlyMissing || isMissing(criterion.links) {
        rows += row(
          cells(
            link(criterion.id, criterion.place), criterion.text, criterion.links, feature, measures,
            proof: TraceWords.proof(criterion.links)))
      }
    }
    guard !rows.isEmpty else { return }
    lines += ["## \(PlanMarkdown.escaped(feature.name))", ""]
    let columns = measures.filter { $0 != .done }
    lines += row(["Id", "Text"] + columns.map { $0.rawValue.capitalizedFirst })
    lines += ["| --- | --- |" + String(repeating: " --- |", count: columns.count)]
    lines += rows + [""]
  }

  private static func isMissing(_ links: TraceLinks) -> Bool {
    links.tasks.isEmpty || links.proof == .failing
  }

  private static func cells(
    _ id: String, _ text: String, _ links: TraceLinks, _ feature: TracedFeature,
    _ measures: [TraceCoverage.Measure], proof: String
  ) -> [String] {
    var cells = [id, PlanMarkdown.escaped(text)]
    for measure in measures {
      switch measure {
      case .tasks:
        cells.append(
          listed(links.tasks) { number in
            let task = feature.tasks[number]
            return "\(task.state.isSettled ? "✓ " : "")\(link(task.id, task.place))"
          })
      case .done: break
      case .design: cells.append(listed(links.design) { link($0.text, $0) })
      case .code: cells.append(listed(links.code) { link($0.text, $0) })
      case .tests:
        cells.append(
          listed(links.tests) { test in
            let name = PlanMarkdown.escaped(test.name.isEmpty ? "a test" : test.name)
            let shown = test.place.map { "[\(name)](\(target($0)))" } ?? name
            return "\(shown) \(test.outcome.rawValue)"
          })
      case .proved: cells.append(proof)
      }
    }
    return cells
  }

  /// What is in a list, and how much more there is.
  private static func listed<Element>(
    _ list: LimitedList<Element>, _ words: (Element) -> String
  ) -> String {
    let rest = list.count - list.elements.count
    return (list.elements.map(words) + (rest > 0 ? ["and \(PlanWords.grouped(rest)) more"] : []))
      .joined(separator: ", ")
  }

  private static func add(_ orphans: TraceOrphans, to lines: inout [String]) {
    if !orphans.unknownTags.isEmpty {
      lines += ["## Tags that name nothing", ""]
      for tag in orphans.unknownTags.prefix(rowLimit) {
        let place = tag.place.map { link($0.text, $0) } ?? PlanMarkdown.escaped(tag.test ?? "")
        let help = tag.help.map { "; \(PlanMarkdown.escaped($0))" } ?? ""
        lines.append(
          "- \(PlanMarkdown.escaped(tag.text)) (\(place)): "
            + PlanMarkdown.escaped(tag.message) + help)
      }
      lines.append("")
    }
    if !orphans.tests.isEmpty {
      lines += ["## Tests with a tag and without a result", ""]
      for test in orphans.tests.prefix(rowLimit) {
        lines.append(
          "- \(link(test.name.isEmpty ? test.place.text : test.name, test.place)): \(test.reason)")
      }
      lines.append("")
    }
    if !orphans.tasks.isEmpty {
      lines += ["## Tasks that cite no requirement", ""]
      for task in orphans.tasks.prefix(rowLimit) {
        lines.append(
          "- \(link("\(task.feature)/\(task.id)", task.place)) \(PlanMarkdown.escaped(task.title))")
      }
      lines.append("")
    }
  }

  // MARK: Pieces

  private static func row(_ cells: [String]) -> [String] {
    ["| " + cells.joined(separator: " | ") + " |"]
  }

  private static func link(_ feature: TracedFeature) -> String {
    PlanMarkdown.escaped(feature.name)
  }

  /// A link from the root of the repository, as GitHub and GitLab resolve it.
  private static func link(_ name: String, _ place: TracePlace) -> String {
    "[\(PlanMarkdown.escaped(name))](\(target(place)))"
  }

  private static func target(_ place: TracePlace) -> String {
    "/\(PageAnchor.fragment(place.path))#L\(place.line)"
  }
}

extension String {
  /// With its first letter in upper case.
  var capitalizedFirst: String {
    prefix(1).uppercased() + dropFirst()
  }
}
