extension StringProtocol {
  /// The text as roff is to read it, in ASCII.
  ///
  /// What means something to roff, what it would print as another sign (a quote, a hyphen) and what is
  /// not ASCII stand as escapes. Line breaks stay, and no line is a request.
  var roff: String {
    var text = ""
    var startsLine = true
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      case "'": text += "\\(aq"
      case "`": text += "\\(ga"
      case "^": text += "\\(ha"
      case "~": text += "\\(ti"
      case "\"": text += "\\(dq"
      case ".": text += startsLine ? "\\&." : "."
      case "\n": text += "\n"
      case " "..."~": text.unicodeScalars.append(scalar)
      default: text += scalar.value < 0x80 ? "\\&" : "\\[u\(scalar.hexadecimal)]"
      }
      startsLine = scalar == "\n"
    }
    return text
  }

  /// The text as roff is to read it in prose, where a dash between letters is a hyphen, at which a line
  /// may be broken.
  var roffProse: String {
    var text = ""
    let scalars = Array(unicodeScalars)
    var start = scalars.startIndex
    func isLetter(_ index: Int) -> Bool {
      scalars.indices.contains(index) && scalars[index].properties.isAlphabetic
    }
    for index in scalars.indices
    where scalars[index] == "-" && isLetter(index - 1) && isLetter(index + 1) {
      text += String(String.UnicodeScalarView(scalars[start..<index])).roff + "-"
      start = index + 1
    }
    return text + String(String.UnicodeScalarView(scalars[start...])).roff
  }
}

extension Unicode.Scalar {
  /// The number in capital hexadecimal digits, four at least.
  fileprivate var hexadecimal: String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
  }
}
