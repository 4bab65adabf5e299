/// A command: its arguments, its place among other commands and what it does.
package protocol ParsableCommand: ParsableArguments {
  static var configuration: CommandConfiguration { get }

  /// Does the work. Without an implementation the command shows its help.
  mutating func run() throws
}

extension ParsableCommand {
  package static var configuration: CommandConfiguration { CommandConfiguration() }

  package mutating func run() throws {
    throw CleanExit.helpRequest(self)
  }

  /// The name by which people call the command: the configured one, or the type's in kebab-case.
  static var name: String {
    configuration.commandName ?? String(describing: Self.self).kebabCased
  }
}

extension ParsableCommand {
  /// The command that the arguments select among this one and its subcommands, ready to run.
  ///
  /// The default is the arguments of the process. Linear in the length of the arguments.
  ///
  /// - Throws: An error for `exitCode(for:)` and `fullMessage(for:)`, also for `--help`.
  package static func parseAsRoot(_ arguments: [String]? = nil) throws -> any ParsableCommand {
    try CommandParser.parse(arguments ?? Array(CommandLine.arguments.dropFirst()), as: self)
  }

  /// This command with its arguments; the names of subcommands mean nothing here.
  package static func parse(_ arguments: [String]? = nil) throws -> Self {
    try CommandParser.parseAlone(arguments ?? Array(CommandLine.arguments.dropFirst()), as: self)
  }
}
