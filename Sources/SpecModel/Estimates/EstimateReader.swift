/// Reads amounts of time from text, from left to right.
struct EstimateReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// Where the last amount ends; a number may stand directly behind it.
  private var behindAmount = -1

  /// What is written behind this is a remark and no estimate.
  private static let longestText = 400

  init(_ text: String) {
    scalars = text.unicodeScalars.prefix(Self.longestText).map {
      // Full-width digits and signs stand for the ordinary ones.
      (0xFF01...0xFF5E).contains($0.value)
        ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0
    }
  }

  mutating func read() -> EstimateReading {
    if let size = size() { return .size(size) }
    var total: Estimate?
    var hasNumber = false
    while position < scalars.count {
      guard let start = nextNumber() else { break }
      hasNumber = true
      position = start
      let isNegative =
        start > 0 && Self.isMinus(scalars[start - 1])
        && (start == 1 || Self.isBlank(scalars[start - 2]))
      guard let amount = amount() else {
        // A number without a unit of time: what follows may still say it, `3 tasks, 2 hours`.
        continue
      }
      if isNegative { return .unreadable }
      behindAmount = position
      total = total.map { Self.sum($0, amount) } ?? amount
      if !continues() { break }
    }
    if let total { return .time(total) }
    return hasNumber ? .otherMeasure : .unreadable
  }

  // MARK: Sizes

  /// A size that stands alone or before a remark: `S`, `M (two files)`, `XL - risky`.
  private func size() -> String? {
    var index = 0
    while index < scalars.count, !Self.isLetter(scalars[index]) {
      if Self.isDigit(scalars[index]) { return nil }
      index += 1
    }
    var word = ""
    while index < scalars.count, Self.isLetter(scalars[index]) {
      word.unicodeScalars.append(scalars[index])
      index += 1
    }
    let named = ["small": "S", "medium": "M", "large": "L"][word.lowercased()] ?? word
    return EstimateReading.standardSizes.contains { $0.name == named } ? named : nil
  }

  // MARK: Amounts

  private func nextNumber() -> Int? {
    var index = position
    while index < scalars.count {
      // A digit inside a word, such as that of `v2`, begins no amount.
      if Self.isDigit(scalars[index]),
        index == 0 || index == behindAmount || !Self.isASCIILetter(scalars[index - 1])
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// A number or range with its unit, such as `2h` or `1-2 days`; leaves the position behind what was read.
  private mutating func amount() -> Estimate? {
    guard let low = number() else { return nil }
    let lowUnit = unit()
    let behindLow = position
    if skipRangeSign(), let high = number(), let highUnit = unit() ?? lowUnit {
      return Self.estimate(low * Double(lowUnit ?? highUnit), high * Double(highUnit))
    }
    position = behindLow
    if lowUnit == 3600, let minutes = bareMinutes() {
      return Self.estimate((low * 60 + minutes) * 60, (low * 60 + minutes) * 60)
    }
    return lowUnit.map { Self.estimate(low * Double($0), low * Double($0)) }
  }

  /// The minutes of `2h30`, where no unit follows.
  private mutating func bareMinutes() -> Double? {
    let start = position
    guard position < scalars.count, Self.isDigit(scalars[position]), let minutes = number(),
      unit() == nil
    else {
      position = start
      return nil
    }
    return minutes
  }

  private mutating func number() -> Double? {
    skipBlanks()
    var digits = ""
    while position < scalars.count {
      let scalar = scalars[position]
      if Self.isDigit(scalar) {
        digits.unicodeScalars.append(scalar)
      } else if scalar == "." || scalar == ",", !digits.contains("."),
        position + 1 < scalars.count, Self.isDigit(scalars[position + 1]), !digits.isEmpty
      {
        digits.append(".")
      } else {
        break
      }
      position += 1
    }
    return digits.count <= 12 ? Double(digits) : nil
  }

  /// Seconds of the unit that stands here, after blanks or a hyphen; `nil` and no step without one.
  private mutating func unit() -> Int? {
    let start = position
    skipBlanks()
    var word = ""
    var end = position
    while end < scalars.count, Self.isLetter(scalars[end]), end - position < TimeUnit.longest {
      word.unicodeScalars.append(scalars[end])
      end += 1
    }
    word = word.lowercased()
    // Scripts without blanks join the unit with what follows it.
    while !word.isEmpty {
      if let seconds = TimeUnit.seconds[word] {
        position += word.unicodeScalars.count
        return seconds
      }
      guard let last = word.unicodeScalars.last, last.value > 0x2E80 else { break }
      word.unicodeScalars.removeLast()
    }
    position = start
    return nil
  }

  private mutating func skipRangeSign() -> Bool {
    skipBlanks()
    guard position < scalars.count else { return false }
    if Self.isMinus(scalars[position]) || scalars[position] == "~" || scalars[position] == "〜" {
      position += 1
      skipBlanks()
      return position < scalars.count && Self.isDigit(scalars[position])
    }
    for word in ["to ", "bis ", "до ", "a "]
    where scalars[position...].starts(with: word.unicodeScalars) {
      position += word.unicodeScalars.count
      skipBlanks()
      return position < scalars.count && Self.isDigit(scalars[position])
    }
    return false
  }

  /// Whether another amount is added: it stands directly behind, or behind a `+` and a remark before it.
  private mutating func continues() -> Bool {
    skipBlanks()
    guard position < scalars.count else { return false }
    if Self.isDigit(scalars[position]) { return true }
    var depth = 0
    var index = position
    while index < scalars.count {
      switch scalars[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "+" where depth <= 0:
        position = index + 1
        return true
      case ",", ";", ".", "|": if depth <= 0 { return false }
      default: break
      }
      index += 1
    }
    return false
  }

  private mutating func skipBlanks() {
    while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
  }

  // MARK: Numbers

  private static func estimate(_ low: Double, _ high: Double) -> Estimate {
    let limit = Double(Estimate.longestSeconds)
    let ends = [low, high].map { Int(min(max($0, 0), limit) + 0.5) }.sorted()
    return Estimate(seconds: ends[0]...ends[1])
  }

  private static func sum(_ left: Estimate, _ right: Estimate) -> Estimate {
    let limit = Estimate.longestSeconds
    return Estimate(
      seconds: min(
        left.seconds.lowerBound + right.seconds.lowerBound, limit)...min(
          left.seconds.upperBound + right.seconds.upperBound, limit))
  }

  // MARK: Scalars

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && isLetter(scalar)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
  }

  private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "–" || scalar == "—" || scalar == "−"
  }
}
