/// Numbers with units as people write them in settings.
///
/// All parsers take time linear in the text and `nil` for what they cannot read.
enum Quantity {
  private static let seconds: [String: Double] = [
    "ms": 0.001, "millisecond": 0.001, "milliseconds": 0.001, "s": 1, "sec": 1, "secs": 1,
    "second": 1, "seconds": 1, "m": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60,
    "h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "d": 86400, "day": 86400,
    "days": 86400, "w": 604_800, "week": 604_800, "weeks": 604_800, "month": 2_592_000,
    "months": 2_592_000, "y": 31_536_000, "year": 31_536_000, "years": 31_536_000,
  ]

  /// Whether a word is a unit of time.
  static func isUnitOfTime(_ word: String) -> Bool { seconds[word] != nil }

  /// A number at the start of a text, not negative, with the rest of the text after blanks.
  ///
  /// Commas between three digits are passed over.
  static func leadingNumber(_ text: Substring) -> (number: Double, rest: Substring)? {
    var digits = ""
    var end = text.startIndex
    while end < text.endIndex {
      let character = text[end]
      let next = text.index(after: end)
      if character.isASCIIDigit {
        digits.append(character)
      } else if character == ".", !digits.contains("."), next < text.endIndex,
        text[next].isASCIIDigit
      {
        digits.append(character)
      } else if character == ",", !digits.isEmpty, text[next...].prefix(3).count == 3,
        text[next...].prefix(3).allSatisfy(\.isASCIIDigit)
      {
        // A separator of thousands.
      } else {
        break
      }
      end = next
    }
    guard digits.utf8.count <= 30, let number = Double(digits) else { return nil }
    return (number, text[end...].drop { $0 == " " })
  }

  /// The seconds of `24h`, `1h30m`, `7_days`, `5 min`; a number alone is seconds.
  static func duration(_ text: String) -> Double? {
    var rest = text[...]
    var sum = 0.0
    var isFirst = true
    while !rest.isEmpty {
      guard let (number, after) = leadingNumber(rest) else { return nil }
      let unit = after.drop { $0 == "_" || $0 == "-" }.prefix(while: \.isLetter)
      if unit.isEmpty, isFirst, after.isEmpty { return number }
      guard let size = seconds[unit.lowercased()] else { return nil }
      sum += number * size
      rest = after[unit.endIndex...].drop { $0 == " " }
      isFirst = false
    }
    return isFirst ? nil : sum
  }

  /// The part of 100 of `70%`, as a share of 1.
  static func percent(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let (number, rest) = leadingNumber(text[...]), rest == "%" else {
      return nil
    }
    return number / 100
  }

  /// How many in a second: `100/hour`, `100 per hour`.
  static func rate(_ text: String) -> Double? {
    guard let (number, after) = leadingNumber(text[...]) else { return nil }
    let unit: Substring
    if after.hasPrefix("/") {
      unit = after.dropFirst()
    } else if after.hasPrefix("per ") {
      unit = after.dropFirst(4)
    } else {
      return nil
    }
    return seconds[unit.drop { $0 == " " }.lowercased()].map { number / $0 }
  }

  /// The number of `$50`, `50.00`, `50 USD`.
  static func money(_ text: String) -> Double? {
    let signs: Set<Character> = ["$", "€", "£", "¥"]
    var rest = text[...]
    if let first = rest.first, signs.contains(first) { rest = rest.dropFirst().drop { $0 == " " } }
    guard let (number, after) = leadingNumber(rest) else { return nil }
    let isCurrency =
      after.isEmpty || after.count == 1 && after.allSatisfy(signs.contains)
      || after.count == 3 && after.allSatisfy { $0.isASCII && $0.isUppercase }
    return isCurrency ? number : nil
  }

  /// The size of any of the above, to compare it with another of its kind.
  static func magnitude(_ text: String) -> Double? {
    percent(text) ?? duration(text) ?? money(text) ?? rate(text)
  }

  /// Whether a text is a scale such as `1-10`.
  static func isScale(_ text: String) -> Bool {
    for separator in ["-", "–", "..", "to"] {
      guard let (low, rest) = leadingNumber(text[...]), rest.hasPrefix(separator),
        let (high, end) = leadingNumber(rest.dropFirst(separator.count).drop { $0 == " " })
      else { continue }
      return low < high && end.isEmpty
    }
    return false
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isNumber }
}
