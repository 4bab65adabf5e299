package import Diagnostics

/// Words that leave it to the reader what is demanded.
package struct VagueWords: Sendable {
  private let list: WordList<Bool>

  /// The words that count unless the configuration takes them away; in lower case.
  package static let standard = [
    "adequate", "adequately", "and so on", "and/or", "as applicable", "as far as possible",
    "as much as possible", "as necessary", "as needed", "as quickly as possible", "as required",
    "as soon as possible", "easily", "easy to use", "efficiently", "etc",
    "high performance", "highly available", "if needed", "if necessary", "if possible",
    "in a timely manner", "intuitive", "intuitively", "optimally", "or similar", "promptly",
    "reasonable", "reasonably", "robust", "robustly", "seamless", "seamlessly",
    "state of the art", "state-of-the-art", "sufficiently", "user friendly", "user-friendly",
    "when necessary", "when possible", "where appropriate", "where possible", "world-class",
  ]

  /// The standard words with others added and some removed; the case of ASCII letters does not count.
  package init(adding added: [String] = [], removing removed: [String] = []) {
    let removed = Set(removed.map { $0.lowercased() })
    let words = Self.standard.filter { !removed.contains($0) } + added.map { $0.lowercased() }
    list = WordList(words.filter { !$0.isEmpty }.map { ($0, true) })
  }

  /// Where one of the words stands as a word of its own, outside code and quotations.
  ///
  /// Linear in the span, times the number of words with the same first letter.
  package func ranges(in text: SpecText, _ range: Range<Offset>) -> [Range<Offset>] {
    text.bytes.withView { bytes in
      var cursor = Cursor(bytes, range.indices)
      var found: [Range<Offset>] = []
      var isInWord = false
      var unclosed: UInt8 = 0
      while !cursor.isAtEnd {
        let byte = cursor.current
        if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "\"") {
          isInWord = false
          cursor.position += 1
          if unclosed != byte, !skip(byte, &cursor) { unclosed = byte }
          continue
        }
        if !isInWord {
          let start = cursor.position
          let isWord = list.skip(&cursor) { after, isASCII in
            !isASCII || !Self.isWordByte(after.current) && !Self.continuesWord(after)
          }
          if isWord != nil {
            found.append(Range(start, cursor.position))
            continue
          }
        }
        isInWord = Self.isWordByte(byte)
        cursor.position += byte < 0xE3 ? 1 : byte < 0xF0 ? 3 : 4
      }
      return found
    }
  }

  /// Goes behind the closing mark on the same line; `false` if there is none.
  private func skip(_ mark: UInt8, _ cursor: inout Cursor) -> Bool {
    var close = cursor
    while !close.isAtEnd, close.current != mark, !close.current.isLineBreak { close.position += 1 }
    guard close.current == mark else { return false }
    cursor.position = close.position + 1
    return true
  }

  /// Bytes of words in any script but those of ideographs, between which words stand without blanks.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || 0x80..<0xE3 ~= byte
  }

  /// Whether a dot or slash is followed by more of a name, as in `robust.md`.
  private static func continuesWord(_ cursor: Cursor) -> Bool {
    (cursor.current == UInt8(ascii: ".") || cursor.current == UInt8(ascii: "/"))
      && isWordByte(cursor.peek(1))
  }
}
