/// The text that somebody meant by a value without the quotes it needs.
struct UnquotedText {
  /// The text with its lines folded as YAML folds those of a plain scalar.
  private(set) var value: String
  /// Whether there is no other way to read it.
  private(set) var isCertain = true

  /// Reads the bytes of a value, without white space around it.
  ///
  /// A text in quotes that is not valid YAML, such as one with bare quotes inside, is what stands
  /// between the outer ones. Otherwise nothing is an escape: `\n` is a backslash and an n.
  init(_ written: ArraySlice<UInt8>) {
    var written = written
    if let quote = written.first, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(quote) {
      isCertain = false
      if written.count > 1, written.last == quote {
        written = written.dropFirst().dropLast()
      }
    }
    value = Self.folded(written)
    if value.contains(" #") { isCertain = false }
  }

  /// The lines joined by a space, or by as many line breaks as blank lines stand between them.
  private static func folded(_ written: ArraySlice<UInt8>) -> String {
    let bytes = Array(written)
    var result: [UInt8] = []
    var blankLines = 0
    for line in Lines(bytes, in: bytes.indices) {
      let content = bytes[line].trimmingBlanks
      if content.isEmpty {
        blankLines += 1
        continue
      }
      if !result.isEmpty {
        if blankLines == 0 {
          result.append(0x20)
        } else {
          result += repeatElement(0x0A, count: blankLines)
        }
      }
      result += content
      blankLines = 0
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without blanks and line breaks at their ends.
  fileprivate var trimmingBlanks: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isBlankOrBreak }),
      let last = lastIndex(where: { !$0.isBlankOrBreak })
    else { return [] }
    return self[first...last]
  }
}
