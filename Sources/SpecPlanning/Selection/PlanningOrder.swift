/// What silence of a task list about dependencies means.
package enum PlanningOrder: String, Sendable, Hashable, CaseIterable {
  /// In the order written, inside a feature.
  case document
  /// Nothing: only what is written holds.
  case declared
}
