import Diagnostics

/// Scalars of YAML.
enum YAMLText {
  /// The text in double quotes, on one line, read as exactly this text by YAML 1.1 and 1.2.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        // YAML calls a few more than these unprintable, all of them at the ends of planes.
        if scalar.visibleForm == nil, scalar.value & 0xFFFE != 0xFFFE {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
        }
      }
    }
    return result + "\""
  }
}
