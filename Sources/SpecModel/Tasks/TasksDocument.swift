package import Diagnostics

/// A task list: `tasks.md` in any of its dialects.
package struct TasksDocument: Sendable {
  package let text: SpecText
  /// The first heading.
  package var title: Located<String>?
  /// Every task in document order, groups and leaves alike.
  package var tasks: [TaskItem]
  /// The index of the first task of each id.
  package var firstByID: [String: Int]
  /// The headings that are no tasks, in document order.
  package var groups: [TaskGroup]
  /// Boxes without a number that stand before any task.
  package var looseChecklist: [ChecklistItem]
  /// The `waves` blocks, in document order.
  package var waves: [DeclaredWaves]
  /// Edges drawn as arrow chains or mermaid graphs, in document order.
  package var drawnEdges: [DrawnEdge]
  /// The ids of tasks that stand in the names and labels of mermaid nodes, each at exactly its place.
  package var drawnIDs: [Located<String>] = []

  /// Relative to the root.
  package var path: String { text.path }

  /// Whether the document says of any task what it waits for, or that it waits for nothing.
  package var declaresAnyDependency: Bool {
    !waves.isEmpty || !drawnEdges.isEmpty
      || tasks.contains { $0.declaresDependencies || !$0.inlineDependencies.isEmpty }
  }
}

/// A heading that gathers tasks without being one.
package struct TaskGroup: Sendable {
  /// The number in the heading, such as `2` of `## Phase 2: Storage`; `nil` without one.
  package var id: String?
  /// The word before the number, in lower case, such as `phase`; empty without one.
  package var word: String
  /// The text behind the number; all of it where there is none.
  package var title: String
  /// From 1 to 6.
  package var level: Int
  package var range: Range<Offset>
  /// The tasks below the heading and above the next one of its level or higher, as a range of indices.
  package var tasks: Range<Int>
}

/// An edge drawn in a chain such as `1.1 → 1.2` or in a mermaid graph; both ends are ids of tasks.
package struct DrawnEdge: Sendable, Hashable {
  /// How the edge is drawn.
  package enum Drawing: Sendable, Hashable { case chain, mermaid }

  /// What comes first; in a mermaid graph at the node with its label.
  package var from: Located<String>
  /// What waits for it, placed likewise.
  package var to: Located<String>
  package var drawing: Drawing
}
