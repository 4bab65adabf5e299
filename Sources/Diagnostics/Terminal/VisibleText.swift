extension Unicode.Scalar {
  /// What is shown in place of a scalar that would steer a terminal, reorder the text around it or
  /// not be seen at all; `nil` for all others.
  ///
  /// The controls of ASCII have pictures, such as `␛`; the rest is written as in Swift, `\u{202E}`.
  /// The joiners U+200C and U+200D, which some scripts and emoji need, stay.
  package var visibleForm: String? {
    switch value {
    case 0x20...0x7E, 0xA0...0x61B: nil
    case 0...0x1F: Unicode.Scalar(0x2400 + value).map { String(Character($0)) }
    case 0x7F: "\u{2421}"
    case 0x80...0x9F,  // controls of ISO 6429
      0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F,  // direction
      0x2028, 0x2029,  // line and paragraph ends
      0x200B, 0x2060...0x2065, 0xFEFF, 0xFFF9...0xFFFB,  // invisible marks
      0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,  // shorthand and music
      0xE0000...0xE007F:  // tags, in which text can hide
      "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    default: nil
    }
  }
}

extension StringProtocol {
  /// The text with every scalar that has a ``Swift/Unicode/Scalar/visibleForm`` replaced by it.
  ///
  /// Doing it twice changes nothing more.
  package var visible: String {
    var result = ""
    appendVisible(to: &result)
    return result
  }

  func appendVisible(to result: inout String) {
    guard !isPrintableASCII, unicodeScalars.contains(where: { $0.visibleForm != nil }) else {
      result += self
      return
    }
    for scalar in unicodeScalars {
      if let form = scalar.visibleForm {
        result += form
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Whether each scalar takes one column and is shown as it is.
  var isPrintableASCII: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
