extension ParsableCommand {
  /// What to show for an error that parsing or running this root command has thrown.
  ///
  /// Belongs on standard output where `exitCode(for:)` is success, else on standard error. Empty,
  /// or without a line break at its end.
  package static func fullMessage(for error: any Error, columns: Int? = nil) -> String {
    Outcome(of: error, root: self).text(columns: columns ?? 80)
  }

  /// What is wrong, without the usage and without `error:` before it.
  package static func message(for error: any Error) -> String {
    Outcome(of: error, root: self).message
  }

  /// The status with which the process ends for an error: 64 for wrong usage, 0 for help.
  package static func exitCode(for error: any Error) -> ExitCode {
    Outcome(of: error, root: self).exitCode
  }

  /// The help of this root command.
  package static func helpMessage(includeHidden: Bool = false, columns: Int? = nil) -> String {
    helpMessage(for: self, includeHidden: includeHidden, columns: columns)
  }

  /// The help of a command somewhere below this root.
  package static func helpMessage(
    for subcommand: any ParsableCommand.Type, includeHidden: Bool = false, columns: Int? = nil
  ) -> String {
    let path = path(to: subcommand) ?? [subcommand]
    return CommandDescription(ofLastIn: path)
      .helpText(columns: columns ?? 80, includesHidden: includeHidden)
  }

  /// The commands from this one to another below it; `nil` when it is not below.
  static func path(to command: any ParsableCommand.Type) -> [any ParsableCommand.Type]? {
    if command == self { return [self] }
    for subcommand in configuration.subcommands {
      if let rest = subcommand.path(to: command) { return [self] + rest }
    }
    return nil
  }
}

extension CommandDescription {
  /// The description of a command to which a path leads, for its help.
  init(ofLastIn path: [any ParsableCommand.Type]) {
    let command = path[path.count - 1]
    self.init(of: command, below: path.dropLast().map { $0.name }, depth: .summary)
  }
}
