extension SourceBytes {
  /// How many of a paragraph's lines, from the first on, are link definitions.
  func linkDefinitionLines(in lines: [Range<Int>]) -> Int {
    var count = 0
    while count < lines.count, self[lines[count].lowerBound] == UInt8(ascii: "["),
      let next = linkDefinitionEnd(in: lines, from: count)
    {
      count = next
    }
    return count
  }

  /// The index of the line after the link definition that begins with a line.
  private func linkDefinitionEnd(in lines: [Range<Int>], from first: Int) -> Int? {
    var reader = LineReader(source: self, lines: lines, line: first)
    guard reader.passLabel(), reader.pass(UInt8(ascii: ":")) else { return nil }
    reader.passBlanksAndOneBreak()
    guard reader.passDestination() else { return nil }
    let beforeTitle = reader
    let separated = reader.passBlanksAndOneBreak()
    if separated, reader.passTitle(), reader.isAtLineEnd { return reader.line + 1 }
    reader = beforeTitle
    return reader.isAtLineEnd ? reader.line + 1 : nil
  }
}

/// Reads the text of a paragraph across its lines, without what precedes the text on each.
private struct LineReader {
  let source: SourceBytes
  let lines: [Range<Int>]
  var line: Int
  var position: Int

  init(source: SourceBytes, lines: [Range<Int>], line: Int) {
    self.source = source
    self.lines = lines
    self.line = line
    position = lines[line].lowerBound
  }

  /// The byte at the position, a line feed between lines, or nothing at the end.
  var byte: UInt8? {
    if position < lines[line].upperBound { return source[position] }
    return line + 1 < lines.count ? .lineFeed : nil
  }

  /// Whether nothing but blanks is left on the line.
  var isAtLineEnd: Bool {
    source.trimmedEnd(from: position, to: lines[line].upperBound) == position
  }

  mutating func advance() {
    if position < lines[line].upperBound {
      position += 1
    } else if line + 1 < lines.count {
      line += 1
      position = lines[line].lowerBound
    }
  }

  mutating func pass(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    advance()
    return true
  }

  /// Passes blanks and at most one line break; false when there was neither.
  @discardableResult
  mutating func passBlanksAndOneBreak() -> Bool {
    let start = (line, position)
    while let byte, byte.isBlankOrLineBreak, byte != .lineFeed || line == start.0 { advance() }
    return start != (line, position)
  }

  /// Passes `[label]`, which has something between its brackets and at most 999 bytes.
  mutating func passLabel() -> Bool {
    guard pass(UInt8(ascii: "[")) else { return false }
    var isBlank = true
    for _ in 0...999 {
      guard let byte, byte != UInt8(ascii: "[") else { return false }
      if byte == UInt8(ascii: "]") {
        advance()
        return !isBlank
      }
      if !byte.isBlankOrLineBreak { isBlank = false }
      advance()
      if byte == UInt8(ascii: "\\"), let next = self.byte, next.isPunctuation { advance() }
    }
    return false
  }

  mutating func passDestination() -> Bool {
    guard let first = byte, !first.isBlankOrLineBreak else { return false }
    if first == UInt8(ascii: "<") {
      advance()
      while let byte, byte != .lineFeed, byte != UInt8(ascii: "<") {
        advance()
        if byte == UInt8(ascii: ">") { return true }
        if byte == UInt8(ascii: "\\"), let next = self.byte, next.isPunctuation { advance() }
      }
      return false
    }
    var depth = 0
    while let byte, byte > .space, byte != 0x7F {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      advance()
      if byte == UInt8(ascii: "\\"), let next = self.byte, next.isPunctuation { advance() }
    }
    return depth == 0
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
      if byte == UInt8(ascii: "\\"), let next = self.byte, next.isPunctuation { advance() }
    }
    return false
  }
}
