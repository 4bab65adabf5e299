/// A run of `*`, `_` or `~` that may begin or end emphasis or a strikethrough.
struct Delimiter {
  var byte: UInt8
  /// The part of the run that is not used yet.
  var start: Int
  var count: Int
  let length: Int
  let canOpen: Bool
  let canClose: Bool
  /// The neighbours among those that may still be paired, or -1.
  var previous: Int
  var next = -1
}

extension InlineScanner {
  mutating func scanDelimiter(_ byte: UInt8) {
    let start = reader.position
    let line = reader.lines[reader.line]
    let count = reader.passRun(of: byte)
    if byte == UInt8(ascii: "~"), count > 2 { return }
    let before = source.neighbour(before: start, in: line)
    let after = source.neighbour(after: reader.position, in: line)
    let isLeft = after != .blank && (after != .punctuation || before != .other)
    let isRight = before != .blank && (before != .punctuation || after != .other)
    let isWordMark = byte == UInt8(ascii: "_")
    let delimiter = Delimiter(
      byte: byte, start: start, count: count, length: count,
      canOpen: isLeft && (!isWordMark || !isRight || before == .punctuation),
      canClose: isRight && (!isWordMark || !isLeft || after == .punctuation),
      previous: lastDelimiter)
    guard delimiter.canOpen || delimiter.canClose else { return }
    delimiters.append(delimiter)
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count - 1 }
    lastDelimiter = delimiters.count - 1
  }

  /// Pairs the delimiters after one and forgets them.
  ///
  /// For each kind of closing delimiter a floor is kept below which nothing opens it; without it
  /// a row of delimiters that never match would take quadratic time.
  mutating func pairDelimiters(above bottom: Int) {
    guard lastDelimiter > bottom else { return }
    var floors = Array(repeating: bottom, count: 18)
    var closer = lastDelimiter
    while delimiters[closer].previous > bottom { closer = delimiters[closer].previous }
    while closer >= 0 {
      let closing = delimiters[closer]
      guard closing.canClose else {
        closer = closing.next
        continue
      }
      let floor = closing.floorIndex
      var opener = closing.previous
      while opener > floors[floor], !delimiters[opener].opens(closing) {
        opener = delimiters[opener].previous
      }
      if opener > floors[floor] {
        pair(opener, closer)
        if delimiters[closer].count == 0 {
          closer = delimiters[closer].next
        }
      } else {
        floors[floor] = closing.previous > bottom ? closing.previous : bottom
        if !closing.canOpen { unlink(closer) }
        closer = closing.next
      }
    }
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }

  private mutating func pair(_ opener: Int, _ closer: Int) {
    let isStrikethrough = delimiters[opener].byte == UInt8(ascii: "~")
    let isDouble = delimiters[opener].count >= 2 && delimiters[closer].count >= 2
    let used = isDouble ? 2 : 1
    let contentStart = delimiters[opener].start + delimiters[opener].count
    let contentEnd = delimiters[closer].start
    found.append(
      MarkdownInline(
        isStrikethrough ? .strikethrough : isDouble ? .strong : .emphasis,
        contentStart - used..<contentEnd + used, content: contentStart..<contentEnd, block: block))
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    delimiters[closer].start += used
    // What lies between them stays unpaired.
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    if delimiters[opener].count == 0 { unlink(opener) }
    if delimiters[closer].count == 0 { unlink(closer) }
  }

  private mutating func unlink(_ index: Int) {
    let delimiter = delimiters[index]
    if delimiter.previous >= 0 { delimiters[delimiter.previous].next = delimiter.next }
    if delimiter.next >= 0 {
      delimiters[delimiter.next].previous = delimiter.previous
    } else {
      lastDelimiter = delimiter.previous
    }
  }
}

extension Delimiter {
  /// Closing delimiters with the same index are opened by the same ones.
  fileprivate var floorIndex: Int {
    let kind = byte == UInt8(ascii: "*") ? 0 : byte == UInt8(ascii: "_") ? 6 : 12
    return kind + (canOpen ? 3 : 0) + length % 3
  }

  /// Whether it and a closing delimiter make a pair, by CommonMark's rule of three.
  fileprivate func opens(_ closing: Delimiter) -> Bool {
    guard byte == closing.byte, canOpen else { return false }
    if byte == UInt8(ascii: "~") { return length == closing.length }
    return !(canClose || closing.canOpen) || closing.length % 3 == 0
      || (length + closing.length) % 3 != 0
  }
}

/// What stands next to a run of delimiters.
private enum Neighbour {
  case blank, punctuation, other

  init(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      let isBlank = byte.isBlankOrLineBreak || byte == 0x0C
      self = isBlank ? .blank : byte.isPunctuation ? .punctuation : .other
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: self = .blank
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .other
    }
  }
}

extension SourceBytes {
  fileprivate func neighbour(before offset: Int, in line: Range<Int>) -> Neighbour {
    guard offset > line.lowerBound else { return .blank }
    var start = offset - 1
    while start > line.lowerBound, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return neighbour(in: start..<offset)
  }

  fileprivate func neighbour(after offset: Int, in line: Range<Int>) -> Neighbour {
    guard offset < line.upperBound else { return .blank }
    return neighbour(in: offset..<min(offset + 4, line.upperBound))
  }

  /// Of the first character in a range.
  private func neighbour(in range: Range<Int>) -> Neighbour {
    if self[range.lowerBound] < 0x80 {
      return Neighbour(Unicode.Scalar(self[range.lowerBound]))
    }
    var bytes = UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
      .makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return .other }
    return Neighbour(scalar)
  }
}
