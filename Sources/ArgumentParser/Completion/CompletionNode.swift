/// One command as completion scripts see it: with the options of the commands above it.
struct CompletionNode {
  /// The names from below the root on, each behind a slash; empty for the root.
  var path: String
  var command: CommandDescription
  /// Options and flags that are shown, those of the commands above included.
  var options: [ArgumentDescription]
  /// The arguments without names, by their order.
  var positionals: [ArgumentDescription]
  /// All options that take a value, hidden ones too, for reading what has been typed.
  var valued: [ArgumentDescription]
  /// The subcommands that are shown.
  var subcommands: [CommandDescription] { command.subcommands.filter { !$0.isHidden } }

  /// The nodes of a tree, each before those below it.
  static func all(of root: CommandDescription) -> [CompletionNode] {
    nodes(of: root, path: "", inherited: [])
  }

  private static func nodes(
    of command: CommandDescription, path: String, inherited: [ArgumentDescription]
  ) -> [CompletionNode] {
    var names = Set(command.arguments.flatMap(\.spelledNames))
    var named = command.arguments.filter { $0.kind != .positional }
    for argument in inherited where names.isDisjoint(with: argument.spelledNames) {
      names.formUnion(argument.spelledNames)
      named.append(argument)
    }
    let node = CompletionNode(
      path: path, command: command, options: named.filter { !$0.isHidden },
      positionals: command.arguments.filter { $0.kind == .positional },
      valued: named.filter { $0.kind == .option })
    return [node]
      + command.subcommands.flatMap { subcommand in
        nodes(of: subcommand, path: "\(path)/\(subcommand.name)", inherited: named)
      }
  }
}

extension CommandDescription {
  /// The name and the aliases.
  var allNames: [String] { [name] + aliases }

  /// The name in a form in which shells accept it as part of a function's name.
  var functionName: String {
    "_" + String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}

extension String {
  /// The text between single quotes for bash and zsh.
  var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
