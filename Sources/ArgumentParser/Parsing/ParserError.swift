/// What is wrong with the arguments: facts, which ``ParserError/message`` turns into words.
enum ParserError: Error {
  /// A name that no option has; `whole` is the argument it stands in, where that says more.
  case unknownOption(String, whole: String?, known: [String])
  /// An option at which no value stands.
  case missingValue(of: String)
  /// A flag with a value.
  case unexpectedValue(String, of: String)
  case unknownSubcommand(String, known: [String])
  case unexpectedArguments([String])
  /// A required argument that was not given.
  case missing(ArgumentDefinition.Kind, String)
  case invalidValue(String, argument: String, type: any ExpressibleByArgument.Type)
  /// Two flags that exclude each other.
  case conflictingFlags(String, String)
  /// What `validate()` of a command or a group has thrown.
  case rejected(ValidationError)
}

/// Why parsing did not end in a command that can be run, and at which command it stood.
struct CommandError: Error {
  enum Reason {
    case helpRequested
    case versionRequested(String)
    case failed(ParserError)
  }

  /// The commands from the root on.
  var path: [any ParsableCommand.Type]
  var reason: Reason
}
