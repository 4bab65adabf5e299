/// A character written as `#35;`, `#quot;`, `&amp;` or `&#x27;`.
struct TextEntity {
  private static let named: [String: String] = [
    "quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'", "nbsp": " ", "semi": ";",
    "num": "#", "colon": ":", "comma": ",", "lpar": "(", "rpar": ")", "lbrack": "[",
    "rbrack": "]", "lbrace": "{", "rbrace": "}", "hyphen": "-", "ndash": "–", "mdash": "—",
    "hellip": "…", "copy": "©", "rarr": "→", "larr": "←", "times": "×", "bull": "•", "middot": "·",
    "infin": "∞", "ge": "≥", "le": "≤", "ne": "≠", "check": "✓", "euro": "€", "vert": "|",
  ]

  var text: String
  /// The offset behind it.
  var end: Int

  /// The entity that starts at an offset, at which there is `#` or `&`.
  init?(_ bytes: [UInt8], at start: Int) {
    var place = start + 1
    var isNumber = false
    if bytes[start] == UInt8(ascii: "&"), place < bytes.count, bytes[place] == UInt8(ascii: "#") {
      place += 1
      isNumber = true
    }
    let nameStart = place
    while place < bytes.count, place - nameStart < 9, bytes[place].isWord { place += 1 }
    guard place > nameStart, place < bytes.count, bytes[place] == UInt8(ascii: ";") else {
      return nil
    }
    let name = String(decoding: bytes[nameStart..<place], as: UTF8.self)
    end = place + 1
    if !isNumber, let known = Self.named[name] {
      text = known
    } else if let scalar = Self.scalar(name) {
      text = String(Character(scalar))
    } else {
      return nil
    }
  }

  /// The character with a number, decimal or behind an `x`.
  private static func scalar(_ name: String) -> Unicode.Scalar? {
    let number =
      name.hasPrefix("x") || name.hasPrefix("X")
      ? UInt32(name.dropFirst(), radix: 16) : UInt32(name, radix: 10)
    // What a page cannot show is left to stand as it is written.
    return number.flatMap { $0 < 0x20 ? nil : Unicode.Scalar($0) }
  }
}
