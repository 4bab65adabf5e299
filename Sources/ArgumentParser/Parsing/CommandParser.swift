/// Reads the command line from left to right, descending into the subcommands that it names.
///
/// Linear in the arguments: each is looked up in one table a command on the way.
struct CommandParser {
  private var scopes: [CommandScope]
  private let descends: Bool
  private var position = 0
  private let arguments: [String]

  private init(_ arguments: [String], as root: any ParsableCommand.Type, descends: Bool) {
    self.arguments = arguments
    self.descends = descends
    scopes = [CommandScope(root)]
  }

  /// The command selected among a root and its subcommands.
  static func parse(
    _ arguments: [String], as root: any ParsableCommand.Type
  ) throws -> any ParsableCommand {
    // The most frequent call of all, from scripts and prompts, needs no reflection.
    if arguments.first == "--version", !root.configuration.version.isEmpty {
      let version = root.configuration.version(before: arguments.dropFirst().first)
      throw CommandError(path: [root], reason: .versionRequested(version))
    }
    var parser = CommandParser(arguments, as: root, descends: true)
    return try parser.command()
  }

  /// The command itself, whatever subcommands it has.
  static func parseAlone<Command: ParsableCommand>(
    _ arguments: [String], as type: Command.Type
  ) throws -> Command {
    var parser = CommandParser(arguments, as: type, descends: false)
    guard let command = try parser.command() as? Command else {
      // A command that does not descend stays at its root, whose type this is.
      preconditionFailure("parsing left the root")
    }
    return command
  }

  private mutating func command() throws -> any ParsableCommand {
    do {
      try read()
    } catch let error {
      throw wantsHelp(after: error) ? failure(.helpRequested) : error
    }
    return try commands()
  }

  private func failure(_ reason: CommandError.Reason, at depth: Int? = nil) -> CommandError {
    CommandError(path: scopes.prefix(depth ?? scopes.count).map(\.type), reason: reason)
  }
}

// MARK: - Reading

extension CommandParser {
  private mutating func read() throws(CommandError) {
    var isTerminated = false
    while position < arguments.count {
      let argument = arguments[position]
      position += 1
      if !isTerminated, argument == "--" {
        isTerminated = true
      } else if !isTerminated, looksLikeOption(argument) {
        if argument.hasPrefix("--") {
          try readLong(argument)
        } else {
          try readShort(argument)
        }
      } else {
        try readPositional(argument, canSelect: !isTerminated)
      }
    }
    while descendIntoDefault() {}
    for index in scopes.indices {
      do {
        try scopes[index].distributePositionals()
      } catch let error {
        throw failure(.failed(error), at: index + 1)
      }
    }
  }

  /// Whether an argument is a name; a lone dash and a negative number are values.
  private func looksLikeOption(_ argument: String) -> Bool {
    var bytes = argument.utf8.makeIterator()
    guard bytes.next() == UInt8(ascii: "-"), let second = bytes.next() else { return false }
    switch second {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
      return find(String(argument.prefix(2))) != nil
    default: return true
    }
  }

  /// The meaning of a name at the innermost command that knows it.
  private func find(_ name: String) -> (scope: Int, target: CommandScope.Target)? {
    for index in scopes.indices.reversed() {
      if let target = scopes[index].targets[name] { return (index, target) }
    }
    return nil
  }

  /// As `find`, but where no command knows the name the default subcommand is asked as well.
  private mutating func findOrDescend(
    _ name: String, in whole: String? = nil
  ) throws(CommandError) -> (scope: Int, target: CommandScope.Target) {
    var found = find(name)
    while found == nil, descendIntoDefault() { found = find(name) }
    if let found { return found }
    let known = scopes.flatMap { scope in
      scope.targets.keys.filter { !scope.isHidden($0) }
    }
    var values = scopes.map(\.values).reduce(into: [:]) { $0.merge($1) { $1 } }
    if scopes.count == 1, known.contains("--version") {
      values["v"] = "--version"
      values["V"] = "--version"
    }
    throw failure(
      .failed(.unknownOption(name, whole: whole, known: known.sorted(), values: values)))
  }

  private mutating func readLong(_ argument: String) throws(CommandError) {
    let end = argument.utf8.firstIndex(of: UInt8(ascii: "="))
    let name = String(argument[..<(end ?? argument.endIndex)])
    let value = end.map { String(argument.utf8[argument.utf8.index(after: $0)...]) ?? "" }
    let (scope, target) = try findOrDescend(name)
    if try take(target, scope: scope, name: name, value: value) == .noValue, let value {
      throw failure(.failed(.unexpectedValue(value, of: name)))
    }
  }

  private mutating func readShort(_ argument: String) throws(CommandError) {
    var rest = argument.dropFirst()
    let isAlone = rest.dropFirst().isEmpty
    while let letter = rest.popFirst() {
      let name = "-\(letter)"
      let (scope, target) = try findOrDescend(name, in: isAlone ? nil : argument)
      // Only an option looks at what follows, so that a long run of flags is not copied for each.
      let takesValue = scopes[scope].takesValue(target)
      let joined = rest.first == "=" ? rest.dropFirst() : rest
      let value = takesValue && !rest.isEmpty ? String(joined) : nil
      if try take(target, scope: scope, name: name, value: value) == .tookValue { return }
      if rest.first == "=" {
        throw failure(.failed(.unexpectedValue(String(rest.dropFirst()), of: name)))
      }
    }
  }

  private enum Taken {
    case noValue, tookValue
  }

  /// Records an option with its value, which may be the next argument, or a flag without one.
  private mutating func take(
    _ target: CommandScope.Target, scope: Int, name: String, value: String?
  ) throws(CommandError) -> Taken {
    switch target {
    case .help: throw failure(.helpRequested)
    case .version:
      let next = arguments[position...].first
      throw failure(.versionRequested(scopes[scope].configuration.version(before: next)))
    case .argument(let slot, let variant):
      let definition = scopes[scope].slots[slot].definition
      guard definition.kind == .option else {
        scopes[scope].give(Occurrence(text: "", variant: variant), slot: slot)
        return .noValue
      }
      if let value {
        scopes[scope].give(Occurrence(text: value), slot: slot)
      } else if position < arguments.count, !looksLikeOption(arguments[position]) {
        scopes[scope].give(Occurrence(text: arguments[position]), slot: slot)
        position += 1
      } else {
        let label = scopes[scope].slots[slot].label
        throw failure(.failed(.missingValue(of: definition.display(label: label))))
      }
      return .tookValue
    }
  }
}

// MARK: - Subcommands

extension CommandParser {
  private mutating func readPositional(
    _ argument: String, canSelect: Bool
  ) throws(CommandError) {
    let innermost = scopes.count - 1
    if canSelect, canDescend {
      if let subcommand = scopes[innermost].configuration.subcommand(named: argument) {
        scopes.append(CommandScope(subcommand))
        return
      }
      if scopes.count == 1, argument == HelpSubcommand.name { try readHelp() }
    }
    let couldSelect = canSelect && canDescend
    if descendIntoDefault(), scopes[innermost + 1].takesSomething {
      return try readPositional(argument, canSelect: canSelect)
    }
    if couldSelect, !scopes[innermost].takesPositionals {
      throw failure(
        .failed(
          .unknownSubcommand(
            argument, known: scopes[innermost].configuration.subcommandNames,
            options: scopes[innermost].targets.keys.sorted(),
            deeper: scopes[innermost].deeperMeaning(of: argument))), at: innermost + 1)
    }
    scopes[scopes.count - 1].give(positional: argument)
  }

  /// Whether the innermost command can still select a subcommand.
  private var canDescend: Bool {
    let innermost = scopes.count - 1
    return descends && scopes[innermost].positionals.isEmpty
      && !scopes[innermost].configuration.subcommands.isEmpty
  }

  private mutating func descendIntoDefault() -> Bool {
    guard descends, let scope = scopes.last, scope.positionals.isEmpty,
      let subcommand = scope.configuration.defaultSubcommand
    else { return false }
    scopes.append(CommandScope(subcommand))
    return true
  }

  /// Reads the names after `help` and ends in a request for the help of that command.
  private mutating func readHelp() throws(CommandError) -> Never {
    while position < arguments.count, !looksLikeOption(arguments[position]) {
      let configuration = scopes[scopes.count - 1].configuration
      guard let subcommand = configuration.subcommand(named: arguments[position]) else {
        throw failure(
          .failed(
            .unknownSubcommand(
              arguments[position], known: configuration.subcommandNames, options: [], deeper: nil)))
      }
      scopes.append(CommandScope(subcommand))
      position += 1
    }
    throw failure(.helpRequested)
  }
}

// MARK: - Commands

extension CommandParser {
  /// Makes every command on the way, so that the arguments of each are checked.
  private mutating func commands() throws -> any ParsableCommand {
    if scopes.count > 1 {
      var shared: [SharedSlot: [Occurrence]] = [:]
      for scope in scopes {
        for (slot, given) in zip(scope.slots, scope.occurrences)
        where slot.definition.kind != .positional && !given.isEmpty {
          shared[SharedSlot(slot), default: []] += given
        }
      }
      for index in scopes.indices { scopes[index].adopt(shared) }
    }
    for depth in 1..<scopes.count { _ = try command(at: depth) }
    return try command(at: scopes.count)
  }

  private func command(at depth: Int) throws -> any ParsableCommand {
    do {
      return try scopes[depth - 1].command()
    } catch let error as ParserError {
      throw failure(.failed(error), at: depth)
    }
  }

  /// Whether help was asked for in arguments that are wrong.
  ///
  /// Somebody who does not know how to write a command asks for help at the end of an attempt.
  private func wantsHelp(after error: CommandError) -> Bool {
    guard case .failed(let reason) = error.reason else { return false }
    if case .unknownSubcommand = reason { return false }
    return arguments.prefix { $0 != "--" }.contains { argument in
      guard argument == "-h" || argument == "--help" else { return false }
      if case .help = find(argument)?.target { return true }
      return false
    }
  }
}
