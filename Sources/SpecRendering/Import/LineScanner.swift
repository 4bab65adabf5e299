import Diagnostics
import SpecModel

/// A position on one line, moved forward by what is recognised there.
struct LineScanner {
  let bytes: [UInt8]
  var position: Int
  let end: Int

  init(_ bytes: [UInt8], _ line: TextLine) {
    self.bytes = bytes
    position = Int(line.textStart)
    end = Int(line.end)
  }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  var isAtEnd: Bool { position >= end }
  var offset: Offset { Offset(position) }

  /// The byte at a distance from the position, 0 at the end.
  func peek(_ distance: Int = 0) -> UInt8 {
    position + distance < end ? bytes[position + distance] : 0
  }

  mutating func skip(_ wanted: (UInt8) -> Bool) {
    while position < end, wanted(bytes[position]) { position += 1 }
  }

  mutating func skipBlanks() { skip { $0 == 0x20 || $0 == 0x09 } }

  /// Skips a text regardless of the case of its ASCII letters; it is given in lower case.
  mutating func skip(word: StaticString) -> Bool {
    word.withUTF8Buffer { wanted in
      guard position + wanted.count <= end else { return false }
      for index in 0..<wanted.count {
        let byte = bytes[position + index]
        guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == wanted[index] else { return false }
      }
      position += wanted.count
      return true
    }
  }

  /// Skips emphasis marks and gives how many there were.
  mutating func skipEmphasis() -> Int {
    let start = position
    skip { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    return position - start
  }

  /// Skips `-`, `*`, `+`, `1.` or `1)` with the blanks behind it.
  mutating func skipItemMark() -> Bool {
    let start = position
    switch peek() {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): position += 1
    case 0x30...0x39:
      skip { (0x30...0x39).contains($0) }
      guard peek() == UInt8(ascii: ".") || peek() == UInt8(ascii: ")") else {
        position = start
        return false
      }
      position += 1
    default: return false
    }
    guard isAtEnd || peek() == 0x20 || peek() == 0x09 else {
      position = start
      return false
    }
    skipBlanks()
    return true
  }

  /// Skips blanks and one `-`, `–`, `—`, `:` or `.` with the blanks around it.
  mutating func skipSeparator() {
    skipBlanks()
    if peek() == 0xE2, peek(1) == 0x80, peek(2) == 0x93 || peek(2) == 0x94 {
      position += 3
    } else if peek() == 0xEF, peek(1) == 0xBC, peek(2) == 0x9A {
      position += 3
    } else if [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(peek()) {
      position += 1
    }
    skipBlanks()
  }
}

extension SpecText {
  /// The line break of the document's first line, else a line feed.
  var lineBreak: String { bytes[...].lineBreak }
}

extension ArraySlice<UInt8> {
  /// The first line break in the bytes, else a line feed.
  var lineBreak: String {
    guard let first = firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return "\n" }
    if self[first] == 0x0A { return "\n" }
    return first + 1 < endIndex && self[first + 1] == 0x0A ? "\r\n" : "\r"
  }
}
