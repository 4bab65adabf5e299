internal import Diagnostics

extension InlineScanner {
  /// Takes an address in angle brackets, or HTML.
  mutating func scanAngle() {
    let start = reader.position
    let lineEnd = reader.lines[reader.line].upperBound
    if let end = source.autolinkEnd(at: start, lineEnd: lineEnd) {
      while reader.position < end { reader.advance() }
      let address = start + 1..<end - 1
      let place = Range(address.lowerBound, address.upperBound)
      note(.link(destination: place), from: start, content: address)
    } else if passHTML() {
      note(.rawHTML, from: start)
    } else {
      reader.advance()
    }
  }

  /// Passes a tag, comment, instruction, declaration or character data; stays where it is if there is none.
  private mutating func passHTML() -> Bool {
    var tail = reader
    tail.advance()
    let left = reader.lines[reader.line].upperBound - tail.position
    guard left > 0, let first = tail.byte else { return false }
    if first == UInt8(ascii: "?") {
      tail.advance()
      return passHTML("?>", from: tail)
    }
    if first == UInt8(ascii: "!") {
      if left >= 3, source.hasPrefix("!--", at: tail.position) {
        // `<!-->` and `<!--->` are comments too.
        tail.advance()
        return passHTML("-->", from: tail)
      }
      if left >= 8, source.hasPrefix("![CDATA[", at: tail.position) {
        return passHTML("]]>", from: tail)
      }
      return left >= 2 && source[tail.position + 1].isLetter && passHTML(">", from: tail)
    }
    guard tail.passTag() else { return false }
    reader = tail
    return true
  }

  private mutating func passHTML(_ mark: StaticString, from start: LineReader) -> Bool {
    guard !misses.marks.contains(mark.utf8Start[0]) else { return false }
    var tail = start
    guard tail.pass(through: mark) else {
      misses.marks.insert(mark.utf8Start[0])
      return false
    }
    reader = tail
    return true
  }
}

extension LineReader {
  /// Passes the rest of a tag after its `<`, over line breaks if need be.
  fileprivate mutating func passTag() -> Bool {
    let isClosing = pass(UInt8(ascii: "/"))
    guard let first = byte, first.isLetter else { return false }
    while let byte, byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") { advance() }
    while true {
      let isSeparated = passWhitespace()
      if pass(UInt8(ascii: ">")) { return true }
      if isClosing { return false }
      if pass(UInt8(ascii: "/")) { return pass(UInt8(ascii: ">")) }
      guard isSeparated, passAttribute() else { return false }
    }
  }

  private mutating func passAttribute() -> Bool {
    guard let first = byte, first.isAttributeStart else { return false }
    while let byte,
      byte.isAttributeStart || byte.isDigit || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    {
      advance()
    }
    var value = self
    value.passWhitespace()
    guard value.pass(UInt8(ascii: "=")) else { return true }
    value.passWhitespace()
    guard let quote = value.byte else { return false }
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value.advance()
      while let byte = value.byte, byte != quote { value.advance() }
      guard value.pass(quote) else { return false }
    } else {
      guard !quote.endsUnquotedValue else { return false }
      while let byte = value.byte, !byte.endsUnquotedValue { value.advance() }
    }
    self = value
    return true
  }
}

extension SourceBytes {
  /// The end of an address in angle brackets: with a scheme of 2 to 32 characters, or of electronic mail.
  fileprivate func autolinkEnd(at start: Int, lineEnd: Int) -> Int? {
    var offset = start + 1
    guard offset < lineEnd, self[offset].isMailCharacter else { return nil }
    while offset < lineEnd, self[offset].isSchemeCharacter { offset += 1 }
    let length = offset - start - 1
    if offset < lineEnd, self[offset] == UInt8(ascii: ":"), self[start + 1].isLetter,
      (2...32).contains(length)
    {
      while offset < lineEnd, self[offset] > .space, self[offset] != UInt8(ascii: "<") {
        if self[offset] == UInt8(ascii: ">") { return offset + 1 }
        offset += 1
      }
      return nil
    }
    while offset < lineEnd, self[offset].isMailCharacter { offset += 1 }
    guard offset < lineEnd, self[offset] == UInt8(ascii: "@") else { return nil }
    while offset < lineEnd, self[offset] != UInt8(ascii: ">") {
      let label = offset + 1
      offset = label
      while offset < lineEnd, self[offset].isHostCharacter { offset += 1 }
      guard (1...63).contains(offset - label), self[label] != UInt8(ascii: "-"),
        self[offset - 1] != UInt8(ascii: "-"), offset < lineEnd,
        self[offset] == UInt8(ascii: ".") || self[offset] == UInt8(ascii: ">")
      else { return nil }
    }
    return offset < lineEnd ? offset + 1 : nil
  }
}

extension UInt8 {
  fileprivate var isAttributeStart: Bool {
    isLetter || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }
  fileprivate var isHostCharacter: Bool { isLetter || isDigit || self == UInt8(ascii: "-") }
  fileprivate var isSchemeCharacter: Bool {
    isHostCharacter || self == UInt8(ascii: "+") || self == UInt8(ascii: ".")
  }
  fileprivate var isMailCharacter: Bool {
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "^")...UInt8(ascii: "`"),
      UInt8(ascii: "{")...UInt8(ascii: "~"):
      true
    default: isLetter || isDigit
    }
  }
}
