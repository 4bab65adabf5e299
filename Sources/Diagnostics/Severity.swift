/// How much a finding matters.
package enum Severity: String, Hashable, Comparable, CaseIterable, Sendable {
  case note, warning, error

  /// `note` is the least and `error` the greatest.
  package static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
