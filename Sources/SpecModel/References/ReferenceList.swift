package import Diagnostics

/// Reads lists of references such as `1.1, 2.3–2.5、FR-4 and All (6.1-6.5)`.
package enum ReferenceList {
  /// The elements of a list, in the order written.
  ///
  /// Elements are separated by `,` `;` `/` `&`, their full-width forms and the word "and"; remarks
  /// in parentheses belong to the element before them and are dropped. Linear in the span.
  package static func parse(_ bytes: [UInt8], _ range: Range<Offset>) -> [Reference] {
    bytes.withView { parse($0, range) }
  }

  static func parse(_ bytes: ByteView, _ range: Range<Offset>) -> [Reference] {
    var references: [Reference] = []
    var inheritedWord = ""
    forEachElement(bytes, trimmed(bytes, range.indices)) { element in
      guard let reference = reference(bytes, element, inheriting: inheritedWord) else { return }
      if !reference.word.isEmpty { inheritedWord = reference.word }
      if references.isEmpty {
        references.reserveCapacity(element.upperBound < range.upperBound.utf8 ? 4 : 1)
      }
      references.append(reference)
    }
    return references
  }

  /// The spans between separators that stand outside brackets.
  @inline(__always)
  private static func forEachElement(
    _ bytes: ByteView, _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    var cursor = Cursor(bytes, range)
    var depth = 0
    var start = range.lowerBound
    while !cursor.isAtEnd {
      let position = cursor.position
      if cursor.skip("（") {
        depth += 1
        continue
      }
      if cursor.skip("）") {
        depth = max(0, depth - 1)
        continue
      }
      switch cursor.current {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth = max(0, depth - 1)
      default:
        if depth == 0, skipSeparator(&cursor) {
          body(start..<position)
          start = cursor.position
          continue
        }
      }
      cursor.position += 1
    }
    body(start..<range.upperBound)
  }

  private static func skipSeparator(_ cursor: inout Cursor) -> Bool {
    switch cursor.current {
    case UInt8(ascii: ",") where standsInNumber(cursor): return false
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      cursor.position += 1
      return true
    case UInt8(ascii: "/"):
      // `1.1/1.2` lists two ids; `N/A` and `UI/UX` do not.
      guard cursor.peek(1).isDigit, cursor.position > 0,
        cursor.bytes[cursor.position - 1].isDigit
      else { return false }
      cursor.position += 1
      return true
    case UInt8(ascii: " "):
      var attempt = cursor
      attempt.skipBlanks()
      guard
        ReferenceWords.separators.skip(&attempt, where: { after, _ in after.current.isBlank })
          != nil
      else { return false }
      cursor = attempt
      return true
    case 0xE3: return cursor.skip("、")
    case 0xEF: return cursor.skip("，") || cursor.skip("；")
    default: return false
    }
  }

  /// Whether a comma sets thousands apart: `10,000 users` cites nothing.
  private static func standsInNumber(_ cursor: Cursor) -> Bool {
    guard cursor.position > 0, cursor.bytes[cursor.position - 1].isDigit,
      cursor.peek(1).isDigit, cursor.peek(2).isDigit, cursor.peek(3).isDigit
    else { return false }
    // `100,101` lists two ids.
    let isRound = (1...3).allSatisfy { cursor.peek($0) == UInt8(ascii: "0") }
    return !cursor.peek(4).isDigit && (isRound || cursor.peek(4) == UInt8(ascii: "+"))
  }

  private static func reference(
    _ bytes: ByteView, _ element: Range<Int>, inheriting inherited: String
  ) -> Reference? {
    let span = trimmed(bytes, element)
    guard !span.isEmpty else {
      return nil
    }
    let range = Range<Offset>(span.lowerBound, span.upperBound)
    var cursor = Cursor(bytes, span)
    if !cursor.current.isDigit, let special = special(bytes, span) {
      return Reference(special, at: range)
    }
    let word = skipNoun(&cursor)
    guard let first = scanID(&cursor) else {
      return Reference(.text(String(decoding: bytes[span], as: UTF8.self)), word: word, at: range)
    }
    if let last = scanRangeEnd(&cursor) {
      return Reference(.range(from: first, to: last), word: word, at: range)
    }
    cursor.skipBlanks()
    while cursor.current.isEmphasis { cursor.position += 1 }
    let hasWordsBehind = !cursor.isAtEnd && !isRemark(cursor)
    let isBareNumber = first.utf8.allSatisfy(\.isDigit)
    if hasWordsBehind, isBareNumber, word.isEmpty, inherited.isEmpty {
      return Reference(.text(String(decoding: bytes[span], as: UTF8.self)), at: range)
    }
    return Reference(.identifier(first), word: word.isEmpty ? inherited : word, at: range)
  }

  private static func special(_ bytes: ByteView, _ span: Range<Int>) -> Reference.Kind? {
    if ReferenceWords.none.value(bytes, span) != nil { return Reference.Kind.none }
    let stop = span.first {
      bytes[$0].isBlank || bytes[$0] == UInt8(ascii: "(") || bytes[$0] == UInt8(ascii: ":")
    }
    let wideStop = span.first { bytes[$0] == 0xEF }
    let head = span.lowerBound..<min(stop ?? span.upperBound, wideStop ?? span.upperBound)
    if ReferenceWords.all.value(bytes, head) != nil {
      let rest = String(decoding: bytes[head.upperBound..<span.upperBound], as: UTF8.self)
      return .all(qualifier: rest.lowercased().trimmingBlanks)
    }
    guard ReferenceWords.none.value(bytes, head) != nil else { return nil }
    var after = Cursor(bytes, head.upperBound..<span.upperBound)
    after.skipBlanks()
    let isRemark =
      after.isAtEnd || "(-:".utf8.contains(after.current) || after.skip("（") || after.skip("–")
      || after.skip("—")
    return isRemark ? Reference.Kind.none : nil
  }

  /// Skips a noun such as `Requirement` or `任务` and returns what it stands for.
  private static func skipNoun(_ cursor: inout Cursor) -> String {
    while cursor.current.isEmphasis { cursor.position += 1 }
    guard cursor.current.isLetter || cursor.current >= 0x80 else { return "" }
    let noun = ReferenceWords.nouns.skip(&cursor) { after, isASCII in
      !isASCII || !after.current.isLetter && after.current != UInt8(ascii: "-")
    }
    guard let noun else { return "" }
    cursor.skipBlanks()
    _ = cursor.skipColon()
    cursor.skipBlanks()
    _ = cursor.skip(UInt8(ascii: "#"))
    return noun
  }

  /// Reads one id, without demanding a separator behind it.
  private static func scanID(_ cursor: inout Cursor) -> String? {
    while cursor.current.isEmphasis || cursor.current == UInt8(ascii: "[")
      || cursor.current == UInt8(ascii: "#")
    {
      cursor.position += 1
    }
    let start = cursor.position
    if cursor.current.isDigit {
      skipNumber(&cursor)
      let end = cursor.position
      // `1.x` and `1.*` mean all of 1.
      if cursor.current == UInt8(ascii: "."),
        cursor.peek(1) == UInt8(ascii: "x") || cursor.peek(1) == UInt8(ascii: "*")
      {
        cursor.position += 2
      } else if cursor.current.isLowercase, !cursor.peek(1).isLetter {
        cursor.position += 1
        return text(cursor, start..<cursor.position)
      } else if cursor.current.isLetter || cursor.current == UInt8(ascii: "%") {
        cursor.position = start
        return nil
      }
      return text(cursor, start..<end)
    }
    guard cursor.current.isUppercase || cursor.current.isLowercase else { return nil }
    var sawDigit = false
    var isLowercaseWord = false
    while true {
      let byte = cursor.current
      if byte.isDigit {
        sawDigit = true
      } else if byte.isUppercase {
      } else if byte.isLowercase {
        // `T-1a` and `R2b` are ids; `user-login-api` and `Phase` are words.
        if !(cursor.position > start && cursor.bytes[cursor.position - 1].isDigit) {
          isLowercaseWord = true
        }
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      {
        let next = cursor.peek(1)
        guard next.isDigit || next.isLetter else { break }
        // `FR-1-FR-5` and `R1-R4` are ranges: a letter id behind a complete one.
        if byte == UInt8(ascii: "-"), sawDigit, next.isUppercase,
          startsSameFamily(cursor, start)
        {
          break
        }
        if byte == UInt8(ascii: "-"), sawDigit, next.isDigit,
          cursor.bytes[cursor.position - 1].isDigit,
          cursor.bytes[start..<cursor.position].contains(UInt8(ascii: "-"))
            || cursor.bytes[start..<cursor.position].contains(UInt8(ascii: "."))
        {
          break
        }
      } else {
        break
      }
      cursor.position += 1
    }
    guard sawDigit, !isLowercaseWord else {
      cursor.position = start
      return nil
    }
    return text(cursor, start..<cursor.position)
  }

  /// Whether behind the dash at the position the letters of the id's own beginning come again.
  private static func startsSameFamily(_ cursor: Cursor, _ start: Int) -> Bool {
    var index = 0
    while cursor.bytes[start + index].isLetter, start + index < cursor.position {
      guard cursor.peek(1 + index) == cursor.bytes[start + index] else { return false }
      index += 1
    }
    return index > 0 && !cursor.peek(1 + index).isLetter
  }

  private static func skipNumber(_ cursor: inout Cursor) {
    while cursor.current.isDigit { cursor.position += 1 }
    while cursor.current == UInt8(ascii: "."), cursor.peek(1).isDigit {
      cursor.position += 1
      while cursor.current.isDigit { cursor.position += 1 }
    }
  }

  private static func scanRangeEnd(_ cursor: inout Cursor) -> String? {
    var attempt = cursor
    attempt.skipBlanks()
    let hasDash =
      attempt.skip(UInt8(ascii: "-")) || attempt.skip("–") || attempt.skip("—")
      || attempt.skip(UInt8(ascii: "~")) || attempt.skip("～") || attempt.skip("〜")
      || attempt.skip("..") || attempt.skip("→")
    if !hasDash {
      let word = ReferenceWords.rangeWords.skip(&attempt) { after, _ in
        after.current.isBlank || after.current.isDigit
      }
      guard word != nil else { return nil }
    }
    attempt.skipBlanks()
    _ = skipNoun(&attempt)
    guard let last = scanID(&attempt) else { return nil }
    cursor = attempt
    return last
  }

  /// Whether what follows an id is a remark in brackets or set off by a dash or colon.
  private static func isRemark(_ cursor: Cursor) -> Bool {
    var cursor = cursor
    return "([.:-])*_`".utf8.contains(cursor.current) || cursor.skip("（") || cursor.skip("–")
      || cursor.skip("—") || cursor.skip("：") || cursor.skip("✅")
  }

  private static func text(_ cursor: Cursor, _ range: Range<Int>) -> String {
    String(decoding: cursor.bytes[range], as: UTF8.self)
  }

  /// The span without blanks, emphasis, full stops and one pair of brackets around it.
  private static func trimmed(_ bytes: ByteView, _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, min(range.upperBound, bytes.count))
    func isTrimmable(_ byte: UInt8) -> Bool {
      byte.isBlank || byte.isLineBreak || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: "`")
    }
    var changed = true
    while changed {
      changed = false
      while lower < upper, isTrimmable(bytes[lower]) { lower += 1 }
      while upper > lower, isTrimmable(bytes[upper - 1]) || bytes[upper - 1] == UInt8(ascii: ".") {
        upper -= 1
      }
      guard upper - lower >= 2 else { break }
      let pair = (bytes[lower], bytes[upper - 1])
      let isBracketed =
        pair == (UInt8(ascii: "["), UInt8(ascii: "]"))
        || pair == (UInt8(ascii: "("), UInt8(ascii: ")"))
      if isBracketed, upper - lower > 2,
        !bytes[(lower + 1)..<(upper - 1)].contains(where: { $0 == pair.0 || $0 == pair.1 })
      {
        (lower, upper, changed) = (lower + 1, upper - 1, true)
      }
    }
    return lower..<max(lower, upper)
  }
}
