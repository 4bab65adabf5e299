import Diagnostics
package import SpecModel

/// What decides which tasks must not share a moment.
package struct ConflictSettings: Sendable {
  /// What only one task may use at a time.
  package var resources: [ExclusiveResource]
  /// Whether paths that differ in letter case alone are one file.
  package var ignoresCase: Bool

  package init(resources: [ExclusiveResource] = [], ignoresCase: Bool = false) {
    self.resources = resources
    self.ignoresCase = ignoresCase
  }

  /// Letter case counts unless the settings say otherwise.
  package init(_ settings: PlanningSettings) {
    self.init(resources: settings.resources, ignoresCase: settings.ignoresCase?.value ?? false)
  }
}
