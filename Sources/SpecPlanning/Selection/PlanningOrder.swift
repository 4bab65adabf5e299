/// What silence of a task list about dependencies means.
package enum PlanningOrder: String, Sendable, Hashable, CaseIterable {
  /// In the order written, inside a feature.
  case document
  /// What the text tells about files and names; a task that names no file keeps its place.
  case infer
  /// Nothing: only what is written holds.
  case declared
}
