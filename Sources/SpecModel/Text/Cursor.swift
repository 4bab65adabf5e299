import Diagnostics

/// A position in a span of bytes, moved forward by what is recognised there.
///
/// The cursor never leaves its span: at the end it sees a zero byte.
struct Cursor {
  let bytes: ByteView
  var position: Int
  let end: Int

  init(_ bytes: ByteView, _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  init(_ bytes: ByteView, _ line: TextLine) {
    self.init(bytes, Int(line.textStart)..<Int(line.end))
  }

  var isAtEnd: Bool { position >= end }

  /// The byte at the position, 0 at the end.
  @inline(__always) var current: UInt8 { position < end ? bytes[position] : 0 }

  @inline(__always) func peek(_ distance: Int) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  var rest: Range<Int> { position..<end }

  @inline(__always) mutating func skipBlanks() {
    while position < end, bytes[position].isBlank { position += 1 }
    // The ideographic space, which Chinese and Japanese authors use between words.
    while position + 2 < end, bytes[position] == 0xE3, bytes[position + 1] == 0x80,
      bytes[position + 2] == 0x80
    {
      position += 3
    }
  }

  @inline(__always) mutating func skip(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func skip(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { wanted in
      guard position + wanted.count <= end else { return false }
      for index in 0..<wanted.count where bytes[position + index] != wanted[index] { return false }
      position += wanted.count
      return true
    }
  }

  /// Skips a word regardless of the case of its ASCII letters; the word is given in lower case.
  mutating func skipWord(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { wanted in
      guard position + wanted.count <= end else { return false }
      for index in 0..<wanted.count where bytes[position + index].lowercased != wanted[index] {
        return false
      }
      position += wanted.count
      return true
    }
  }

  /// Skips a colon, the full-width one included.
  mutating func skipColon() -> Bool {
    skip(UInt8(ascii: ":")) || skip("：")
  }

  /// Skips emphasis marks, backticks, blanks and leading symbols such as ✅ or 🚀.
  mutating func skipDecoration() {
    while position < end {
      let byte = bytes[position]
      if byte.isBlank || byte.isEmphasis {
        position += 1
      } else if let length = symbolLength {
        // A symbol may be cut off in the middle.
        position = min(position + length, end)
      } else {
        return
      }
    }
  }

  /// The length of the symbol at the position: an emoji, dingbat or arrow, or a joiner or selector
  /// that belongs to one.
  private var symbolLength: Int? {
    switch current {
    case 0xF0 where peek(1) == 0x9F: return 4
    case 0xE2:
      // U+2190 to U+2BFF: arrows, technical signs, shapes, dingbats; U+200D joins emoji.
      let second = peek(1)
      return (0x86...0xAF).contains(second) || second == 0x80 && peek(2) == 0x8D ? 3 : nil
    case 0xEF where peek(1) == 0xB8 && peek(2) == 0x8F: return 3
    default: return nil
    }
  }
}
