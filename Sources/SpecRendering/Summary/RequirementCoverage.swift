package import SpecModel

/// How much of what is required the tasks of a feature cite.
package struct RequirementCoverage: Sendable, Hashable {
  /// Requirements that a person would count.
  package var requirements = 0
  package var citedRequirements = 0
  package var criteria = 0
  /// Those whose whole requirement is cited count too.
  package var citedCriteria = 0

  package init() {}

  /// `nil` for a feature without requirements; without tasks nothing is cited.
  package init?(_ feature: Feature) {
    guard let document = feature.requirements else { return nil }
    let trace = feature.tasks.map { Traceability($0, document, RequirementIndex(document)) }
    let counted = feature.countedRequirements
    requirements = counted.count
    citedRequirements = counted.count { trace?.covers(requirement: $0) ?? false }
    for (index, requirement) in document.requirements.enumerated() where !requirement.isSecondary {
      criteria += requirement.criteria.count
      citedCriteria += requirement.criteria.indices.count {
        trace?.covers(requirement: index, criterion: $0) ?? false
      }
    }
    guard requirements > 0 || criteria > 0 else { return nil }
  }

  package static func + (left: RequirementCoverage, right: RequirementCoverage)
    -> RequirementCoverage
  {
    var sum = left
    sum.requirements += right.requirements
    sum.citedRequirements += right.citedRequirements
    sum.criteria += right.criteria
    sum.citedCriteria += right.citedCriteria
    return sum
  }
}
