import Diagnostics

/// What the rules found, the most severe first.
struct FindingsPage {
  let site: Site

  /// Of more findings only the most severe are listed.
  private static let limit = 2_000

  func file() -> SiteFile {
    let outcome = site.contents.outcome
    let findings = outcome.findings.indices.sorted {
      (outcome.findings[$1].severity, $0) < (outcome.findings[$0].severity, $1)
    }
    return site.frame.page("findings", "Findings") { markup in
      markup.element("h1", "Findings")
      markup.numbers(
        [Severity.error, .warning, .note].map { severity in
          (severity.plural, PlanWords.grouped(outcome.count(of: severity)))
        })
      writePlanFaults(to: &markup)
      guard !findings.isEmpty else {
        markup.element("p", ["class": "note"], "The rules found nothing.")
        return
      }
      if findings.count > Self.limit {
        markup.element(
          "p", ["class": "note"],
          "The \(PlanWords.grouped(Self.limit)) most severe of "
            + "\(PlanWords.grouped(findings.count)); 'specctl validate --notes' lists all.")
      }
      markup.filter("findings-table", "Show only")
      markup.table(
        "Findings", id: "findings-table", columns: ["Severity", "Finding", "Where", "Rule"],
        ofCards: true
      ) { markup in
        var lines = LineTables(of: outcome)
        for index in findings.prefix(Self.limit) {
          write(outcome.findings[index], &lines, to: &markup)
        }
      }
    }
  }

  private func writePlanFaults(to markup: inout MarkupWriter) {
    guard site.contents.plan == nil, !site.contents.planFaults.isEmpty else { return }
    markup.section("plan-faults", "Why there is no plan") { markup in
      markup.open("ul")
      for finding in site.contents.planFaults.prefix(50) {
        markup.element("li", "\(finding.message) (\(finding.path))")
      }
      markup.close("ul")
    }
  }

  private func write(_ finding: Finding, _ lines: inout LineTables, to markup: inout MarkupWriter) {
    markup.open("tr", ["class": finding.severity.rawValue])
    markup.element(
      "th", ["class": "severity", "scope": "row"], finding.severity.rawValue)
    markup.open("td", ["class": "words"])
    markup.write(finding.message)
    if let help = finding.help {
      markup.void("br", [:])
      markup.element("span", ["class": "faint"], help)
    }
    markup.close("td")
    let line = finding.range.flatMap { lines.position(of: $0.lowerBound, in: finding.path)?.line }
    let place = finding.path + (line.map { ":\($0)" } ?? "")
    let address = site.places.address(
      ofFile: finding.path, at: finding.range?.lowerBound.utf8, fromDepth: 0)
    markup.open("td")
    if let address {
      markup.element("a", ["href": address], place)
    } else {
      markup.write(place)
    }
    markup.close("td")
    markup.open("td")
    markup.element(
      "a", ["href": "rules.html#" + PageAnchor.fragment("rule-" + finding.rule)], finding.rule)
    markup.close("td")
    markup.close("tr")
    markup.endLine()
  }
}

extension Severity {
  fileprivate var plural: String {
    switch self {
    case .error: "Errors"
    case .warning: "Warnings"
    case .note: "Notes"
    }
  }
}
