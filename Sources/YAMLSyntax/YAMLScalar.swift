/// The decoded text of a scalar and how it is written.
package struct YAMLScalar: Hashable, Sendable {
  /// How a scalar is written; only plain ones can be other than text.
  package enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  package var text: String
  package var style: Style

  package init(_ text: String, style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// What the text stands for under the 1.2 core schema.
  package var value: Value {
    style == .plain ? Value(plain: text) : .string(text)
  }
}

extension YAMLScalar {
  /// A value of the YAML 1.2 core schema.
  package enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// Also an integer that no `Int` holds.
    case float(Double)
    case string(String)
  }
}

extension YAMLScalar.Value {
  /// The value of an unquoted text: `yes` and `1_000` are text, `0o14` is 12.
  package init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    default: self = Self.number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> Self? {
    let bytes = text.utf8
    guard let first = bytes.first, first.isDigit || [0x2B, 0x2D, 0x2E].contains(first) else {
      return nil
    }
    if first == UInt8(ascii: "0"), bytes.count > 2 {
      let digits = text.dropFirst(2)
      switch bytes[bytes.index(after: bytes.startIndex)] {
      case UInt8(ascii: "o"): return integer(digits, radix: 8)
      case UInt8(ascii: "x"): return integer(digits, radix: 16)
      default: break
      }
    }
    let unsigned = first == 0x2B || first == 0x2D ? text.dropFirst() : text[...]
    switch unsigned {
    case ".inf", ".Inf", ".INF": return .float(first == 0x2D ? -.infinity : .infinity)
    case ".nan", ".NaN", ".NAN": return unsigned.count == text.count ? .float(.nan) : nil
    default: return decimal(text, unsigned: unsigned.utf8)
    }
  }

  private static func integer(_ digits: Substring, radix: Int) -> Self? {
    guard let first = digits.utf8.first, first != 0x2B, first != 0x2D else { return nil }
    if let number = Int(digits, radix: radix) { return .int(number) }
    // Larger than an Int: the text is still a number, of which a double keeps the size.
    var sum = 0.0
    for character in digits {
      guard let digit = character.hexDigitValue, character.isASCII, digit < radix else {
        return nil
      }
      sum = sum * Double(radix) + Double(digit)
    }
    return .float(sum)
  }

  private static func decimal(_ text: String, unsigned: Substring.UTF8View) -> Self? {
    var rest = unsigned[...]
    let whole = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty, !whole.isEmpty, let number = Int(text) { return .int(number) }
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: \.isDigit).count
      rest = rest.dropFirst(fraction)
    }
    guard !whole.isEmpty || fraction > 0 else { return nil }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == 0x2B || rest.first == 0x2D { rest = rest.dropFirst() }
      let exponent = rest.prefix(while: \.isDigit).count
      guard exponent > 0 else { return nil }
      rest = rest.dropFirst(exponent)
    }
    guard rest.isEmpty else { return nil }
    return Double(text).map { .float($0) }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether the byte is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Whether the byte is LF or CR.
  var isBreak: Bool { self == 0x0A || self == 0x0D }

  var isBlankOrBreak: Bool { isBlank || isBreak }
}
