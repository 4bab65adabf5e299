import SpecModel
import SpecPlanning

/// The features of a plan in words: from when to when they run, and what stands around their tasks.
struct FeatureTable {
  let picture: PlanPicture

  func write(to markup: inout MarkupWriter) {
    markup.open("table", ["id": "feature-table"])
    markup.element("caption", "What stands around the tasks of each feature")
    markup.tableHead(
      ["Feature", "Tasks", "Start", "Finish", "Waits for", "Before its tasks", "After its tasks"])
    markup.open("tbody")
    markup.endLine()
    for feature in picture.features.indices { writeRow(feature, to: &markup) }
    markup.close("tbody")
    markup.close("table")
    markup.endLine()
  }

  private func writeRow(_ feature: Int, to markup: inout MarkupWriter) {
    let item = picture.features[feature]
    let times = item.tasks.map { picture.tasks[$0].time }
    markup.open("tr", ["id": PageAnchor.id(ofFeature: item.name)])
    markup.open("th", ["scope": "row"])
    if let address = picture.address(ofFeature: feature) {
      markup.element("a", ["href": address], item.name)
    } else {
      markup.write(item.name)
    }
    markup.close("th")
    let settled = item.settledCount > 0 ? ", \(item.settledCount) settled" : ""
    markup.element("td", ["class": "number"], "\(item.tasks.count)\(settled)")
    markup.element(
      "td", ["class": "number"], TimeSpan.text(times.map(\.start).min() ?? 0))
    markup.element(
      "td", ["class": "number"], TimeSpan.text(times.map(\.finish).max() ?? 0))
    let waits = item.waits.map { "\(picture.features[$0.before].name) (\($0.reason.rawValue))" }
    markup.element("td", waits.isEmpty ? "nothing" : waits.joined(separator: ", "))
    for isBefore in [true, false] {
      let words = StepKind.allCases.filter { ($0 == .gate) == isBefore }.compactMap { kind in
        let agents = item.steps.map { picture.steps[$0] }.filter { $0.kind == kind }
          .map { $0.agent ?? "no agent" }
        return agents.isEmpty ? nil : "\(kind.rawValue): \(agents.joined(separator: ", "))"
      }
      markup.element("td", words.isEmpty ? "nothing" : words.joined(separator: "; "))
    }
    markup.close("tr")
    markup.endLine()
  }
}
