package import Diagnostics

/// What is unusual about the bytes of a text file; none of it keeps the file from being read.
package struct ByteOddities: Sendable, Hashable {
  /// 3 where the file starts with a UTF-8 byte order mark, else 0.
  package var markLength = 0
  package var firstNUL: Offset?
  /// Where the first sequence begins that is not well-formed.
  package var firstInvalidUTF8: Offset?
  /// Whether a CR stands anywhere, before a LF or alone.
  package var hasCarriageReturn = false

  /// Looks at every byte once; runs of plain ASCII are looked at sixteen bytes at a time.
  package init(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      if raw.count >= 3, raw[0] == 0xEF, raw[1] == 0xBB, raw[2] == 0xBF { markLength = 3 }
      var index = 0
      while index < raw.count {
        // Runs of other scripts and of drawn lines go one scalar after the other.
        while index < raw.count, raw[index] >= 0x80,
          let length = Self.sequenceLength(raw, at: index)
        {
          index += length
        }
        while index + 16 <= raw.count,
          Self.arePlain(
            raw.loadUnaligned(fromByteOffset: index, as: UInt64.self),
            raw.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
        {
          index += 16
        }
        guard index < raw.count else { break }
        let byte = raw[index]
        if byte < 0x80 {
          if byte == 0, firstNUL == nil { firstNUL = Offset(index) }
          if byte == 0x0D { hasCarriageReturn = true }
          index += 1
        } else if let length = Self.sequenceLength(raw, at: index) {
          index += length
        } else {
          if firstInvalidUTF8 == nil { firstInvalidUTF8 = Offset(index) }
          index += 1
        }
      }
    }
  }

  /// Whether all bytes of two words are ASCII, none of them NUL or CR.
  ///
  /// Where no byte has its high bit, only a byte of 0 borrows into it when 1 is taken from each.
  @inline(__always)
  private static func arePlain(_ first: UInt64, _ second: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let returns = ones &* 0x0D
    let found =
      first | second | (first &- ones) | (second &- ones) | ((first ^ returns) &- ones)
      | ((second ^ returns) &- ones)
    return found & (ones << 7) == 0
  }

  /// The length of the well-formed sequence that starts at a byte of 0x80 or more, by table 3-7 of
  /// the Unicode standard.
  @inline(__always)
  private static func sequenceLength(_ raw: UnsafeRawBufferPointer, at index: Int) -> Int? {
    func continues(_ position: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      position < raw.count && range.contains(raw[position])
    }
    let first = raw[index]
    switch first {
    case 0xC2...0xDF:
      return continues(index + 1) ? 2 : nil
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
      return continues(index + 1, second) && continues(index + 2) ? 3 : nil
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return continues(index + 1, second) && continues(index + 2) && continues(index + 3) ? 4 : nil
    default:
      return nil
    }
  }
}
