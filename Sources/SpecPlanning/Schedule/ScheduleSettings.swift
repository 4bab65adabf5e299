import Diagnostics
package import SpecModel

/// What a schedule is made by besides the plan.
package struct ScheduleSettings: Sendable {
  /// Seconds of a task without an estimate; `nil` for as long as its agent may take.
  package var defaultSeconds: Int?
  /// Seconds of the sizes of estimates, by name.
  package var sizes: [String: Int]
  /// How many steps may run at once in all; `nil` without such a limit.
  package var maxParallel: Int?
  /// When everything is to be done, in seconds from the start.
  package var deadline: Int?
  /// When features are to be done, by name, in seconds from the start.
  package var deadlines: [String: Int]

  /// The settings of a configuration, and where it says nothing the standard ones.
  package init(_ settings: PlanningSettings = PlanningSettings()) {
    defaultSeconds = settings.defaultEstimate?.value
    sizes = Dictionary(uniqueKeysWithValues: EstimateReading.standardSizes.map { ($0, $1) })
    for (name, size) in settings.sizes { sizes[name] = size.value }
    maxParallel = settings.maxParallel?.value
    deadline = settings.deadline?.value
    deadlines = Dictionary(settings.deadlines.map { ($0.feature.value, $0.seconds.value) }) {
      first, _ in first
    }
  }

  /// The seconds that an estimate stands for; `nil` when it is no time.
  func seconds(_ reading: EstimateReading) -> Int? {
    switch reading {
    case .time(let estimate): estimate.expectedSeconds > 0 ? estimate.expectedSeconds : nil
    case .size(let name): sizes[name]
    case .otherMeasure, .unreadable: nil
    }
  }
}
