/// What is wrong with the arguments: facts, which ``ParserError/message`` turns into words.
enum ParserError: Error {
  /// A name that no option has; `whole` is the argument it stands in, where that says more. `values` are
  /// the words that options take, each with what to write in its place.
  case unknownOption(String, whole: String?, known: [String], values: [String: String])
  /// An option at which no value stands.
  case missingValue(of: String)
  /// A flag with a value.
  case unexpectedValue(String, of: String)
  /// A name that no subcommand has, with the names of those that there are and of the options; `deeper`
  /// is how the name makes sense below a subcommand.
  case unknownSubcommand(String, known: [String], options: [String], deeper: String?)
  /// Arguments that no option and no place takes; `option` is one that has to be given and was not.
  case unexpectedArguments([String], option: String?, takesOthers: Bool)
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
