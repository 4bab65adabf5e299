/// A line of a file, as links need it.
package struct TracePlace: Sendable, Hashable, Comparable {
  /// Relative to the root.
  package var path: String
  /// From 1.
  package var line: Int

  package init(path: String, line: Int) {
    self.path = path
    self.line = line
  }

  package var text: String { "\(path):\(line)" }

  package static func < (left: TracePlace, right: TracePlace) -> Bool {
    (left.path, left.line) < (right.path, right.line)
  }
}
