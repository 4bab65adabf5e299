/// One command on the way from the root to the selected one: what it accepts and was given.
struct CommandScope {
  /// What a name stands for.
  enum Target {
    case argument(slot: Int, variant: Int)
    case help
    case version
  }

  let type: any ParsableCommand.Type
  let configuration: CommandConfiguration
  let interface: Interface
  let slots: [Interface.Slot]
  /// The meaning of each name, with its dashes.
  private(set) var targets: [String: Target]
  /// What was given with names, by slot.
  private(set) var occurrences: [[Occurrence]]
  /// What was given without names.
  private(set) var positionals: [String] = []

  init(_ type: any ParsableCommand.Type) {
    var slots: [Interface.Slot] = []
    interface = Interface(of: type, slots: &slots)
    self.type = type
    self.slots = slots
    configuration = type.configuration
    occurrences = Array(repeating: [], count: slots.count)
    targets = ["-h": .help, "--help": .help]
    for (index, slot) in slots.enumerated() {
      for variant in slot.definition.variants.indices {
        for name in slot.definition.names(of: variant, label: slot.label) {
          targets[name.spelled] = .argument(slot: index, variant: variant)
        }
      }
    }
    if !configuration.version.isEmpty { targets["--version"] = .version }
  }

  /// Whether the command has arguments without names.
  var takesPositionals: Bool { slots.contains { $0.definition.kind == .positional } }

  /// Whether an argument without a name can mean anything to the command.
  var takesSomething: Bool { takesPositionals || !configuration.subcommands.isEmpty }

  /// Whether a value stands after the name of a target.
  func takesValue(_ target: Target) -> Bool {
    if case .argument(let slot, _) = target {
      slots[slot].definition.kind == .option
    } else {
      false
    }
  }

  mutating func give(_ occurrence: Occurrence, slot: Int) {
    occurrences[slot].append(occurrence)
  }

  mutating func give(positional text: String) {
    positionals.append(text)
  }

  /// Deals the texts without names out to the positional arguments, in order.
  mutating func distributePositionals() throws(ParserError) {
    var rest = positionals[...]
    for (index, slot) in slots.enumerated() where slot.definition.kind == .positional {
      let taken = slot.definition.isRepeatable ? rest.count : 1
      occurrences[index] = rest.prefix(taken).map { Occurrence(text: $0) }
      rest = rest.dropFirst(taken)
    }
    guard !rest.isEmpty else { return }
    throw .unexpectedArguments(
      Array(rest), option: missingOption, takesOthers: takesPositionals)
  }

  /// The name of the one option that has to be given and was not.
  private var missingOption: String? {
    let missing = slots.indices.filter { index in
      let definition = slots[index].definition
      return definition.kind == .option && definition.isRequired && occurrences[index].isEmpty
    }
    guard missing.count == 1, let slot = missing.first.map({ slots[$0] }) else { return nil }
    return slot.definition.names(of: 0, label: slot.label).preferred?.spelled
  }

  /// How a name that no subcommand has makes sense: as one a level deeper, or as an argument of the only
  /// subcommand that there is.
  func deeperMeaning(of name: String) -> String? {
    if let above = configuration.subcommands.first(where: {
      $0.configuration.subcommand(named: name) != nil
    }) {
      return "\(above.name) \(name)"
    }
    guard configuration.subcommands.count == 1, let only = configuration.subcommands.first,
      CommandScope(only).takesPositionals
    else { return nil }
    return "\(only.name) \(name)"
  }

  /// The words that options take, each with the option and the word.
  var values: [String: String] {
    var values: [String: String] = [:]
    for slot in slots where slot.definition.kind == .option && !slot.isHidden {
      let name = slot.definition.names(of: 0, label: slot.label).preferred?.spelled ?? ""
      for value in slot.definition.valueType?.allValueStrings ?? [] where values[value] == nil {
        values[value] = "\(name) \(value)"
      }
    }
    return values
  }

  /// Takes over what was given at any command for the options that it shares with this one.
  mutating func adopt(_ shared: [SharedSlot: [Occurrence]]) {
    for (index, slot) in slots.enumerated() {
      if let given = shared[SharedSlot(slot)] { occurrences[index] = given }
    }
  }

  /// The command with its arguments.
  func command() throws -> any ParsableCommand {
    var command = try type.init(
      from: ArgumentsDecoder(interface: interface, slots: slots, occurrences: occurrences))
    try command.validateAsArguments()
    return command
  }
}

/// What makes an option of two commands the same: the type and the property that declare it.
struct SharedSlot: Hashable {
  private let owner: ObjectIdentifier
  private let label: String

  init(_ slot: Interface.Slot) {
    owner = slot.owner
    label = slot.label
  }
}

extension ParsableArguments {
  /// Calls `validate()` and tells its errors from others.
  mutating func validateAsArguments() throws {
    do {
      try validate()
    } catch let error as ValidationError {
      throw ParserError.rejected(error)
    }
  }
}
