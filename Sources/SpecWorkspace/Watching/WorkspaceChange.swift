/// What happened in a workspace since somebody looked.
package struct WorkspaceChange: Sendable, Equatable {
  /// The paths of documents and directories that were written, made, moved or removed.
  package var paths: Set<String> = []
  /// Whether the system lost count, so that anything may have changed.
  package var isUncertain = false

  package init(paths: Set<String> = [], isUncertain: Bool = false) {
    self.paths = paths
    self.isUncertain = isUncertain
  }

  package var isEmpty: Bool { paths.isEmpty && !isUncertain }
}
