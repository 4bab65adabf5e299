/// A character that Markdown writes by its number or name: `&#8594;`, `&rarr;`.
enum CharacterReference {
  /// The names that specs use; HTML knows two thousand.
  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "copy": "©", "reg": "®", "trade": "™", "deg": "°", "plusmn": "±", "micro": "µ",
    "middot": "·", "times": "×", "divide": "÷", "frac12": "½", "sect": "§", "para": "¶",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    "bull": "•", "hellip": "…", "euro": "€", "larr": "←", "uarr": "↑", "rarr": "→",
    "darr": "↓", "harr": "↔", "rArr": "⇒", "hArr": "⇔", "ne": "≠", "le": "≤", "ge": "≥",
    "infin": "∞", "asymp": "≈", "check": "✓", "cross": "✗", "laquo": "«", "raquo": "»",
  ]

  /// The character of a reference from `&` to `;`; `nil` for a name that is not known.
  static func scalar(_ written: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let name = written.dropFirst().dropLast()
    guard name.first == UInt8(ascii: "#") else {
      return names[String(decoding: name, as: UTF8.self)]
    }
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value != 0 else { return "\u{FFFD}" }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
