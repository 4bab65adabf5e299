/// How a command is called, documented and divided into subcommands.
package struct CommandConfiguration: Sendable {
  /// The name; `nil` stands for the type's name in kebab-case.
  package var commandName: String?
  /// One line that says what the command does.
  package var abstract: String
  /// The usage line, where the one made from the arguments does not serve.
  package var usage: String?
  /// What else there is to say; line breaks are kept, long lines are wrapped.
  package var discussion: String
  /// What `--version` prints; where it is empty there is no such option.
  package var version: String
  /// What `--version --json` prints for other programs; `nil` where `--json` means nothing there.
  package var versionReport: (@Sendable () -> String)?
  /// Whether the list of subcommands and the completions show the command.
  package var shouldDisplay: Bool
  /// In the order of help.
  package var subcommands: [any ParsableCommand.Type]
  /// The subcommand meant when none is named.
  package var defaultSubcommand: (any ParsableCommand.Type)?
  /// Other names for the same command.
  package var aliases: [String]
  /// Complete command lines worth knowing.
  ///
  /// This and ``versionReport`` are the additions to what Apple's package has.
  package var examples: [Example]

  package init(
    commandName: String? = nil, abstract: String = "", usage: String? = nil,
    discussion: String = "", version: String = "", versionReport: (@Sendable () -> String)? = nil,
    shouldDisplay: Bool = true,
    subcommands: [any ParsableCommand.Type] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil, aliases: [String] = [],
    examples: [Example] = []
  ) {
    self.commandName = commandName
    self.abstract = abstract
    self.usage = usage
    self.discussion = discussion
    self.version = version
    self.versionReport = versionReport
    self.shouldDisplay = shouldDisplay
    self.subcommands = subcommands
    self.defaultSubcommand = defaultSubcommand
    self.aliases = aliases
    self.examples = examples
  }

  /// What `--version` prints, given the argument behind it.
  func version(before next: String?) -> String {
    next == "--json" ? versionReport?() ?? version : version
  }

  /// A command line and what it is good for.
  package struct Example: Hashable, Sendable {
    package var command: String
    /// A phrase in lower case without a full stop; manual pages begin it with a capital.
    package var explanation: String

    package init(command: String, explanation: String) {
      self.command = command
      self.explanation = explanation
    }
  }
}
