/// Why a text is no XML that is read.
package struct XMLError: Error, Sendable, Hashable {
  /// A phrase such as `mismatched tag`.
  package var message: String
  /// From 1.
  package var line: Int
}
