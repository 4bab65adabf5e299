import Diagnostics
import SpecModel

extension FeatureTracing {
  mutating func addRequirements(_ document: RequirementsDocument, _ feature: Feature) {
    let lines = LineTable(document.text.bytes)
    func place(_ range: Range<Offset>) -> TracePlace {
      TracePlace(path: document.path, line: lines.line(of: range.lowerBound) + 1)
    }
    let cited = citedSecondaries(document, feature)
    let groups = Set(document.requirements.compactMap(\.parent))
    for (number, requirement) in document.requirements.enumerated() {
      traced.allRequirements.append(
        TracedRequirement(
          id: requirement.id, title: requirement.title.oneLineWithoutBold,
          place: place(requirement.range),
          offset: requirement.idRange.lowerBound.utf8, links: TraceLinks(),
          criteria: requirement.criteria.map { criterion in
            TracedCriterion(
              id: criterion.id, text: document.text.text(criterion.textRange).oneLineWithoutBold,
              place: place(criterion.textRange), offset: criterion.idRange.lowerBound.utf8,
              links: TraceLinks())
          }, isGroup: requirement.criteria.isEmpty && groups.contains(number),
          isCounted: !requirement.isSecondary || cited.contains(number)))
    }
    guard feature.layout == .specKit else { return }
    for story in document.text.userStories where stories[story.number] == nil {
      stories[story.number] = traced.allRequirements.count
      traced.allRequirements.append(
        TracedRequirement(
          id: "US\(story.number)", title: Self.storyTitle(document.text.text(story.range)),
          place: place(story.range), offset: story.numberRange.lowerBound.utf8,
          links: TraceLinks(),
          criteria: story.scenarios.enumerated().map { number, scenario in
            let text = document.text.text(scenario.range).oneLineWithoutBold
            let words = text.drop { $0.isNumber || $0 == "." || $0 == "-" || $0 == " " }
            return TracedCriterion(
              id: "US\(story.number).\(number + 1)", text: String(words),
              place: place(scenario.range), offset: scenario.range.lowerBound.utf8,
              links: TraceLinks())
          }))
    }
  }

  /// The words of `### User Story 1 - Sign in (Priority: P1)`.
  private static func storyTitle(_ heading: String) -> String {
    let words = heading.drop { $0 == "#" || $0 == " " }
    let parts = words.split(separator: " - ", maxSplits: 1)
    let title = parts.count == 2 ? parts[1] : words
    let end = title.firstRange(of: "(Priority")?.lowerBound ?? title.endIndex
    return String(title[..<end]).oneLineWithoutBold
  }

  /// Requirements of families that only count where tasks cite them, and are cited.
  private func citedSecondaries(_ document: RequirementsDocument, _ feature: Feature) -> Set<Int> {
    guard let index, let tasks = feature.tasks,
      document.requirements.contains(where: \.isSecondary)
    else { return [] }
    let trace = Traceability(tasks, document, index)
    return Set(
      document.requirements.indices.filter {
        document.requirements[$0].isSecondary && trace.covers(requirement: $0)
      })
  }
}
