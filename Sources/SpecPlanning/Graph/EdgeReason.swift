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
  /// `Depends On` of a module's specification.
  case moduleDependency = "module dependency"
  /// A line of code in a module's specification that imports another.
  case moduleImport = "module import"
  /// `Depends On` of a layer's document.
  case layerDependency = "layer dependency"
  /// The text of the task names the other; inferred, like the five that follow.
  case taskMention = "task mention"
  /// A checkpoint stands behind all that is written before it.
  case checkpoint = "checkpoint"
  /// The task writes the tests of a file that the other makes.
  case testOfFile = "test of its file"
  /// The task leverages or names a file that the other makes.
  case useOfFile = "use of its file"
  /// The task names in its title what the other introduces in its own.
  case useOfName = "use of its name"
  /// The task works on a table that the other makes.
  case useOfTable = "use of its table"
  /// One is written behind the other and nothing else is said.
  case documentOrder = "document order"
  /// Both name the same file.
  case sameFile = "same file"
  /// Both use something that only one may use at a time.
  case exclusiveResource = "exclusive resource"
  /// One is part of what the other gathers.
  case membership = "part of"
}

extension EdgeReason {
  /// How much an inferred reason is worth; `nil` for reasons that are written or follow from rules.
  package var confidence: Confidence? {
    switch self {
    case .taskMention, .checkpoint, .testOfFile: .high
    case .useOfFile, .useOfName, .useOfTable: .medium
    default: nil
    }
  }

  /// Whether the reason was found in the text instead of being declared.
  package var isInferred: Bool { confidence != nil }
}

/// How often inferred waits of a kind are those that people declare.
///
/// Of declared waits that were hidden, those of high confidence were right in more than nine of ten
/// cases, those of medium confidence in about eight; `docs/planning.md` has the figures.
package enum Confidence: String, Sendable, Hashable, CaseIterable, Comparable {
  case medium, high

  package static func < (left: Confidence, right: Confidence) -> Bool {
    left == .medium && right == .high
  }
}

/// The reason of one edge and where it is written.
///
/// The place is in the task list of the feature that waits, for the edges between features in the registry.
struct EdgeOrigin: Sendable {
  var reason: EdgeReason
  /// The number of the exclusive resource, counted from 1; 0 for none and for those past 65,535.
  private var resourceNumber: UInt16
  private var lower: UInt32
  private var upper: UInt32

  init(_ reason: EdgeReason, resource: Int? = nil, at range: Range<Offset>) {
    self.reason = reason
    resourceNumber = resource.flatMap { UInt16(exactly: $0 + 1) } ?? 0
    lower = UInt32(clamping: range.lowerBound.utf8)
    upper = UInt32(clamping: range.upperBound.utf8)
  }

  /// The number of the exclusive resource, counted from 0.
  var resource: Int? { resourceNumber == 0 ? nil : Int(resourceNumber) - 1 }

  var range: Range<Offset> { Range(Int(lower), Int(max(lower, upper))) }
}
