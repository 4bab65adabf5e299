/// Makes a value of a type of arguments out of what was given for each.
///
/// Conformance to `Decodable`, which the compiler writes, is the way to set the properties of a
/// value type by name.
struct ArgumentsDecoder: Decoder {
  let interface: Interface
  let slots: [Interface.Slot]
  /// What was given, by slot.
  let occurrences: [[Occurrence]]

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(ArgumentsContainer(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    throw DecodingError.notAnArgument([Any].self, self)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    throw DecodingError.notAnArgument(Any.self, self)
  }

  /// The value of a property: the wrapper for an argument or a group, else the initial value.
  func value(of label: String) throws -> Any? {
    guard let found = interface.properties.first(where: { $0.label == label }) else { return nil }
    switch found.property {
    case .argument(let slot):
      return try slots[slot].wrapper.parsed(from: occurrences[slot], label: label)
    case .group(let wrapper, let interface):
      return try wrapper.parsed(
        from: ArgumentsDecoder(interface: interface, slots: slots, occurrences: occurrences))
    case .plain(let value):
      return value
    }
  }
}

extension DecodingError {
  /// The error for what only a mistake in the declaration of a command can ask for.
  static func notAnArgument(_ type: Any.Type, _ decoder: any Decoder) -> DecodingError {
    .typeMismatch(
      type,
      Context(codingPath: decoder.codingPath, debugDescription: "'\(type)' is not an argument"))
  }
}
