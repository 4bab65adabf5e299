/// An id brought to one spelling, so that `R1-AC2`, `r1.2` and `R-01.2` are the same.
///
/// The parts of the id, letters in upper case and numbers without leading zeros, joined by blanks.
struct RequirementKey: Hashable {
  private(set) var text: String
  /// How many of the parts are letters in front of the first number.
  private(set) var letterCount = 0
  private(set) var numberCount = 0

  private init(text: String, letterCount: Int, numberCount: Int) {
    self.text = text
    self.letterCount = letterCount
    self.numberCount = numberCount
  }

  init(_ id: String, word: String = "") {
    var parts = Parts()
    if word == "story" { parts.begin(isNumber: false, "US") }
    for byte in id.utf8 { parts.take(byte) }
    parts.finish()
    text = parts.text
    letterCount = parts.letterCount
    numberCount = parts.numberCount
  }

  /// The letters, empty for a bare number.
  var family: Substring {
    guard letterCount > 0 else { return "" }
    var seen = 0
    for index in text.utf8.indices where text.utf8[index] == 0x20 {
      seen += 1
      if seen == letterCount { return text[..<index] }
    }
    return text[...]
  }

  /// The key without its letters.
  var numbers: RequirementKey {
    guard letterCount > 0 else { return self }
    let family = family
    return RequirementKey(
      text: String(text[family.endIndex...].dropFirst()), letterCount: 0,
      numberCount: numberCount)
  }

  /// The key without its last part; `nil` when no number would be left.
  var parent: RequirementKey? {
    guard numberCount > 1, let cut = text.utf8.lastIndex(of: 0x20) else { return nil }
    return RequirementKey(
      text: String(text[..<cut]), letterCount: letterCount, numberCount: numberCount - 1)
  }

  /// The number at the end; `nil` for a part such as `1A`.
  var lastNumber: Int? {
    let cut = text.utf8.lastIndex(of: 0x20).map { text.utf8.index(after: $0) } ?? text.startIndex
    return Int(text[cut...])
  }

  /// The same key with other letters; `family` is written as in keys.
  func with(family: some StringProtocol) -> RequirementKey {
    let own = numbers
    guard !family.isEmpty else { return own }
    let count = family.utf8.reduce(1) { $1 == 0x20 ? $0 + 1 : $0 }
    return RequirementKey(
      text: family + " " + own.text, letterCount: count, numberCount: numberCount)
  }

  /// The key with another number behind it.
  func appending(_ number: Int) -> RequirementKey {
    RequirementKey(
      text: text.isEmpty ? String(number) : text + " " + String(number), letterCount: letterCount,
      numberCount: numberCount + 1)
  }

  /// The key with another number at its end.
  func replacingLastNumber(_ number: Int) -> RequirementKey {
    let start = text.utf8.lastIndex(of: 0x20).map { text.utf8.index(after: $0) } ?? text.startIndex
    return RequirementKey(
      text: text[..<start] + String(number), letterCount: letterCount, numberCount: numberCount)
  }

  /// The key of 3 for `3b`; `nil` when no letter follows the last number.
  var withoutSuffix: RequirementKey? {
    guard let last = text.utf8.last, last.isLetter,
      let before = text.utf8.dropLast().last, before.isDigit
    else { return nil }
    return RequirementKey(
      text: String(text.dropLast()), letterCount: letterCount, numberCount: numberCount)
  }

  /// Gathers the parts of an id byte by byte.
  private struct Parts {
    var text = ""
    var letterCount = 0
    var numberCount = 0
    private var part = ""
    private var isNumber = false

    mutating func begin(isNumber: Bool, _ letters: String) {
      part = letters
      self.isNumber = isNumber
      finish()
    }

    mutating func take(_ byte: UInt8) {
      if byte.isDigit {
        if !part.isEmpty, !isNumber { finish() }
        isNumber = true
        if part == "0" { part = "" }
        part.unicodeScalars.append(Unicode.Scalar(byte))
      } else if byte.isLetter {
        if !part.isEmpty, isNumber {
          // `1a` is one part; `1AC2` and `R1NFR` begin another.
          if byte.isLowercase {
            part.unicodeScalars.append(Unicode.Scalar(byte & ~0x20))
            return
          }
          finish()
        }
        isNumber = false
        part.unicodeScalars.append(Unicode.Scalar(byte & ~0x20))
      } else {
        finish()
      }
    }

    mutating func finish() {
      guard !part.isEmpty else { return }
      defer { part = "" }
      if isNumber {
        numberCount += 1
      } else if numberCount == 0 {
        letterCount += 1
      } else {
        // The letters in `R1-AC2` only say that a criterion follows.
        if part == "AC" { return }
        numberCount += 1
      }
      if !text.isEmpty { text += " " }
      text += part
    }
  }
}
