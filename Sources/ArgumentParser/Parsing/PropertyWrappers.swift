/// A property wrapper that declares one argument and holds its value.
protocol ArgumentWrapper<Value>: Decodable {
  associatedtype Value
  init(_ state: WrapperState<Value>)
  var state: WrapperState<Value> { get }
}

extension ArgumentWrapper {
  /// Never succeeds: values come from ``ArgumentsDecoder``, which makes them without this.
  package init(from decoder: any Decoder) throws {
    throw DecodingError.notAnArgument(Self.self, decoder)
  }

  /// What was declared; `nil` once a value was set.
  var definition: ArgumentDefinition? {
    if case .declared(let definition, _) = state { definition } else { nil }
  }

  /// How help shows the default value, if there is one worth showing.
  var defaultDescription: String? {
    guard case .declared(_, let reading) = state else { return nil }
    return reading.defaultValue.flatMap(reading.describe)
  }

  /// The wrapper with the value of what was given, or else with the default value.
  func parsed(from occurrences: [Occurrence], label: String) throws(ParserError) -> Self {
    guard case .declared(let definition, let reading) = state else { return self }
    if !occurrences.isEmpty {
      let subject = Reading<Value>.Subject(definition: definition, label: label)
      return Self(.parsed(try reading.read(occurrences, subject)))
    }
    guard let value = reading.defaultValue else {
      throw .missing(definition.kind, definition.display(label: label))
    }
    return Self(.parsed(value))
  }
}

/// A property wrapper that holds arguments declared in a type of their own.
protocol GroupWrapper {
  var type: any ParsableArguments.Type { get }
  var title: String { get }
  var isHidden: Bool { get }
  func parsed(from decoder: ArgumentsDecoder) throws -> Self
}
