/// Arguments that are each well-formed and make no sense together.
///
/// The message is a phrase, lower case, without a full stop.
package struct ValidationError: Error, CustomStringConvertible, Sendable {
  package var message: String
  /// What to do instead.
  package var help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  /// The message without the help.
  package var description: String { message }
}
