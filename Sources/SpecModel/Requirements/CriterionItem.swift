/// The start of a line that could make a criterion: `1.`, `1.2`, `- `, `- [ ] `, `**1.1**`.
struct CriterionItem {
  /// From the marker or number to its end.
  var marker: Range<Int>
  var content: Int
  /// The written number: 3 for `3.` and for `2.3`.
  var number: Int?
  /// The letter behind the number: `a` of `2a.`.
  var suffix: UInt8?
  /// All that is written of a number with dots, such as `2.3`.
  var address: Range<Int>?
  var isBulleted: Bool

  /// Reads the line's start; `nil` for other text.
  init?(_ bytes: ByteView, _ line: TextLine) {
    var cursor = Cursor(bytes, line)
    let start = cursor.position
    isBulleted = false
    switch cursor.current {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), 0xE2:
      isBulleted = cursor.skipBullet()
      if isBulleted {
        marker = start..<start + 1
        _ = cursor.skipCheckbox()
        if cursor.current >= 0xE2 {
          // `- ✅ 1.2 …`
          var marked = cursor
          marked.skipDecoration()
          if marked.current.isDigit { cursor = marked }
        }
      } else {
        guard cursor.current == UInt8(ascii: "*") else { return nil }
        while cursor.current.isEmphasis { cursor.position += 1 }
        guard cursor.current.isDigit else { return nil }
        marker = cursor.position..<cursor.position
      }
    case let byte where byte.isDigit:
      marker = start..<start
    default:
      return nil
    }
    content = cursor.position
    while cursor.current.isEmphasis { cursor.position += 1 }
    if cursor.current.isDigit, let found = Self.number(cursor) {
      if isBulleted, found.address == nil { return }
      number = found.value
      suffix = found.suffix
      address = found.address
      marker = found.span
      content = found.end
      var inner = Cursor(bytes, found.end..<Int(line.end))
      // `1. 1.1 WHEN …` and `1. **1.1** WHEN …`: the address is the inner one.
      while inner.current.isEmphasis || inner.current.isBlank { inner.position += 1 }
      if address == nil, inner.current.isDigit, let second = Self.number(inner),
        second.address != nil
      {
        number = second.value
        suffix = second.suffix
        address = second.address
        marker = second.span
        content = second.end
      }
    } else if !isBulleted {
      return nil
    }
  }

  private struct Number {
    var value: Int
    var suffix: UInt8?
    var address: Range<Int>?
    var span: Range<Int>
    var end: Int
  }

  private static func number(_ cursor: Cursor) -> Number? {
    var cursor = cursor
    let start = cursor.position
    var value = 0
    var parts = 0
    while true {
      value = 0
      let digits = cursor.position
      while cursor.current.isDigit, cursor.position - digits < 4 {
        value = value * 10 + Int(cursor.current - 0x30)
        cursor.position += 1
      }
      parts += 1
      guard !cursor.current.isDigit else { return nil }
      guard cursor.current == UInt8(ascii: "."), cursor.peek(1).isDigit, parts < 6 else { break }
      cursor.position += 1
    }
    var suffix: UInt8?
    if cursor.current.isLowercase, cursor.peek(1) == UInt8(ascii: ".") {
      suffix = cursor.current
      cursor.position += 1
    }
    let span = start..<cursor.position
    // `1.5x`, `10%` and `2.0+` are no numbers of criteria.
    guard !cursor.current.isLetter, cursor.current != UInt8(ascii: "%"),
      cursor.current != UInt8(ascii: "+")
    else { return nil }
    while cursor.current.isEmphasis { cursor.position += 1 }
    let hasSeparator = cursor.skipSeparator()
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard parts > 1 || hasSeparator else { return nil }
    guard hasSeparator || cursor.current.isBlank || cursor.isAtEnd || cursor.current >= 0x80 else {
      return nil
    }
    cursor.skipBlanks()
    return Number(
      value: value, suffix: suffix, address: parts > 1 ? span : nil, span: span,
      end: cursor.position)
  }
}
