/// Looks at the lines of a text around the place of a fault.
struct SourceLines {
  let source: UnsafeBufferPointer<UInt8>
  /// The part of the source that is YAML.
  let range: Range<Int>

  func byte(at position: Int) -> UInt8? {
    range.contains(position) ? source[position] : nil
  }

  /// The number, from 1, of the line in the whole source.
  func number(of position: Int) -> Int {
    var count = 1
    for index in 0..<min(position, source.count) {
      if source[index] == 0x0A || (source[index] == 0x0D && byte(at: index + 1) != 0x0A) {
        count += 1
      }
    }
    return count
  }

  /// The line around a place, without its line break.
  func line(around position: Int) -> Range<Int> {
    var start = min(max(position, range.lowerBound), range.upperBound)
    var end = start
    while start > range.lowerBound, !source[start - 1].isBreak { start -= 1 }
    while end < range.upperBound, !source[end].isBreak { end += 1 }
    return start..<end
  }

  /// The nearest line before another that is not blank.
  func line(before line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    while start > range.lowerBound {
      let previous = self.line(around: start - 1)
      if !trimmed(previous).isEmpty { return previous }
      start = min(previous.lowerBound, start - 1)
    }
    return nil
  }

  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, source[lower].isBlankOrBreak { lower += 1 }
    while upper > lower, source[upper - 1].isBlankOrBreak { upper -= 1 }
    return lower..<upper
  }

  /// Whether nothing but white space stands before a place on its line.
  func isFirstOnLine(_ position: Int) -> Bool {
    trimmed(line(around: position)).lowerBound >= position
  }

  /// The key at the start of a line, after any `- `, and what stands after its `:`.
  func key(on line: Range<Int>) -> (key: Range<Int>, rest: Range<Int>)? {
    var start = trimmed(line).lowerBound
    while byte(at: start) == UInt8(ascii: "-"), byte(at: start + 1) == 0x20 {
      start = trimmed(start + 1..<line.upperBound).lowerBound
    }
    var position = start
    while position < line.upperBound {
      let next = position + 1
      if source[position] == UInt8(ascii: ":"), position > start,
        next >= line.upperBound || source[next].isBlank
      {
        return (trimmed(start..<position), trimmed(next..<line.upperBound))
      }
      position = next
    }
    return nil
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: source[range.clamped(to: self.range)], as: UTF8.self)
  }

  /// The start of a text, short enough to name it in a message.
  func excerpt(_ range: Range<Int>) -> String {
    let text = text(range)
    let head = text.prefix(40)
    return head.endIndex == text.endIndex ? text : head + "…"
  }

  /// The place of the one character at a position; empty at the end.
  func character(at position: Int) -> Range<Int> {
    guard position < range.upperBound else { return range.upperBound..<range.upperBound }
    var end = position + 1
    while end < range.upperBound, source[end] & 0xC0 == 0x80 { end += 1 }
    return position..<end
  }
}
