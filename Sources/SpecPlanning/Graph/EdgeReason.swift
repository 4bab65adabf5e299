import Diagnostics

/// Why one task waits for another.
package enum EdgeReason: String, Sendable, Hashable, CaseIterable {
  /// A line such as `_Depends: 1.1_`.
  case dependencyLine = "dependency line"
  /// `(depends on 1.1)` in the title.
  case inlineDependency = "inline dependency"
  /// A `waves` block.
  case declaredWaves = "declared waves"
  case mermaid = "mermaid graph"
  case arrowChain = "arrow chain"
  /// `depends_on` of the registry.
  case featureDependency = "feature dependency"
  /// The layers that features belong to.
  case layerOrder = "layer order"
  /// One is written behind the other and nothing else is said.
  case documentOrder = "document order"
  /// Both name the same file.
  case sameFile = "same file"
  /// One is part of what the other gathers.
  case membership = "part of"
}

/// The reason of one edge and where it is written.
///
/// The place is in the task list of the feature that waits, for the edges between features in the registry.
struct EdgeOrigin: Sendable {
  var reason: EdgeReason
  private var lower: UInt32
  private var upper: UInt32

  init(_ reason: EdgeReason, at range: Range<Offset>) {
    self.reason = reason
    lower = UInt32(clamping: range.lowerBound.utf8)
    upper = UInt32(clamping: range.upperBound.utf8)
  }

  var range: Range<Offset> { Range(Int(lower), Int(max(lower, upper))) }
}
