import Diagnostics
import SpecModel
import SpecPlanning

/// The catalogue of the agents: what each is for, where it comes in, with which tools and model.
struct AgentsPage {
  let site: Site

  private static let featureLimit = 16

  func file() -> SiteFile {
    let files = Dictionary(
      site.contents.workspace.agents.map { ($0.identity, $0) }
    ) { first, _ in first }
    let usage = site.contents.usage
    return site.frame.page("agents", "Agents") { markup in
      markup.element("h1", "Agents")
      guard !usage.entries.isEmpty else {
        markup.element("p", ["class": "note"], "There are no agents.")
        return
      }
      markup.element(
        "p", ["class": "lead"],
        "\(usage.used) of \(usage.total) agents used, \(usage.working) of them with work.")
      if usage.entries.count > 8 { markup.filter("agents-table", "Show only") }
      markup.table(
        "Agents", id: "agents-table",
        columns: ["Agent", "What for", "Where", "Steps", "Model", "Tools"], ofCards: true
      ) { markup in
        for entry in usage.entries { write(entry, files[entry.name], to: &markup) }
      }
    }
  }

  private func write(_ entry: AgentUsageEntry, _ file: AgentFile?, to markup: inout MarkupWriter) {
    markup.open("tr", ["id": PageAnchor.id("agent-" + entry.name)])
    markup.open("th", ["scope": "row"])
    markup.write(entry.name)
    if let category = entry.category {
      markup.open("span", ["class": "faint"])
      markup.write(" " + category)
      markup.close("span")
    }
    markup.close("th")
    markup.element(
      "td", ["class": "words"], (file?.summary?.value ?? "").oneLine.shortened(to: 280))
    markup.open("td")
    writePlaces(entry, to: &markup)
    markup.close("td")
    markup.open("td", ["class": "number", "data-name": "steps"])
    if entry.stepCount > 0 {
      markup.write(PlanWords.grouped(entry.stepCount))
      if entry.openTaskCount > 0 {
        markup.write(", \(PlanWords.grouped(entry.openTaskCount)) open")
      }
    }
    markup.close("td")
    markup.element("td", ["data-name": "model"], file?.model?.value ?? "")
    markup.element("td", ["data-name": "tools"], tools(file))
    markup.close("tr")
    markup.endLine()
  }

  private func tools(_ file: AgentFile?) -> String {
    guard let file else { return "" }
    guard let tools = file.tools else { return "all" }
    return tools.map(\.value).joined(separator: ", ")
  }

  private func writePlaces(_ entry: AgentUsageEntry, to markup: inout MarkupWriter) {
    var isFirst = true
    func begin(_ words: String) {
      if !isFirst { markup.void("br", [:]) }
      isFirst = false
      markup.element("span", ["class": "faint"], words + " ")
    }
    for (role, features) in [
      ("primary", entry.primaryIn), ("supporting", entry.supportingIn), ("QA", entry.qaIn),
    ] where !features.isEmpty {
      begin(role)
      write(features, to: &markup)
    }
    if let place = entry.place {
      begin("place")
      markup.write(place)
    }
    if !entry.workflows.isEmpty {
      begin("workflows")
      markup.write(entry.workflows.uniqued.joined(separator: ", "))
    }
    if let idleness = entry.idleness {
      begin(entry.isUsed ? "stands by:" : "unused:")
      markup.write(idleness.reason(entry))
    }
  }

  private func write(_ features: [String], to markup: inout MarkupWriter) {
    for (number, name) in features.prefix(Self.featureLimit).enumerated() {
      if number > 0 { markup.write(", ") }
      if let address = site.places.address(ofFeature: name, fromDepth: 0) {
        markup.element("a", ["href": address], name)
      } else {
        markup.write(name)
      }
    }
    if features.count > Self.featureLimit {
      markup.write(" and \(features.count - Self.featureLimit) more")
    }
  }
}
