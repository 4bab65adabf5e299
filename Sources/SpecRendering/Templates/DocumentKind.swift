/// The documents that a feature can have, in the order in which they are written.
package enum DocumentKind: String, Sendable, CaseIterable {
  case requirements, design, tasks, architecture

  /// Such as `tasks.md`.
  package var fileName: String { "\(rawValue).md" }

  /// The name of the template, in a workspace's own `templates/` and among the built-in ones.
  package var templateName: String { "\(rawValue)-template.md" }
}
