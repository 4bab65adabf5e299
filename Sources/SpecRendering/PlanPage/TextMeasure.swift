import Diagnostics

/// Says how wide text is in the fonts that people read in, without any font.
///
/// Widths are in hundredths of the size of the font and those of common sans-serif fonts, rounded up.
enum TextMeasure {
  /// The width of a text of a size, in the unit of the size.
  static func width(_ text: String, size: Int) -> Int {
    (text.unicodeScalars.reduce(0) { $0 + hundredths($1) } * size + 99) / 100
  }

  /// The text, cut with `…` where it is wider than there is room.
  static func fitted(_ text: String, size: Int, width: Int) -> String {
    let room = width * 100 / size
    var taken = 0
    var last = text.startIndex
    for index in text.indices {
      let own = text[index].unicodeScalars.reduce(0) { $0 + hundredths($1) }
      if taken + own > room {
        return trimmed(text[..<last]) + "…"
      }
      taken += own
      if taken <= room - 100 { last = text.index(after: index) }
    }
    return text
  }

  /// The text in at most two lines, broken between words where that can be done.
  static func lines(_ text: String, size: Int, width: Int) -> [String] {
    guard self.width(text, size: size) > width else { return [text] }
    var first = ""
    var rest = text[...]
    var taken = 0
    let room = width * 100 / size
    let space = hundredths(" ")
    while !rest.isEmpty {
      let word = rest.prefix { $0 != " " }
      let own = word.unicodeScalars.reduce(0) { $0 + hundredths($1) }
      let lead = first.isEmpty ? 0 : space
      guard taken + lead + own <= room else { break }
      if lead > 0 { first += " " }
      first += word
      taken += lead + own
      rest = rest.dropFirst(word.count).drop { $0 == " " }
    }
    // One long word.
    if first.isEmpty { return [fitted(text, size: size, width: width)] }
    return [first, fitted(String(rest), size: size, width: width)]
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func hundredths(_ scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "I", "'", "|", "!", ".", ",", ":", ";", " ": 31
    case "f", "t", "r", "(", ")", "[", "]", "/", "\\", "-", "`": 40
    case "m", "w", "M", "W", "@", "%", "—", "…": 94
    case "A"..."Z", "&", "~", "+", "=", "<", ">", "#": 72
    case " "..."~": 62
    default: scalar.value < 0x250 ? 66 : Swift.max(String(scalar).displayWidth * 62, 0)
    }
  }
}
