extension JSONValue {
  /// The most arrays and objects inside each other.
  package static let depthLimit = 256

  /// Reads one JSON text as RFC 8259 has it; linear in the bytes.
  ///
  /// Two things are taken that strict readers refuse, since an editor's whole message would be lost
  /// with them: half of a surrogate pair and bytes that are no UTF-8 are read as U+FFFD. Of members
  /// with one name the last counts, unless they are refused.
  package init(_ bytes: [UInt8], refusesRepeatedNames: Bool = false) throws(JSONError) {
    let result = bytes.withUnsafeBufferPointer { bytes -> Result<JSONValue, JSONError> in
      var reader = JSONReader(bytes: bytes, refusesRepeatedNames: refusesRepeatedNames)
      do throws(JSONError) {
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }
}

/// Reads a JSON text from front to back.
struct JSONReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let refusesRepeatedNames: Bool
  var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>, refusesRepeatedNames: Bool = false) {
    self.bytes = bytes
    self.refusesRepeatedNames = refusesRepeatedNames
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard position == bytes.count else {
      throw JSONError("something follows the value", at: position)
    }
    return value
  }

  /// The byte at the position; NUL, which nothing may begin with, at the end.
  var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipBlanks()
    switch current {
    case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
    case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
    case UInt8(ascii: "\""): return .string(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      throw JSONError(
        position < bytes.count ? "no value begins like this" : "the text ends too early",
        at: position)
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [String: JSONValue] {
    try enter(depth)
    var members: [String: JSONValue] = [:]
    if takes(UInt8(ascii: "}")) { return members }
    while true {
      skipBlanks()
      guard current == UInt8(ascii: "\"") else {
        throw JSONError("a name in quotes is wanted", at: position)
      }
      let start = position
      let name = try text()
      guard takes(UInt8(ascii: ":")) else { throw JSONError("':' is wanted", at: position) }
      if members.updateValue(try value(depth: depth), forKey: name) != nil, refusesRepeatedNames {
        throw JSONError("a name stands twice in one object", at: start)
      }
      if takes(UInt8(ascii: "}")) { return members }
      guard takes(UInt8(ascii: ",")) else { throw JSONError("',' or '}' is wanted", at: position) }
    }
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [JSONValue] {
    try enter(depth)
    var elements: [JSONValue] = []
    if takes(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth))
      if takes(UInt8(ascii: "]")) { return elements }
      guard takes(UInt8(ascii: ",")) else { throw JSONError("',' or ']' is wanted", at: position) }
    }
  }

  /// Steps behind an opening bracket.
  private mutating func enter(_ depth: Int) throws(JSONError) {
    guard depth <= JSONValue.depthLimit else {
      throw JSONError("more than \(JSONValue.depthLimit) levels deep", at: position)
    }
    position += 1
  }

  private mutating func takes(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard current == byte, position < bytes.count else { return false }
    position += 1
    return true
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONError) -> JSONValue {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count,
      bytes[position..<end].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    else { throw JSONError("'\(word)' is wanted", at: position) }
    position = end
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    let firstDigit = current
    let digits = skipDigits()
    guard digits > 0, digits == 1 || firstDigit != UInt8(ascii: "0") else {
      throw JSONError("no number is written like this", at: start)
    }
    var isWhole = true
    if current == UInt8(ascii: ".") {
      position += 1
      isWhole = false
      guard skipDigits() > 0 else { throw JSONError("a digit is wanted", at: position) }
    }
    if current | 0x20 == UInt8(ascii: "e") {
      position += 1
      isWhole = false
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      guard skipDigits() > 0 else { throw JSONError("a digit is wanted", at: position) }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else {
      throw JSONError("no number is written like this", at: start)
    }
    return .number(number)
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while current &- UInt8(ascii: "0") < 10 { position += 1 }
    return position - start
  }
}
