import Diagnostics
import SpecModel

extension FeatureTracing {
  /// A capability of OpenSpec: its requirements have titles in place of ids, and no task cites them.
  init(_ capability: OpenSpecProject.Capability) {
    name = capability.name
    let path = capability.document.path
    traced = TracedFeature(
      name: capability.name,
      directory: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "", path: path)
    hasRequirements = true
    index = nil
    tasks = nil
    let text = capability.document.text
    let lines = LineTable(text.bytes)
    func place(_ range: Range<Offset>) -> TracePlace {
      TracePlace(path: path, line: lines.line(of: range.lowerBound) + 1)
    }
    for requirement in capability.document.requirements {
      let id = Slug.of(requirement.title.value)
      guard !id.isEmpty, slugs[id] == nil else { continue }
      slugs[id] = traced.allRequirements.count
      traced.allRequirements.append(
        TracedRequirement(
          id: id, title: requirement.title.value, place: place(requirement.range),
          offset: requirement.range.lowerBound.utf8, links: TraceLinks(),
          criteria: requirement.scenarios.enumerated().map { number, scenario in
            TracedCriterion(
              id: "\(id).\(number + 1)", text: Self.heading(text.text(scenario.range)),
              place: place(scenario.range), offset: scenario.range.lowerBound.utf8,
              links: TraceLinks())
          }))
    }
  }

  /// The words of `#### Scenario: words`.
  private static func heading(_ line: String) -> String {
    let words = line.drop { $0 == "#" || $0 == " " }
    guard let colon = words.firstIndex(of: ":") else { return String(words).oneLineWithoutBold }
    return String(words[words.index(after: colon)...]).oneLineWithoutBold
  }
}
