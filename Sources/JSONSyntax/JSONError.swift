/// Why bytes are no JSON.
package struct JSONError: Error, Sendable, Hashable {
  /// What is wrong, as a phrase.
  package var message: String
  /// The byte at which the reader stopped.
  package var offset: Int

  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}
