import Diagnostics

extension ParserError {
  /// What is wrong: a phrase, lower case, without a full stop.
  var message: String {
    switch self {
    case .unknownOption(let name, let whole?, _, _):
      "unknown option \(quoted(name)) in \(quoted(whole))"
    case .unknownOption(let name, nil, _, _):
      "unknown option \(quoted(name))"
    case .missingValue(let option):
      "missing value for \(quoted(option))"
    case .unexpectedValue(let value, let flag):
      "\(quoted(flag)) takes no value, but \(quoted(value)) was given"
    case .unknownSubcommand(let name, _, _, _):
      "unknown subcommand \(quoted(name))"
    case .unexpectedArguments(let texts, _, _):
      "unexpected argument\(texts.count == 1 ? "" : "s") \(listed(texts))"
    case .missing(.positional, let argument):
      "missing argument \(quoted(argument))"
    case .missing(.option, let argument):
      "missing option \(quoted(argument))"
    case .missing(.flag, let argument):
      "missing flag \(quoted(argument))"
    case .invalidValue(let text, let argument, let type):
      "invalid value \(quoted(text)) for \(quoted(argument)): \(expectation(of: type))"
    case .conflictingFlags(let first, let second):
      "\(quoted(first)) and \(quoted(second)) exclude each other"
    case .rejected(let error):
      error.message
    }
  }

  /// What was probably meant, or what to do.
  ///
  /// The description of the command has its examples.
  func help(for command: CommandDescription) -> String? {
    if case .rejected(let error) = self { return error.help }
    if let meant { return "did you mean \(quoted(meant))?" }
    switch self {
    case .unexpectedArguments(_, _, takesOthers: false):
      return "\(quoted(command.fullName)) takes only options"
    case .unexpectedArguments, .missing:
      return command.exampleWithArguments.map { "such as \(quoted($0))" }
    default: return nil
    }
  }

  /// What was probably meant.
  private var meant: String? {
    switch self {
    case .unknownOption(let name, let whole, let known, let values):
      nearOption(to: whole ?? name, of: known) ?? values[String((whole ?? name).drop { $0 == "-" })]
    case .unknownSubcommand(let name, let known, let options, let deeper):
      nearMiss(to: name, among: known)
        ?? (options.contains("--\(name)") ? "--\(name)" : nil) ?? deeper
    case .invalidValue(let text, _, let type): nearMiss(to: text, among: type.allValueStrings)
    case .unexpectedArguments(let texts, let option?, _):
      texts.count == 1 ? "\(option) \(texts[0])" : nil
    default: nil
    }
  }

  /// Whether the words say all that can be said of how the command is called.
  var namesWhatIsAllowed: Bool {
    switch self {
    case .invalidValue, .conflictingFlags, .rejected: true
    default: false
    }
  }
}

extension CommandDescription {
  /// The first example that gives the command an argument.
  fileprivate var exampleWithArguments: String? {
    examples.map(\.command).first { $0.hasPrefix(fullName + " ") }
  }
}

/// The long name near to an unknown one; letters are all near to each other and say nothing.
private func nearOption(to name: String, of known: [String]) -> String? {
  let word = name.drop { $0 == "-" }
  guard word.count > 1 else { return nil }
  let words = known.filter { $0.hasPrefix("--") }.map { String($0.dropFirst(2)) }
  return nearMiss(to: String(word), among: words).map { "--\($0)" }
}

private func expectation(of type: any ExpressibleByArgument.Type) -> String {
  let values = type.allValueStrings
  if !values.isEmpty { return "allowed \(values.count == 1 ? "is" : "are") \(listed(values))" }
  if type is any BinaryInteger.Type { return "not a whole number" }
  if type is any BinaryFloatingPoint.Type { return "not a number" }
  return "not understood"
}

/// The first few texts, quoted, and how many more there are.
private func listed(_ texts: [String], limit: Int = 20) -> String {
  let shown = texts.prefix(limit).map(quoted).joined(separator: ", ")
  return texts.count > limit ? "\(shown) and \(texts.count - limit) more" : shown
}

/// A text in quotes, safe for a terminal: cut when very long, control characters made visible.
private func quoted(_ text: String) -> String {
  let limit = 200
  let scalars = text.unicodeScalars
  var shown = "'"
  for scalar in scalars.prefix(limit) {
    if scalar.properties.generalCategory == .control {
      shown += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      shown.unicodeScalars.append(scalar)
    }
  }
  if scalars.dropFirst(limit).first != nil { shown += "…" }
  return shown + "'"
}
