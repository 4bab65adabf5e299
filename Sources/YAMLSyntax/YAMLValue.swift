/// A value to be written as YAML; mappings keep their order.
package indirect enum YAMLValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case string(String)
  case list([YAMLValue])
  case mapping([Pair])

  /// A key and its value.
  package struct Pair: Hashable, Sendable {
    package var key: String
    package var value: YAMLValue

    package init(_ key: String, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }
}

extension YAMLValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }

  package init(booleanLiteral value: Bool) { self = .bool(value) }

  package init(integerLiteral value: Int) { self = .int(value) }

  package init(arrayLiteral elements: YAMLValue...) { self = .list(elements) }

  package init(dictionaryLiteral elements: (String, YAMLValue)...) {
    self = .mapping(elements.map { Pair($0.0, $0.1) })
  }

  package init(nilLiteral: ()) { self = .null }
}

extension YAMLValue {
  /// Whether the value takes lines of its own: a list or mapping that is not empty.
  var isBlock: Bool {
    switch self {
    case .list(let values): !values.isEmpty
    case .mapping(let pairs): !pairs.isEmpty
    default: false
    }
  }
}
