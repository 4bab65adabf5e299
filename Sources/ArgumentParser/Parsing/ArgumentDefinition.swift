/// The facts about one argument that do not depend on the type of its property.
struct ArgumentDefinition: Sendable {
  enum Kind: Sendable {
    case option, flag, positional
  }

  /// The names that mean one and the same value.
  struct Variant: Sendable {
    /// What names are made from, where it is not the property's name.
    var label: String?
    var names: NameSpecification
    /// Whether these are the names that turn a flag off.
    var isInverse = false
    var help: ArgumentHelp?
  }

  var kind: Kind
  /// One for an option, none for a positional argument, one a value for a flag.
  var variants: [Variant]
  var help: ArgumentHelp?
  var completion: CompletionKind?
  var isRequired: Bool
  var isRepeatable: Bool
  /// The type of one value; flags have none.
  var valueType: (any ExpressibleByArgument.Type)?

  /// The names of a variant, given the name of the property.
  func names(of variant: Int, label: String) -> [Name] {
    let variant = variants[variant]
    let names = variant.names.names(for: variant.label ?? label)
    return variant.isInverse ? names.compactMap(\.inverted) : names
  }

  /// The word that stands for the value in help, without `<` and `>`.
  func valueName(label: String) -> String {
    if let name = help?.valueName { return name }
    guard kind == .option, case .long(let name) = names(of: 0, label: label).preferred else {
      return label.kebabCased
    }
    return name
  }

  /// The argument as messages name it: `--format <format>`, `<path>`, `--quiet`.
  func display(label: String) -> String {
    let value = "<\(valueName(label: label))>"
    switch kind {
    case .positional: return value
    case .option:
      guard let name = names(of: 0, label: label).preferred else { return value }
      return "\(name.spelled) \(value)"
    case .flag:
      return variants.indices
        .compactMap { names(of: $0, label: label).preferred?.spelled }
        .joined(separator: "|")
    }
  }
}

extension [ArgumentDefinition.Variant] {
  /// A flag's names and those with `--no-`.
  static func pair(_ names: NameSpecification) -> Self {
    [.init(names: names), .init(names: names, isInverse: true)]
  }

  /// The names of every case.
  static func cases<Value: EnumerableFlag>(of type: Value.Type) -> Self {
    Value.allCases.map { value in
      .init(
        label: String(describing: value), names: Value.name(for: value),
        help: Value.help(for: value))
    }
  }
}
