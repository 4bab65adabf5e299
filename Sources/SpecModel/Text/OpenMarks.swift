package import Diagnostics

extension SpecText {
  /// The marks that say that something is still to be decided: `TBD`, `TBC`, `???`,
  /// `[NEEDS CLARIFICATION…]`, `[TODO…]`, and `TODO:` at the start of an item.
  ///
  /// Marks in code and quotations are somebody's words. In document order; linear in the bytes.
  package var openMarks: [Range<Offset>] {
    bytes.withView { bytes in
      var found: [Range<Offset>] = []
      OpenMark.forEachCandidate(self.bytes) { position in
        guard let mark = OpenMark.range(bytes, position), let line = line(at: position),
          !OpenMark.isQuoted(bytes, position, line)
        else { return }
        let isPlainTodo =
          bytes[position + 1] == UInt8(ascii: "O")
          && (position == 0 || bytes[position - 1] != UInt8(ascii: "["))
        if isPlainTodo, !OpenMark.startsItem(bytes, position, line) { return }
        found.append(Range(mark.lowerBound, mark.upperBound))
      }
      return found
    }
  }

  /// The line of text, heading or table row that a position is in.
  private func line(at position: Int) -> TextLine? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if Int(lines[middle].end) <= position { low = middle + 1 } else { high = middle }
    }
    guard low < lines.count, Int(lines[low].textStart) <= position else { return nil }
    switch lines[low].kind {
    case .text, .heading, .tableRow: return lines[low]
    case .blank, .code, .comment: return nil
    }
  }
}

private enum OpenMark {
  /// Calls back for every place at which `TB`, `TO`, `??` or `[N` stands.
  ///
  /// Looks at sixteen places at a time for the first byte and the second at once.
  static func forEachCandidate(_ bytes: [UInt8], _ body: (Int) -> Void) {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index + 17 <= raw.count {
        let first = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        let second = raw.loadUnaligned(fromByteOffset: index + 1, as: SIMD16<UInt8>.self)
        let hits =
          places(first, "T") .& (places(second, "B") .| places(second, "O"))
          .| places(first, "?") .& places(second, "?") .| places(first, "[") .& places(second, "N")
        if any(hits) {
          for lane in 0..<16 where hits[lane] { body(index + lane) }
        }
        index += 16
      }
      while index + 1 < raw.count {
        let byte = raw[index]
        if byte == UInt8(ascii: "T") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") {
          body(index)
        }
        index += 1
      }
    }
  }

  @inline(__always)
  private static func places(
    _ bytes: SIMD16<UInt8>, _ letter: Unicode.Scalar
  ) -> SIMDMask<SIMD16<Int8>> {
    bytes .== SIMD16(repeating: UInt8(ascii: letter))
  }

  /// The mark at a position.
  static func range(_ bytes: ByteView, _ position: Int) -> Range<Int>? {
    var cursor = Cursor(bytes, position..<bytes.count)
    let before = position > 0 ? bytes[position - 1] : 0
    if cursor.skip("???") {
      while cursor.skip(UInt8(ascii: "?")) {}
      // Behind a word it only asks loudly.
      let isLoud = before == UInt8(ascii: "?") || before >= 0x80 || isName(before)
      return isLoud || isName(cursor.current) ? nil : position..<cursor.position
    }
    if cursor.skip("[NEEDS CLARIFICATION") { return position..<cursor.position }
    guard cursor.skip("TBD") || cursor.skip("TBC") || cursor.skip("TODO"), !isName(before),
      !isName(cursor.current)
    else { return nil }
    if bytes[position + 1] == UInt8(ascii: "O"), cursor.current != UInt8(ascii: ":"),
      cursor.current != UInt8(ascii: "]") || before != UInt8(ascii: "[")
    {
      return nil
    }
    return position..<cursor.position
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/")
  }

  /// Whether an odd number of backticks or quotation marks stands before a position on its line.
  static func isQuoted(_ bytes: ByteView, _ position: Int, _ line: TextLine) -> Bool {
    var ticks = 0
    var quotes = 0
    // Lines are mostly short; of endless ones the part before the mark tells enough.
    for index in max(Int(line.textStart), position - 400)..<position {
      if bytes[index] == UInt8(ascii: "`") { ticks += 1 }
      if bytes[index] == UInt8(ascii: "\"") { quotes += 1 }
    }
    return ticks % 2 == 1 || quotes % 2 == 1
  }

  /// Whether only a bullet, a number and emphasis stand before a position on its line.
  static func startsItem(_ bytes: ByteView, _ position: Int, _ line: TextLine) -> Bool {
    position - Int(line.textStart) < 16
      && bytes[Int(line.textStart)..<position].allSatisfy {
        $0.isBlank || $0.isEmphasis || $0.isDigit || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ">")
      }
  }
}
