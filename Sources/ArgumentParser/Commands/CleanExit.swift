/// An end of a command that is no failure, with something to show.
package enum CleanExit: Error, Sendable {
  /// Shows the help of a command; `nil` stands for the root.
  case helpRequest((any ParsableCommand.Type)? = nil)
  /// Shows a text.
  case message(String)

  /// Shows the help of the command that is running.
  package static func helpRequest(_ command: any ParsableCommand) -> CleanExit {
    .helpRequest(type(of: command))
  }
}
