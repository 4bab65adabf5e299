package import SpecTracing

/// How much of what is required the tasks of a feature cite, counted as `specctl trace` counts.
package struct RequirementCoverage: Sendable, Hashable {
  /// Those that only gather others are left out.
  package var requirements = 0
  /// Those of which a task cites something.
  package var citedRequirements = 0
  /// A requirement without criteria counts as one.
  package var criteria = 0
  /// Those whose whole requirement is cited count too.
  package var citedCriteria = 0

  package init() {}

  package init(_ feature: TracedFeature) {
    for requirement in feature.requirements where !requirement.isGroup {
      let coverage = requirement.coverage
      requirements += 1
      if coverage.count(.tasks) > 0 { citedRequirements += 1 }
      criteria += coverage.criteria
      citedCriteria += coverage.count(.tasks)
    }
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
