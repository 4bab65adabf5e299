/// Arguments that are each well-formed and make no sense together.
///
/// The message is a phrase, lower case, without a full stop.
package struct ValidationError: Error, CustomStringConvertible, Sendable {
  package var message: String

  package init(_ message: String) {
    self.message = message
  }

  package var description: String { message }
}
