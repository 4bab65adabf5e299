/// The seven ways in which CommonMark lets a block of HTML begin; they decide how it ends.
enum HTMLStart: UInt8 {
  case verbatim = 1
  case comment, instruction, declaration, characterData, blockTag, anyTag

  /// Whether the first blank line ends it, and not a mark of its own.
  var endsAtBlankLine: Bool { self == .blockTag || self == .anyTag }
  var passesBlankLines: Bool { !endsAtBlankLine }
}

extension BlockScanner {
  /// Opens a block of HTML if the line begins one.
  mutating func openHTML(interruptsParagraph: Bool) -> Int? {
    guard let start = source.htmlStart(at: position) else { return nil }
    if start == .anyTag, interruptsParagraph { return nil }
    closeUnmatched()
    leaf.kind = .html
    leaf.html = start
    leaf.block = append(.html(isComment: start == .comment), from: position, to: position)
    return continueHTML()
  }

  /// Takes the line as HTML and looks whether it is the last.
  mutating func continueHTML() -> Int {
    let lineEnd = source.lineEnd(from: position)
    leaf.end = source.trimmedEnd(from: position, to: lineEnd)
    if source.htmlEnds(leaf.html, from: position, to: lineEnd) {
      blocks[leaf.block].end(at: leaf.end)
      extend(to: leaf.end)
      leaf.kind = .none
    }
    return source.nextLine(afterLineEnd: lineEnd)
  }
}

extension SourceBytes {
  /// How a block of HTML begins at a `<`, if one does.
  func htmlStart(at start: Int) -> HTMLStart? {
    let next = byte(at: start + 1)
    if next == UInt8(ascii: "!") {
      if hasPrefix("--", at: start + 2) { return .comment }
      if byte(at: start + 2).isLetter { return .declaration }
      return hasPrefix("[CDATA[", at: start + 2) ? .characterData : nil
    }
    if next == UInt8(ascii: "?") { return .instruction }
    let isClosing = next == UInt8(ascii: "/")
    let nameStart = isClosing ? start + 2 : start + 1
    guard byte(at: nameStart).isLetter else { return nil }

    var name: UInt128 = 0
    var offset = nameStart
    while byte(at: offset).isLetter || byte(at: offset).isDigit, offset - nameStart < 16 {
      name = name << 8 | UInt128(byte(at: offset) | 0x20)
      offset += 1
    }
    let after = byte(at: offset)
    let isSelfClosing = after == UInt8(ascii: "/") && byte(at: offset + 1) == UInt8(ascii: ">")
    if after.isBlankOrLineBreak || after == UInt8(ascii: ">") || isSelfClosing {
      if !isClosing, !isSelfClosing, HTMLTagNames.verbatim.contains(name) { return .verbatim }
      if HTMLTagNames.blocks.contains(name) { return .blockTag }
    }
    guard let tagEnd = htmlTagEnd(at: start), isLineEnd(skippingBlanks(from: tagEnd)) else {
      return nil
    }
    return .anyTag
  }

  /// Whether a line has the mark that ends a block of HTML.
  func htmlEnds(_ start: HTMLStart, from lineStart: Int, to lineEnd: Int) -> Bool {
    switch start {
    case .blockTag, .anyTag: false
    case .comment: contains("-->", from: lineStart, to: lineEnd)
    case .instruction: contains("?>", from: lineStart, to: lineEnd)
    case .declaration: contains(">", from: lineStart, to: lineEnd)
    case .characterData: contains("]]>", from: lineStart, to: lineEnd)
    case .verbatim:
      contains("</script>", from: lineStart, to: lineEnd)
        || contains("</pre>", from: lineStart, to: lineEnd)
        || contains("</style>", from: lineStart, to: lineEnd)
        || contains("</textarea>", from: lineStart, to: lineEnd)
    }
  }

  /// The end of a complete opening or closing tag at a `<` that does not leave its line.
  func htmlTagEnd(at start: Int) -> Int? {
    var offset = start + 1
    let isClosing = byte(at: offset) == UInt8(ascii: "/")
    if isClosing { offset += 1 }
    guard byte(at: offset).isLetter else { return nil }
    while byte(at: offset).isLetter || byte(at: offset).isDigit
      || byte(at: offset) == UInt8(ascii: "-")
    {
      offset += 1
    }
    while true {
      let afterBlanks = skippingBlanks(from: offset)
      if byte(at: afterBlanks) == UInt8(ascii: ">") { return afterBlanks + 1 }
      if isClosing { return nil }
      if byte(at: afterBlanks) == UInt8(ascii: "/") {
        return byte(at: afterBlanks + 1) == UInt8(ascii: ">") ? afterBlanks + 2 : nil
      }
      guard afterBlanks > offset, let next = htmlAttributeEnd(at: afterBlanks) else { return nil }
      offset = next
    }
  }

  private func htmlAttributeEnd(at start: Int) -> Int? {
    let first = byte(at: start)
    guard first.isLetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":") else {
      return nil
    }
    var offset = start + 1
    while case let byte = byte(at: offset),
      byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    {
      offset += 1
    }
    let equals = skippingBlanks(from: offset)
    guard byte(at: equals) == UInt8(ascii: "=") else { return offset }
    let value = skippingBlanks(from: equals + 1)
    let quote = byte(at: value)
    offset = value
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      offset += 1
      while !isLineEnd(offset), byte(at: offset) != quote { offset += 1 }
      return isLineEnd(offset) ? nil : offset + 1
    }
    while !byte(at: offset).endsUnquotedValue { offset += 1 }
    return offset > value ? offset : nil
  }

  /// Whether text stands at an offset, letters in either case if the text's are small.
  func hasPrefix(_ text: StaticString, at start: Int) -> Bool {
    guard start + text.utf8CodeUnitCount <= end else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let wanted = text.utf8Start[index]
      let byte = self[start + index]
      if byte != wanted, !(wanted &- UInt8(ascii: "a") < 26 && byte | 0x20 == wanted) {
        return false
      }
    }
    return true
  }

  private func contains(_ text: StaticString, from start: Int, to end: Int) -> Bool {
    let first = text.utf8Start[0]
    var offset = start
    while offset + text.utf8CodeUnitCount <= end {
      if self[offset] == first, hasPrefix(text, at: offset) { return true }
      offset += 1
    }
    return false
  }
}

extension UInt8 {
  var endsUnquotedValue: Bool {
    switch self {
    case .space, .tab, .lineFeed, .carriageReturn, UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"):
      true
    default: false
    }
  }
}
