/// What a source file says of itself: `@spec checkout/2.3`.
package struct SpecTag: Sendable, Hashable {
  /// One item of the list behind the mark.
  package struct Target: Sendable, Hashable {
    package var feature: String
    /// The id of a requirement, a criterion or, behind `task-`, a task.
    package var id: String

    package init(feature: String, id: String) {
      self.feature = feature
      self.id = id
    }

    /// As it is written: `checkout/2.3`.
    package var text: String { "\(feature)/\(id)" }
  }

  /// In the order written; empty where the tag names no feature.
  package var targets: [Target]
  /// The line and column of the `@`, from 1, columns in Unicode scalars.
  package var line: Int
  package var column: Int
  /// What the tag belongs to, where that can be told.
  package var declaration: TaggedDeclaration?

  package init(
    targets: [Target], line: Int, column: Int = 1, declaration: TaggedDeclaration? = nil
  ) {
    self.targets = targets
    self.line = line
    self.column = column
    self.declaration = declaration
  }
}

/// The function or the titled block that a tag stands at.
package struct TaggedDeclaration: Sendable, Hashable {
  /// What a runner may call it: its name, and titles given to it.
  package var names: [String]
  package var line: Int
  /// The types and titled groups around it, the innermost first.
  package var enclosing: [String]

  package init(names: [String], line: Int, enclosing: [String] = []) {
    self.names = names
    self.line = line
    self.enclosing = enclosing
  }
}
