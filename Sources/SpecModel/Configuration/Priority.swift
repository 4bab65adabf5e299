/// How much a step matters and how it runs beside others.
package enum Priority: String, Sendable, Hashable, CaseIterable, Comparable {
  /// One at a time; a failure stops what follows.
  case critical
  /// Side by side; a failure stops what follows.
  case high
  /// Side by side; a failure is a warning.
  case medium
  /// After everything else; optional.
  case low

  /// `critical` comes first and `low` last.
  package static func < (left: Priority, right: Priority) -> Bool {
    left.rank < right.rank
  }

  /// 0 for critical to 3 for low.
  package var rank: Int {
    switch self {
    case .critical: 0
    case .high: 1
    case .medium: 2
    case .low: 3
    }
  }

  /// Whether what follows must not start when a step of this priority failed.
  package var isBlocking: Bool { self <= .high }
}
