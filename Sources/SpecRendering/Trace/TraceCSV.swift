import SpecModel
package import SpecTracing

/// A trace as a table of comma-separated values (RFC 4180): a row for each criterion, and for each
/// requirement that has none.
package enum TraceCSV {
  static let columns = [
    "feature", "requirement", "criterion", "text", "path", "line", "tasks", "tasks_done", "design",
    "code", "tests", "proof",
  ]

  /// A heading line, then the rows in the order of the documents; linear in the trace.
  ///
  /// Lists are separated by semicolons. A cell that a spreadsheet would take for a formula has an
  /// apostrophe before it. Columns are only ever added at the end.
  package static func text(_ report: TraceReport) -> String {
    var text = columns.joined(separator: ",") + "\r\n"
    for item in report.items {
      let links = item.links
      let cells = [
        item.feature.name, item.requirement.id,
        item.requirement.criteria.isEmpty ? "" : item.id, item.text, item.place.path,
        String(item.place.line),
        links.tasks.elements.map { item.feature.tasks[$0].id }.joined(separator: ";"),
        "\(links.settledTaskCount)/\(links.tasks.count)",
        links.design.elements.map(\.text).joined(separator: ";"),
        links.code.elements.map(\.text).joined(separator: ";"),
        links.tests.elements.map { "\($0.shownName)=\($0.outcome.rawValue)" }
          .joined(separator: ";"),
        links.proof.rawValue,
      ]
      text += cells.map(PlanCSV.cell).joined(separator: ",") + "\r\n"
    }
    return text
  }
}
