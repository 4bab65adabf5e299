/// What a shell offers as values of an argument.
package enum CompletionKind: Hashable, Sendable {
  /// Nothing.
  case `default`
  /// These words.
  case list([String])
  /// Directories, and files that have one of the extensions (without the dot) if any is given.
  case file(extensions: [String] = [])
  case directory
  /// The lines that a command, run by the shell, prints. They are offered as they are, never run.
  case shellCommand(String)
}
