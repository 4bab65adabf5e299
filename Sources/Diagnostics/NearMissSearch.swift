/// Names that many others may be meant for, given out as long as looking through them takes little time.
///
/// Each look takes the whole list, so that a document with as many wrong names as right ones would take the
/// product of both. Nobody misspells hundreds of thousands: what comes after has no near miss.
package struct NearMissSearch: Sendable {
  /// How many names are looked at in all.
  package static let effort = 200_000

  private let names: [String]
  private var looksLeft: Int

  /// A search among some names, of which the first wins where several are equally near.
  package init(_ names: some Sequence<String>) {
    self.names = Array(names)
    looksLeft = max(1, Self.effort / max(1, self.names.count))
  }

  /// The names for one more look; none once there were enough.
  package mutating func candidates() -> [String] {
    guard looksLeft > 0 else { return [] }
    looksLeft -= 1
    return names
  }

  /// The near miss of a name by ``nearMiss(to:among:)``, which is one look.
  package mutating func nearMiss(to name: String) -> String? {
    Diagnostics.nearMiss(to: name, among: candidates())
  }
}
