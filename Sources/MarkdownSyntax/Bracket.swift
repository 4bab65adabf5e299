internal import Diagnostics

/// A `[` or `![` that may begin a link or an image.
struct Bracket {
  let start: Int
  let textStart: Int
  let isImage: Bool
  /// The last delimiter before it, or -1.
  let delimiter: Int
  /// Whether another bracket follows, in which case its text is no label.
  var hasBracketAfter = false
  /// The reader at the `[`.
  let label: LineReader
}

extension InlineScanner {
  mutating func openBracket(_ byte: UInt8) {
    let start = reader.position
    let isImage = byte == UInt8(ascii: "!")
    if isImage {
      reader.advance()
      guard reader.byte == UInt8(ascii: "[") else { return }
    }
    let label = reader
    reader.advance()
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
    brackets.append(
      Bracket(
        start: start, textStart: reader.position, isImage: isImage, delimiter: lastDelimiter,
        label: label))
  }

  /// Makes a link or an image of what lies between the last open bracket and this one, if it is one.
  mutating func closeBracket() {
    let textEnd = reader.position
    reader.advance()
    guard let bracket = brackets.popLast() else { return }
    let canBegin = bracket.isImage || brackets.count >= firstLinkBracket
    firstLinkBracket = min(firstLinkBracket, brackets.count)
    guard canBegin, let destination = inlineDestination() ?? referenceDestination(of: bracket)
    else { return }
    let place = Range(destination.lowerBound, destination.upperBound)
    note(
      bracket.isImage ? .image(destination: place) : .link(destination: place),
      from: bracket.start, content: bracket.textStart..<textEnd)
    pairDelimiters(above: bracket.delimiter)
    if !bracket.isImage { firstLinkBracket = brackets.count }
  }

  /// Passes `(destination "title")` after a text in brackets.
  private mutating func inlineDestination() -> Range<Int>? {
    var tail = reader
    guard tail.pass(UInt8(ascii: "(")) else { return nil }
    tail.passBlanksAndOneBreak()
    var destination = tail.position..<tail.position
    if tail.byte != UInt8(ascii: ")") {
      guard let written = tail.passDestination() else { return nil }
      destination = written
      if tail.passBlanksAndOneBreak(), tail.byte != UInt8(ascii: ")") {
        guard tail.passTitle() else { return nil }
        tail.passBlanksAndOneBreak()
      }
    }
    guard tail.pass(UInt8(ascii: ")")) else { return nil }
    reader = tail
    return destination
  }

  /// Passes `[label]`, `[]` or nothing after a text in brackets that a definition belongs to.
  private mutating func referenceDestination(of bracket: Bracket) -> Range<Int>? {
    guard !definitions.isEmpty else { return nil }
    var tail = reader
    if let label = tail.passLabel() {
      guard let destination = definitions[label.key] else { return nil }
      reader = tail
      return destination
    }
    guard !bracket.hasBracketAfter else { return nil }
    var text = bracket.label
    guard let label = text.passLabel(), text.position == reader.position,
      let destination = definitions[label.key]
    else { return nil }
    tail = reader
    if tail.pass(UInt8(ascii: "[")), tail.pass(UInt8(ascii: "]")) { reader = tail }
    return destination
  }
}
