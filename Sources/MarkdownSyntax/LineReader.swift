/// Reads the text of one block across its lines, without what precedes the text on each.
struct LineReader {
  let source: SourceBytes
  /// The text of each line without blanks around it; never empty.
  let lines: [Range<Int>]
  private(set) var line: Int
  private(set) var position: Int

  init(source: SourceBytes, lines: [Range<Int>], line: Int = 0) {
    self.source = source
    self.lines = lines
    self.line = line
    position = lines[line].lowerBound
  }

  /// The byte at the position, a line feed between lines, or nothing at the end.
  @inline(__always)
  var byte: UInt8? {
    if position < lines[line].upperBound { return source[position] }
    return line + 1 < lines.count ? .lineFeed : nil
  }

  /// Whether nothing but blanks is left on the line.
  var isAtLineEnd: Bool {
    source.trimmedEnd(from: position, to: lines[line].upperBound) == position
  }

  @inline(__always)
  mutating func advance() {
    if position < lines[line].upperBound {
      position += 1
    } else if line + 1 < lines.count {
      line += 1
      position = lines[line].lowerBound
    }
  }

  /// Passes what a backslash before it deprives of its meaning.
  @inline(__always)
  mutating func advanceOverEscaped(after byte: UInt8) {
    if byte == UInt8(ascii: "\\"), let next = self.byte, next.isPunctuation { advance() }
  }

  /// Passes bytes on the line up to one that may begin or end an inline; at least one.
  mutating func passPlainText() {
    let end = lines[line].upperBound
    var offset = position + 1
    while offset < end, !source[offset].isInlineMark { offset += 1 }
    position = offset
  }

  mutating func pass(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    advance()
    return true
  }

  /// Passes bytes as long as they are equal to one and returns their number.
  mutating func passRun(of wanted: UInt8) -> Int {
    let start = position
    while position < lines[line].upperBound, source[position] == wanted { position += 1 }
    return position - start
  }

  /// Passes blanks and at most one line break; false when there was neither.
  @discardableResult
  mutating func passBlanksAndOneBreak() -> Bool {
    let start = (line, position)
    while let byte, byte.isBlankOrLineBreak, byte != .lineFeed || line == start.0 { advance() }
    return start != (line, position)
  }

  /// Passes all blanks and line breaks; false when there were none.
  @discardableResult
  mutating func passWhitespace() -> Bool {
    let start = (line, position)
    while let byte, byte.isBlankOrLineBreak { advance() }
    return start != (line, position)
  }

  /// Passes text up to and with a mark; stays where it is if there is none.
  mutating func pass(through mark: StaticString) -> Bool {
    var reader = self
    while reader.byte != nil {
      let left = reader.lines[reader.line].upperBound - reader.position
      if left >= mark.utf8CodeUnitCount, source.hasPrefix(mark, at: reader.position) {
        reader.position += mark.utf8CodeUnitCount
        self = reader
        return true
      }
      reader.advance()
    }
    return false
  }
}

extension UInt8 {
  /// Whether it is one of ``!&*<[\]_`~``.
  @inline(__always)
  fileprivate var isInlineMark: Bool {
    guard self < 0x80 else { return false }
    let marks: UInt64 =
      self < 0x40
      ? 1 << 0x21 | 1 << 0x26 | 1 << 0x2A | 1 << 0x3C
      : 1 << 0x1B | 1 << 0x1C | 1 << 0x1D | 1 << 0x1F | 1 << 0x20 | 1 << 0x3E
    return marks >> UInt64(self & 0x3F) & 1 != 0
  }
}

// MARK: Parts of links

extension LineReader {
  /// Passes `[label]`, which has something between its brackets and at most 999 bytes, and returns the label.
  mutating func passLabel() -> LinkLabel? {
    guard pass(UInt8(ascii: "[")) else { return nil }
    var label = LinkLabel()
    for _ in 0...999 {
      guard let byte, byte != UInt8(ascii: "[") else { return nil }
      advance()
      if byte == UInt8(ascii: "]") { return label.isEmpty ? nil : label }
      label.append(byte)
      if byte == UInt8(ascii: "\\"), let next = self.byte, next.isPunctuation {
        label.append(next)
        advance()
      }
    }
    return nil
  }

  /// Passes a link's destination and returns where it is, without `<` and `>`.
  mutating func passDestination() -> Range<Int>? {
    guard let first = byte, !first.isBlankOrLineBreak else { return nil }
    let start = position
    if first == UInt8(ascii: "<") {
      advance()
      while let byte, byte != .lineFeed, byte != UInt8(ascii: "<") {
        let end = position
        advance()
        if byte == UInt8(ascii: ">") { return start + 1..<end }
        advanceOverEscaped(after: byte)
      }
      return nil
    }
    // As in cmark, a limit that keeps attempts to read `[a](b[a](b…` short.
    var depth = 0
    while let byte, byte > .space, byte != 0x7F, depth <= 32 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      advance()
      advanceOverEscaped(after: byte)
    }
    return depth == 0 ? start..<position : nil
  }

  mutating func passTitle() -> Bool {
    guard let opening = byte else { return false }
    let closing: UInt8
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closing = opening
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    default: return false
    }
    advance()
    while let byte {
      if byte == UInt8(ascii: "("), closing == UInt8(ascii: ")") { return false }
      advance()
      if byte == closing { return true }
      advanceOverEscaped(after: byte)
    }
    return false
  }
}
