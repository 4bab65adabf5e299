package import Diagnostics

/// `planning:`: how plans are made.
package struct PlanningSettings: Sendable {
  /// `document`, `infer` or `declared`.
  package var order: Located<String>?
  /// Gets the tasks that no agent of the feature fits.
  package var defaultAgent: Located<String>?
  /// How many steps may run at once, whatever their priority.
  package var maxParallel: Located<Int>?
  /// What a task without an estimate takes, in seconds.
  package var defaultEstimate: Located<Int>?
  /// What the sizes of estimates stand for, in seconds, by name.
  package var sizes: [String: Located<Int>] = [:]
  /// When everything is to be done, in seconds from the start.
  package var deadline: Located<Int>?
  /// When single features are to be done, in the order written.
  package var deadlines: [FeatureDeadline] = []
  /// What only one task may use at a time, in the order written.
  package var resources: [ExclusiveResource] = []
  /// Whether paths that differ in letter case alone are one file.
  package var ignoresCase: Located<Bool>?

  package init() {}
}

/// When one feature is to be done.
package struct FeatureDeadline: Sendable {
  package var feature: Located<String>
  /// In seconds from the start of the plan.
  package var seconds: Located<Int>
}

/// Something that only one task may use at a time, such as a database or a build folder.
package struct ExclusiveResource: Sendable {
  /// The key below `resources:`.
  package var name: Located<String>
  /// Paths or globs; a task that names one of them uses the resource.
  package var files: [Located<String>] = []
  /// Words; a task whose title holds one of them uses the resource.
  package var words: [Located<String>] = []
}
