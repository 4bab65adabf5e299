/// What a property wrapper holds: before parsing a declaration, afterwards a value.
enum WrapperState<Value> {
  case declared(ArgumentDefinition, Reading<Value>)
  case parsed(Value)

  var value: Value {
    guard case .parsed(let value) = self else {
      // Parsing is the only way to a command that is run, and it sets every argument.
      preconditionFailure("an argument was read before it was parsed")
    }
    return value
  }
}

extension WrapperState: Sendable where Value: Sendable {}

extension WrapperState {
  static func option(
    _ names: NameSpecification, _ help: ArgumentHelp?, _ completion: CompletionKind?,
    reading: Reading<Value>
  ) -> Self {
    declared(.option, [.init(names: names)], help, completion, reading)
  }

  static func positional(
    _ help: ArgumentHelp?, _ completion: CompletionKind?, reading: Reading<Value>
  ) -> Self {
    declared(.positional, [], help, completion, reading)
  }

  static func flag(
    _ variants: [ArgumentDefinition.Variant], _ help: ArgumentHelp?, reading: Reading<Value>
  ) -> Self {
    declared(.flag, variants, help, nil, reading)
  }

  private static func declared(
    _ kind: ArgumentDefinition.Kind, _ variants: [ArgumentDefinition.Variant],
    _ help: ArgumentHelp?, _ completion: CompletionKind?, _ reading: Reading<Value>
  ) -> Self {
    let definition = ArgumentDefinition(
      kind: kind, variants: variants, help: help, completion: completion,
      isRequired: reading.isRequired, isRepeatable: reading.isRepeatable,
      valueType: reading.valueType)
    return .declared(definition, reading)
  }
}
