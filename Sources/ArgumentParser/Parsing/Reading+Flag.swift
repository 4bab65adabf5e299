extension Reading where Value == Bool {
  static func onOrOff(default value: Bool?, invertible: Bool = false) -> Self {
    Reading(
      defaultValue: value, isRequired: value == nil,
      describe: { value in invertible ? (value ? "on" : "off") : nil },
      read: { occurrences, _ throws(ParserError) in
        occurrences[occurrences.count - 1].variant == 0
      })
  }
}

extension Reading where Value == Bool? {
  static func onOffOrNone() -> Self {
    Reading(
      defaultValue: .some(nil), isRequired: false, describe: { _ in nil },
      read: { occurrences, _ throws(ParserError) in
        occurrences[occurrences.count - 1].variant == 0
      })
  }
}

extension Reading where Value: EnumerableFlag {
  static func caseOfFlag(default value: Value? = nil) -> Self {
    Reading(
      defaultValue: value, isRequired: value == nil,
      describe: { value in
        Value.name(for: value).names(for: String(describing: value)).preferred?.spelled
      },
      read: { occurrences, subject throws(ParserError) in
        Array(Value.allCases)[try subject.onlyVariant(of: occurrences)]
      })
  }
}

extension Reading {
  static func caseOfFlagOrNone<Element: EnumerableFlag>() -> Self where Value == Element? {
    Reading(
      defaultValue: .some(nil), isRequired: false, describe: { _ in nil },
      read: { occurrences, subject throws(ParserError) in
        Array(Element.allCases)[try subject.onlyVariant(of: occurrences)]
      })
  }
}

extension Reading.Subject {
  /// The one variant that was given, perhaps several times.
  fileprivate func onlyVariant(of occurrences: [Occurrence]) throws(ParserError) -> Int {
    let first = occurrences[0].variant
    if let other = occurrences.first(where: { $0.variant != first })?.variant {
      let names = [first, other].map { variant in
        definition.names(of: variant, label: label).preferred?.spelled ?? label
      }
      throw .conflictingFlags(names[0], names[1])
    }
    return first
  }
}
