extension CommandDescription {
  /// How far below a command its description reaches.
  enum Depth {
    /// Arguments of the command; names and abstracts of its subcommands.
    case summary
    /// Arguments of all subcommands as well.
    case everything
  }

  /// The description of a whole command tree.
  package init(of root: any ParsableCommand.Type) {
    self.init(of: root, below: [], depth: .everything)
  }

  init(of command: any ParsableCommand.Type, below parents: [String], depth: Depth) {
    let configuration = command.configuration
    self.init(summaryOf: command, below: parents)
    let path = parents + [name]
    arguments = CommandDescription.arguments(of: command)
    subcommands = configuration.subcommands.map { subcommand in
      var description =
        depth == .everything
        ? CommandDescription(of: subcommand, below: path, depth: depth)
        : CommandDescription(summaryOf: subcommand, below: path)
      description.isDefault = configuration.defaultSubcommand == subcommand
      return description
    }
    if parents.isEmpty, !subcommands.isEmpty,
      configuration.subcommand(named: HelpSubcommand.name) == nil
    {
      subcommands.append(.help(for: subcommands, of: name))
    }
  }

  /// A command without its arguments and subcommands.
  private init(summaryOf command: any ParsableCommand.Type, below parents: [String]) {
    let configuration = command.configuration
    self.init(
      name: command.name, parents: parents, abstract: configuration.abstract,
      discussion: configuration.discussion, usage: configuration.usage,
      examples: configuration.examples, aliases: configuration.aliases,
      isHidden: !configuration.shouldDisplay, arguments: [], subcommands: [])
  }

  /// The subcommand that parsing itself provides.
  private static func help(for subcommands: [CommandDescription], of root: String) -> Self {
    let names = subcommands.filter { !$0.isHidden }.map(\.name)
    let argument = ArgumentDescription(
      kind: .positional, names: [], valueName: "subcommand", abstract: "The command to explain.",
      completion: .list(names), isRepeatable: true)
    return CommandDescription(
      name: HelpSubcommand.name, parents: [root], abstract: HelpSubcommand.abstract,
      discussion: "", examples: [], aliases: [], isHidden: false, arguments: [argument, .help],
      subcommands: [])
  }

  private static func arguments(of command: any ParsableCommand.Type) -> [ArgumentDescription] {
    let scope = CommandScope(command)
    var arguments = scope.slots.flatMap(ArgumentDescription.descriptions)
    if case .version = scope.targets["--version"] {
      var version = ArgumentDescription.version
      if scope.configuration.versionReport != nil {
        version.discussion = "With '--json' behind it, also what it was built from, as JSON."
      }
      arguments.append(version)
    }
    var help = ArgumentDescription.help
    help.names = help.names.filter { name in
      if case .help = scope.targets[name.spelled] { true } else { false }
    }
    if !help.names.isEmpty { arguments.append(help) }
    return arguments
  }
}

extension ArgumentDescription {
  fileprivate static let help = ArgumentDescription(
    kind: .flag, names: [.short("h"), .long("help")], abstract: "Show help information.")
  fileprivate static let version = ArgumentDescription(
    kind: .flag, names: [.long("version")], abstract: "Show the version.")

  /// The arguments that a property declares: one, or for a flag with many values one a value.
  fileprivate static func descriptions(of slot: Interface.Slot) -> [ArgumentDescription] {
    let definition = slot.definition
    let names = definition.variants.indices.map { definition.names(of: $0, label: slot.label) }
    var description = ArgumentDescription(
      kind: .positional, names: names.first ?? [],
      abstract: definition.help?.abstract ?? "", discussion: definition.help?.discussion ?? "",
      defaultValue: slot.wrapper.defaultDescription,
      isRepeatable: definition.isRepeatable, isOptional: !definition.isRequired,
      isHidden: slot.isHidden, section: slot.section)
    if let type = definition.valueType {
      description.kind = definition.kind == .option ? .option : .positional
      description.valueName = definition.valueName(label: slot.label)
      description.allValues = type.allValueStrings
      description.completion = definition.completion ?? type.defaultCompletionKind
      return [description]
    }
    description.kind = .flag
    if definition.variants.contains(where: \.isInverse) {
      description.inverseNames = names.dropFirst().flatMap(\.self)
      return [description]
    }
    return zip(definition.variants, names).map { variant, names in
      var flag = description
      flag.names = names
      flag.defaultValue = names.contains { $0.spelled == description.defaultValue } ? "" : nil
      if let help = variant.help {
        flag.abstract = help.abstract
        flag.discussion = help.discussion
        flag.isHidden = slot.isHidden || help.visibility == .hidden
      }
      return flag
    }
  }
}
