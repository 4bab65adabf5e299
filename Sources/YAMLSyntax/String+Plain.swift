extension String {
  /// The text as a scalar on one line: bare if it is text to every reader, else in quotes.
  func scalar(inFlow: Bool, style: YAMLStyle) -> String {
    if isPlainText(inFlow: inFlow) { return self }
    let takesSingle = style.prefersSingleQuotes && unicodeScalars.allSatisfy(\.isPrintableInYAML)
    return takesSingle ? singleQuoted : doubleQuoted
  }

  /// Whether the text can stand without quotes and is then text in YAML 1.1 and 1.2.
  func isPlainText(inFlow: Bool) -> Bool {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      unicodeScalars.allSatisfy({ $0.isPrintableInYAML && $0 != "\t" }),
      first != " ", last != " ", last != ":", YAMLScalar(self).value == .string(self),
      !isSpecialInYAML11, !isDocumentMark
    else { return false }
    if "-?:".unicodeScalars.contains(first) {
      guard let second = unicodeScalars.dropFirst().first, second.properties.isAlphabetic else {
        return false
      }
    } else if "`@,[]{}#&*!|>'\"%=<".unicodeScalars.contains(first) {
      return false
    }
    var previous: Unicode.Scalar = "x"
    for scalar in unicodeScalars {
      if scalar == "#", previous == " " { return false }
      if scalar == " ", previous == ":" { return false }
      if inFlow, ",[]{}".unicodeScalars.contains(scalar) { return false }
      // In brackets ':' before a comma or a bracket ends a key, and so it may for some elsewhere.
      if inFlow, scalar == ":" { return false }
      previous = scalar
    }
    return true
  }

  /// Whether YAML 1.1 takes the text for a boolean, a number, a date or a time.
  private var isSpecialInYAML11: Bool {
    switch self {
    case "y", "Y", "n", "N", "yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off",
      "OFF", "=", "<<":
      return true
    default: break
    }
    let signs: [UInt8] = [0x2B, 0x2D, 0x2E]
    let digits = utf8.drop { signs.contains($0) }
    guard let first = digits.first, first.isDigit else { return false }
    // Longer than what is certain, and so "1.2.3" gets the quotes that "1.2" needs.
    return utf8.allSatisfy { $0.isDigit || "+-._:eExXobBTZ abcdfABCDF".utf8.contains($0) }
  }

  private var isDocumentMark: Bool { hasPrefix("---") || hasPrefix("...") }

  /// Whether text of several lines comes back unchanged from the lines after a `|`.
  var suitsLiteral: Bool {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1, let first = lines.first, let start = first.unicodeScalars.first,
      start != " ", start != "\t"
    else { return false }
    // One line break at the end is what `|` keeps, none what `|-` does; no indicator is for more.
    let content = lines.last?.isEmpty == true ? lines.dropLast() : lines[...]
    guard content.count > 0, content.last?.isEmpty == false else { return false }
    return content.allSatisfy { line in
      line.unicodeScalars.allSatisfy(\.isPrintableInYAML)
        && (line.isEmpty || line.contains { $0 != " " && $0 != "\t" })
    }
  }
}
