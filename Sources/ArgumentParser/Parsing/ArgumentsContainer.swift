/// The properties of a type of arguments, as the compiler's `init(from:)` asks for them.
struct ArgumentsContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: ArgumentsDecoder

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { decoder.interface.properties.compactMap { Key(stringValue: $0.label) } }

  func contains(_ key: Key) -> Bool {
    decoder.interface.properties.contains { $0.label == key.stringValue }
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    guard let value = try decoder.value(of: key.stringValue) else { return true }
    return (value as? any OptionalValue)?.isNil ?? false
  }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    try value(forKey: key)
  }

  private func value<T>(forKey key: Key) throws -> T {
    guard let value = try decoder.value(of: key.stringValue) as? T else {
      throw DecodingError.notAnArgument(T.self, decoder)
    }
    return value
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try value(forKey: key) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try value(forKey: key) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try value(forKey: key) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try value(forKey: key) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try value(forKey: key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try value(forKey: key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try value(forKey: key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try value(forKey: key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try value(forKey: key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try value(forKey: key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try value(forKey: key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try value(forKey: key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try value(forKey: key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try value(forKey: key) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    throw DecodingError.notAnArgument(NestedKey.self, decoder)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw DecodingError.notAnArgument([Any].self, decoder)
  }

  func superDecoder() throws -> any Decoder { decoder }

  func superDecoder(forKey key: Key) throws -> any Decoder { decoder }
}

/// An optional of any type, for telling an absent value from a present one.
private protocol OptionalValue {
  var isNil: Bool { get }
}

extension Optional: OptionalValue {
  fileprivate var isNil: Bool { if case .none = self { true } else { false } }
}
