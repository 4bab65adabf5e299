/// Text as YAML writes it.
package enum YAMLText {
  /// A text as a double-quoted scalar on one line, with every control character escaped.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\x" + (digits.count == 1 ? "0" : "") + digits
      case "\u{2028}": result += "\\L"
      case "\u{2029}": result += "\\P"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
