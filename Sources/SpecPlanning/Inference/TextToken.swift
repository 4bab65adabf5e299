import Diagnostics

/// A word of a document that can be a path or the name of something in code.
struct TextToken {
  enum Kind {
    case path, name
    /// Any other word.
    case word
  }

  var range: Range<Int>
  var kind: Kind

  /// Calls the body for each word in a range of bytes; linear.
  ///
  /// A path has a slash in it. A name stands in backticks, has capitals inside or underscores, and more
  /// than three letters.
  static func forEach(in bytes: [UInt8], _ range: Range<Int>, _ body: (TextToken) -> Void) {
    var position = range.lowerBound
    while position < range.upperBound {
      guard isPart(bytes[position]) else {
        position += 1
        continue
      }
      let start = position
      while position < range.upperBound, isPart(bytes[position]) { position += 1 }
      var end = position
      while end > start, isTrailing(bytes[end - 1]) { end -= 1 }
      guard end > start else { continue }
      let isQuoted =
        start > range.lowerBound && bytes[start - 1] == UInt8(ascii: "`")
        && end < range.upperBound
        && (bytes[end] == UInt8(ascii: "`") || bytes[end] == UInt8(ascii: "("))
      body(TextToken(range: start..<end, kind: kind(bytes[start..<end], isQuoted: isQuoted)))
    }
  }

  private static func kind(_ word: ArraySlice<UInt8>, isQuoted: Bool) -> Kind {
    if word.contains(UInt8(ascii: "/")) { return .path }
    guard word.count > 3, let first = word.first, isLetter(first) || first == UInt8(ascii: "_")
    else {
      return .word
    }
    if isQuoted { return .name }
    var humps = 0
    var underscores = 0
    var previousIsLower = false
    for byte in word {
      if byte == UInt8(ascii: "-") { return .word }
      if isUpper(byte), previousIsLower { humps += 1 }
      if byte == UInt8(ascii: "_") { underscores += 1 }
      previousIsLower = isLower(byte) || (0x30...0x39).contains(byte)
    }
    let isInside = word.first != UInt8(ascii: "_") && word.last != UInt8(ascii: "_")
    return humps > 0 || underscores > 0 && isInside ? .name : .word
  }

  /// Letters of all scripts count, so that words beside them are not cut.
  private static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
      || "_./-@[]".utf8.contains(byte)
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "]")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) }
  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}
