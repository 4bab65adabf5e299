/// An id found at the start of a text.
struct ScannedIdentifier {
  /// How sure it is that the text is an id and not the first word of a sentence.
  enum Certainty {
    /// Nothing else is written like it: `2.1`, `3.`, `T001`, `[T1-2]`, `TASK-1:`.
    case certain
    /// An id if others of its pattern are there: `W1-E1 …`, which could be `S3 …` or `UTF-8 …`.
    case likely
  }

  var text: String
  var range: Range<Int>
  var certainty: Certainty
  /// For `W1-E1` it is `W`; empty for numbers.
  var prefix: String
}

extension Cursor {
  /// Reads an id of tasks or requirements: `1`, `2.1`, `52a`, `T001`, `TASK-3`, `H1.1.3`, `A.1`, in
  /// brackets or not, and leaves the position behind the id and its separator.
  ///
  /// A single number must be followed by `.`, `)` or a colon, for "25 unit tests" is prose; after a
  /// word such as `Task` (`followsWord`) it need not be. Nothing moves when there is no id.
  mutating func scanIdentifier(followsWord: Bool = false) -> ScannedIdentifier? {
    let start = position
    let isBracketed = skip(UInt8(ascii: "["))
    let found: ScannedIdentifier?
    if current.isDigit {
      found = scanNumber(isFree: followsWord || isBracketed)
    } else if current.isUppercase {
      found = scanLettered(isFree: followsWord || isBracketed)
    } else {
      found = nil
    }
    guard let found, !isBracketed || skip(UInt8(ascii: "]")) else {
      position = start
      return nil
    }
    _ = skipSeparator()
    return found
  }

  private mutating func scanNumber(isFree: Bool) -> ScannedIdentifier? {
    let start = position
    var parts = 1
    skipDigits()
    while current == UInt8(ascii: "."), peek(1).isDigit {
      position += 1
      skipDigits()
      parts += 1
    }
    if current.isLowercase, !peek(1).isLetter, !peek(1).isDigit { position += 1 }
    let end = position
    guard end - start <= 24, isWordEnd, !(isFree && startsHiragana) else { return nil }
    if parts == 1, !isFree {
      var after = self
      while after.current.isEmphasis { after.position += 1 }
      guard after.skipSeparator() else { return nil }
    }
    return ScannedIdentifier(
      text: String(decoding: bytes[start..<end], as: UTF8.self), range: start..<end,
      certainty: .certain, prefix: "")
  }

  private mutating func scanLettered(isFree: Bool) -> ScannedIdentifier? {
    let start = position
    while current.isUppercase { position += 1 }
    let prefix = start..<position
    guard prefix.count <= 10 else { return nil }
    var sawDigit = false
    var lastPartHasDigit = false
    var parts = 1
    while true {
      if current.isDigit {
        position += 1
        (sawDigit, lastPartHasDigit) = (true, true)
      } else if current.isUppercase {
        position += 1
      } else if current == UInt8(ascii: "-") || current == UInt8(ascii: ".")
        || current == UInt8(ascii: "_"), peek(1).isDigit || peek(1).isUppercase
      {
        position += 1
        parts += 1
        lastPartHasDigit = false
      } else {
        break
      }
    }
    if lastPartHasDigit, current.isLowercase, !peek(1).isLetter { position += 1 }
    guard sawDigit, lastPartHasDigit, isWordEnd, position - start <= 40 else { return nil }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let prefixText = String(decoding: bytes[prefix], as: UTF8.self)
    var after = self
    while after.current.isEmphasis { after.position += 1 }
    let isThreeDigitTask = prefixText == "T" && parts == 1 && text.utf8.count >= 4
    let isSure =
      isFree || isThreeDigitTask || prefixText == "TASK" || after.skipSeparator()
    return ScannedIdentifier(
      text: text, range: start..<position, certainty: isSure ? .certain : .likely,
      prefix: prefixText)
  }

  /// Whether a Japanese particle follows, as in `Task 31で追加` ("added in task 31").
  private var startsHiragana: Bool {
    current == 0xE3 && (peek(1) == 0x81 || peek(1) == 0x82 && peek(2) < 0xA0)
  }

  private mutating func skipDigits() {
    while current.isDigit { position += 1 }
  }

  /// Whether a word cannot go on at the position.
  private var isWordEnd: Bool {
    let byte = current
    if byte.isLetter || byte.isDigit { return false }
    // Behind a number comes neither a unit nor the rest of a version or path.
    return byte != UInt8(ascii: "%") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "-")
      && byte != UInt8(ascii: "+") || byte == UInt8(ascii: "-") && peek(1).isBlank
  }

  /// Skips `.`, `)`, `:` or their full-width forms when they end an id.
  mutating func skipSeparator() -> Bool {
    switch current {
    case UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: ":"):
      position += 1
      if current == UInt8(ascii: ":") { position += 1 }
      return true
    default:
      return skip("：") || skip("、") || skip("．") || skip("）")
    }
  }
}
