/// How what was given for an argument becomes the value of its property.
struct Reading<Value> {
  var defaultValue: Value?
  var isRequired: Bool
  var isRepeatable = false
  var valueType: (any ExpressibleByArgument.Type)?
  /// How help shows the default value; `nil` where there is nothing to show.
  var describe: @Sendable (Value) -> String?
  /// The value of at least one occurrence.
  var read: @Sendable ([Occurrence], Subject) throws(ParserError) -> Value

  /// The argument that is read, for errors.
  struct Subject {
    var definition: ArgumentDefinition
    var label: String
  }
}

extension Reading: Sendable where Value: Sendable {}

extension Reading where Value: ExpressibleByArgument {
  static func one(default value: Value? = nil) -> Self {
    Reading(
      defaultValue: value, isRequired: value == nil, valueType: Value.self,
      describe: { $0.defaultValueDescription },
      read: { occurrences, subject throws(ParserError) in
        try subject.value(Value.self, of: occurrences[occurrences.count - 1])
      })
  }
}

extension Reading {
  static func oneOrNone<Element: ExpressibleByArgument>() -> Self where Value == Element? {
    Reading(
      defaultValue: .some(nil), isRequired: false, valueType: Element.self, describe: { _ in nil },
      read: { occurrences, subject throws(ParserError) in
        try subject.value(Element.self, of: occurrences[occurrences.count - 1])
      })
  }

  static func many<Element: ExpressibleByArgument>(default values: [Element]? = nil) -> Self
  where Value == [Element] {
    Reading(
      defaultValue: values, isRequired: values == nil, isRepeatable: true, valueType: Element.self,
      describe: { values in
        values.isEmpty ? nil : values.map(\.defaultValueDescription).joined(separator: ", ")
      },
      read: { occurrences, subject throws(ParserError) in
        var values: [Element] = []
        values.reserveCapacity(occurrences.count)
        for occurrence in occurrences {
          values.append(try subject.value(Element.self, of: occurrence))
        }
        return values
      })
  }
}

extension Reading.Subject {
  func value<Element: ExpressibleByArgument>(
    _ type: Element.Type, of occurrence: Occurrence
  ) throws(ParserError) -> Element {
    guard let value = Element(argument: occurrence.text) else {
      throw .invalidValue(
        occurrence.text, argument: definition.display(label: label), type: Element.self)
    }
    return value
  }
}
