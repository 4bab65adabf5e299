/// JSON as it was read.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// Of several members with one name the last counts.
  case object([String: JSONValue])

  /// The member of an object; null for one that is absent, and for what is no object.
  package subscript(_ name: String) -> JSONValue {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  /// True of an absent member too.
  package var isNull: Bool { self == .null }

  /// `nil` for what is no string.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number, also one that is written as `3.0`.
  package var integer: Int? {
    switch self {
    case .integer(let number): number
    case .number(let number): Int(exactly: number)
    default: nil
    }
  }

  /// `nil` for what is neither true nor false.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of an array; empty for what is none.
  package var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The elements that are strings.
  package var strings: [String] { elements.compactMap(\.string) }
}
