package import Diagnostics

/// `planning:`: how plans are made.
package struct PlanningSettings: Sendable {
  /// `document` or `declared`.
  package var order: Located<String>?
  package var defaultAgent: Located<String>?

  package init() {}
}
