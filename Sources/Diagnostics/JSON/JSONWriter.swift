/// Writes JSON piece by piece, always the same bytes for the same pieces.
///
/// Keys and values come in the order in which they are given. Quotes, backslashes and all that must
/// not reach a terminal or would end a line in JavaScript are escaped (`Unicode.Scalar.visibleForm`);
/// everything else stands as UTF-8. It is the caller's part to give a key before each value of an
/// object.
package struct JSONWriter: Sendable {
  /// What has been written since the start or the last ``flush(to:)``.
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  /// For each open object or array whether anything stands in it yet.
  private var isFilled: [Bool] = []
  private var followsKey = false

  /// Pretty JSON has two blanks for each level and ends with a line feed; other JSON stands on one line.
  package init(pretty: Bool = true) {
    isPretty = pretty
  }

  /// Moves what has been written to a stream; the next piece follows it there.
  package mutating func flush(to output: inout some TextOutputStream) {
    output.write(String(decoding: bytes, as: UTF8.self))
    bytes.removeAll(keepingCapacity: true)
  }

  // MARK: Structure

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclose(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// The next piece is its value.
  package mutating func key(_ key: String) {
    startValue()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(UInt8(ascii: " ")) }
    followsKey = true
  }

  private mutating func enclose(
    _ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    startValue()
    bytes.append(opening)
    isFilled.append(false)
    body(&self)
    let wasFilled = isFilled.popLast() ?? false
    if wasFilled { breakLine() }
    bytes.append(closing)
    if isFilled.isEmpty, isPretty { bytes.append(UInt8(ascii: "\n")) }
  }

  private mutating func startValue() {
    if followsKey {
      followsKey = false
      return
    }
    guard let last = isFilled.indices.last else { return }
    if isFilled[last] { bytes.append(UInt8(ascii: ",")) }
    isFilled[last] = true
    breakLine()
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in isFilled {
      bytes.append(UInt8(ascii: " "))
      bytes.append(UInt8(ascii: " "))
    }
  }

  // MARK: Values

  package mutating func value(_ text: String) {
    startValue()
    quote(text)
  }

  package mutating func value(_ number: Int) {
    startValue()
    bytes += String(number).utf8
  }

  package mutating func value(_ boolean: Bool) {
    startValue()
    bytes += (boolean ? "true" : "false").utf8
  }

  package mutating func null() {
    startValue()
    bytes += "null".utf8
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard !text.utf8.allSatisfy(Self.standsForItself) else {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      default:
        if scalar.visibleForm == nil {
          bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        } else {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { escape(unit) }
        }
      }
    }
  }

  /// Whether a byte is printable ASCII that needs no escape.
  private static func standsForItself(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    bytes += "\\u".utf8
    bytes += String(repeating: "0", count: 4 - digits.count).utf8
    bytes += digits.utf8
  }
}

extension JSONWriter {
  package mutating func member(_ key: String, _ text: String) {
    self.key(key)
    value(text)
  }

  package mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    value(number)
  }

  package mutating func member(_ key: String, _ boolean: Bool) {
    self.key(key)
    value(boolean)
  }

  /// A member with the value, or null.
  package mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  /// A member with the number, or null.
  package mutating func member(_ key: String, _ number: Int?) {
    self.key(key)
    if let number { value(number) } else { null() }
  }

  /// A member with the texts as an array, in their order.
  package mutating func member(_ key: String, _ texts: some Sequence<String>) {
    self.key(key)
    array { writer in for text in texts { writer.value(text) } }
  }
}
