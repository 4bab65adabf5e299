import Diagnostics
import SpecRules

/// Every rule that ran: what it wants, why, and how often it had something to say.
struct RulesPage {
  let site: Site

  func file() -> SiteFile {
    var counts: [String: Int] = [:]
    for finding in site.contents.outcome.findings { counts[finding.rule, default: 0] += 1 }
    let rules = site.contents.outcome.rules.values.sorted { $0.id < $1.id }
    return site.frame.page("rules", "Rules") { markup in
      markup.element("h1", "Rules")
      markup.element(
        "p", ["class": "lead"],
        "\(rules.count) rules ran; 'specctl explain RULE' shows examples of each.")
      markup.filter("rules-table", "Show only")
      markup.table(
        "Rules", id: "rules-table",
        columns: ["Rule", "What it says, and why", "Part", "Severity", "Findings"], ofCards: true
      ) { markup in
        for rule in rules {
          markup.open("tr", ["id": PageAnchor.id("rule-" + rule.id)])
          markup.element("th", ["scope": "row"], rule.id)
          markup.open("td", ["class": "words"])
          markup.write(rule.summary)
          markup.void("br", [:])
          markup.element("span", ["class": "faint"], rule.rationale)
          markup.close("td")
          markup.element("td", ["data-name": "part"], rule.group)
          markup.element("td", ["data-name": "severity"], rule.severity?.rawValue ?? "off")
          markup.element(
            "td", ["class": "number", "data-name": "findings"],
            counts[rule.id].map(PlanWords.grouped) ?? "")
          markup.close("tr")
          markup.endLine()
        }
      }
    }
  }
}
