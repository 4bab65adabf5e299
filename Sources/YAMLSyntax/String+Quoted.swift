extension String {
  /// The text in double quotes on one line, as both YAML and JSON read it.
  package var doubleQuoted: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.isPrintableInYAML {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        }
      }
    }
    return result + "\""
  }

  /// The text in single quotes; only for text without line breaks and control characters.
  var singleQuoted: String {
    var result = "'"
    for scalar in unicodeScalars {
      result.unicodeScalars.append(scalar)
      if scalar == "'" { result.unicodeScalars.append(scalar) }
    }
    return result + "'"
  }
}

extension Unicode.Scalar {
  /// Whether the character may stand in a YAML text and is no line break.
  ///
  /// All those that may not have at most four hexadecimal digits.
  var isPrintableInYAML: Bool {
    switch value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...:
      true
    default: false
    }
  }
}
