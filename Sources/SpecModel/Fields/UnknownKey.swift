package import Diagnostics

/// A key that the reader does not know.
package struct UnknownKey: Sendable, Hashable {
  package var key: Located<String>
  /// Where it stands, such as `agents` or `features.dashboard`; empty at the top.
  package var container: String
  /// The known keys of that place.
  package var known: [String]

  package init(key: Located<String>, container: String, known: [String]) {
    self.key = key
    self.container = container
    self.known = known
  }

  /// The known key that was most likely meant, if one is near.
  package var suggestion: String? { nearMiss(to: key.value, among: known) }
}
