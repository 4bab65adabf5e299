/// JSON as tests look at it; a strict reader, so that reading is itself a check.
package indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The text is no JSON, at the offset of a byte.
  package struct Invalid: Error, CustomStringConvertible {
    package let offset: Int
    package var description: String { "no valid JSON at byte \(offset)" }
  }

  package init(_ bytes: [UInt8]) throws {
    var reader = Reader(bytes: bytes)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw Invalid(offset: reader.place) }
  }

  package subscript(_ key: String) -> JSONValue {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  package var items: [JSONValue] {
    if case .array(let items) = self { items } else { [] }
  }

  package var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var int: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }

  package var texts: [String] { items.compactMap(\.text) }
}

private struct Reader {
  let bytes: [UInt8]
  var place = 0

  private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

  mutating func skipSpace() {
    while let byte, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { place += 1 }
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let matches = bytes[place...].starts(
      with: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    if matches { place += word.utf8CodeUnitCount }
    return matches
  }

  private mutating func want(_ word: StaticString) throws {
    skipSpace()
    guard take(word) else { throw JSONValue.Invalid(offset: place) }
  }

  mutating func value(depth: Int) throws -> JSONValue {
    guard depth < 64 else { throw JSONValue.Invalid(offset: place) }
    skipSpace()
    if take("null") { return .null }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "{"): return .object(try object(depth))
    default: return .number(try number())
    }
  }

  private mutating func array(_ depth: Int) throws -> [JSONValue] {
    try want("[")
    skipSpace()
    if take("]") { return [] }
    var items: [JSONValue] = []
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return items }
      try want(",")
    }
  }

  private mutating func object(_ depth: Int) throws -> [String: JSONValue] {
    try want("{")
    skipSpace()
    if take("}") { return [:] }
    var members: [String: JSONValue] = [:]
    while true {
      skipSpace()
      let key = try string()
      guard members[key] == nil else { throw JSONValue.Invalid(offset: place) }
      try want(":")
      members[key] = try value(depth: depth + 1)
      skipSpace()
      if take("}") { return members }
      try want(",")
    }
  }

  private mutating func number() throws -> Double {
    let start = place
    while let byte, "+-.eE0123456789".utf8.contains(byte) { place += 1 }
    guard let number = Double(String(decoding: bytes[start..<place], as: UTF8.self)) else {
      throw JSONValue.Invalid(offset: start)
    }
    return number
  }

  private mutating func string() throws -> String {
    try want("\"")
    var text: [UInt8] = []
    while let byte {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { break }
        return string
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw JSONValue.Invalid(offset: place - 1)
      default: text.append(byte)
      }
    }
    throw JSONValue.Invalid(offset: place)
  }

  private mutating func escape() throws -> Character {
    guard let byte else { throw JSONValue.Invalid(offset: place) }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "u"):
      let digits = bytes[place..<min(place + 4, bytes.count)]
      guard let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw JSONValue.Invalid(offset: place) }
      place += 4
      return Character(scalar)
    default: throw JSONValue.Invalid(offset: place - 1)
    }
  }
}
