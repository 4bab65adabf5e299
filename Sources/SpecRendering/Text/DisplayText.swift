/// Text as a terminal shows it.
package enum DisplayText {
  /// The text on one line: line breaks and tabs as blanks, other control characters and what turns the
  /// direction of writing as U+FFFD.
  package static func safe(_ text: String) -> String {
    guard !isPlain(text), text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isUnsafe(scalar) {
        result.append(scalar)
      } else {
        result.append((9...13).contains(scalar.value) ? " " : "\u{FFFD}")
      }
    }
    return String(result)
  }

  /// The columns that a text takes; wide characters take two.
  package static func width(_ text: String) -> Int {
    isPlain(text) ? text.utf8.count : text.reduce(0) { $0 + width($1) }
  }

  /// The text cut to a number of columns, with `…` at the end where something is missing.
  package static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns else { return text }
    if isPlain(text), columns > 0 { return text.prefix(columns - 1) + "…" }
    var result = ""
    var used = 0
    for character in text {
      let width = width(character)
      if used + width > columns - 1 { break }
      result.append(character)
      used += width
    }
    return columns > 0 ? result + "…" : ""
  }

  /// The text cut or filled with blanks to a number of columns.
  package static func fit(_ text: String, to columns: Int) -> String {
    let text = cut(text, to: columns)
    return text + String(repeating: " ", count: max(0, columns - width(text)))
  }

  /// Whether all of a text is printable ASCII, of which each byte takes one column.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 &- 0x20 < 0x5F }
  }

  private static func width(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // U+FE0F asks for the wide form of a symbol.
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, self.width(scalar))
    }
    return width
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    case 0x200B...0x200D: return 0
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return 1
    }
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
