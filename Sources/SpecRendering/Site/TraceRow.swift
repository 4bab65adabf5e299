import SpecModel

/// How much of a feature's requirements its tasks are for.
struct TraceRow {
  let feature: SiteFeature
  private(set) var requirements = 0
  private(set) var covered = 0
  private(set) var criteria = 0
  private(set) var coveredCriteria = 0
  /// Criteria, and requirements without any, whose tasks are all done.
  private(set) var done = 0
  /// Criteria, and requirements without any, for which there is no task.
  private(set) var missing: [FeatureTrace.Target] = []

  /// The rows of all features with requirements.
  static func all(of site: Site) -> [TraceRow] {
    site.features.filter { $0.feature.requirements?.requirements.isEmpty == false }
      .map { TraceRow($0) }
  }

  private init(_ feature: SiteFeature) {
    self.feature = feature
    let trace = feature.trace
    for (index, requirement) in (feature.feature.requirements?.requirements ?? []).enumerated()
    where !requirement.isSecondary {
      requirements += 1
      if !trace.tasksOfRequirement[index].isEmpty || !trace.tasksForAll.isEmpty { covered += 1 }
      if requirement.criteria.isEmpty {
        _ = note(trace.tasksOfRequirement[index], FeatureTrace.Target(requirement: index))
      }
      for criterion in requirement.criteria.indices {
        criteria += 1
        let target = FeatureTrace.Target(requirement: index, criterion: criterion)
        if note(trace.tasksOfCriterion[index][criterion], target) { coveredCriteria += 1 }
      }
    }
  }

  /// Counts a criterion by its tasks; whether it has any.
  private mutating func note(_ found: [Int], _ target: FeatureTrace.Target) -> Bool {
    let found = found + feature.trace.tasksForAll
    guard !found.isEmpty else {
      missing.append(target)
      return false
    }
    let tasks = feature.feature.tasks?.tasks ?? []
    if found.allSatisfy({ tasks[$0].state.isSettled }) { done += 1 }
    return true
  }
}
