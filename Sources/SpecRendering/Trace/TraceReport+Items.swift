import SpecTracing

extension TraceReport {
  /// A criterion, or a requirement that counts as one, with the names it goes by.
  struct Item {
    var feature: TracedFeature
    var requirement: TracedRequirement
    var id: String
    var text: String
    var place: TracePlace
    var links: TraceLinks

    /// `checkout/2.3`.
    var name: String { "\(feature.name)/\(id)" }
  }

  /// What has a failing test: criteria, and requirements as a whole.
  var failing: [Item] {
    items.filter { $0.links.proof == .failing }
      + failingWholes.map { feature, requirement in
        Item(
          feature: feature, requirement: requirement, id: requirement.id, text: requirement.title,
          place: requirement.place, links: requirement.links)
      }
  }

  /// Every criterion, and every requirement that has none, in the order of the documents.
  var items: [Item] {
    features.flatMap { feature in
      feature.requirements.flatMap { requirement -> [Item] in
        if requirement.criteria.isEmpty {
          guard !requirement.isGroup else { return [] }
          return [
            Item(
              feature: feature, requirement: requirement, id: requirement.id,
              text: requirement.title, place: requirement.place, links: requirement.links)
          ]
        }
        return requirement.criteria.map {
          Item(
            feature: feature, requirement: requirement, id: $0.id, text: $0.text, place: $0.place,
            links: $0.links)
        }
      }
    }
  }
}
