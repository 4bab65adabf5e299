/// The subcommand `help`, which every root with subcommands understands.
enum HelpSubcommand {
  static let name = "help"
  static let abstract = "Show subcommand help information."
}

extension CommandConfiguration {
  /// The subcommand that has a name or an alias; the default subcommand need not be in the list.
  func subcommand(named name: String) -> (any ParsableCommand.Type)? {
    subcommands.first { subcommand in
      subcommand.name == name || subcommand.configuration.aliases.contains(name)
    }
  }

  /// The names and aliases of the subcommands that are shown.
  var subcommandNames: [String] {
    subcommands.filter { $0.configuration.shouldDisplay }.flatMap { subcommand in
      [subcommand.name] + subcommand.configuration.aliases
    }
  }
}

extension CommandScope {
  /// Whether a name is that of an option that is not shown.
  func isHidden(_ name: String) -> Bool {
    if case .argument(let slot, _) = targets[name] { slots[slot].isHidden } else { false }
  }
}
