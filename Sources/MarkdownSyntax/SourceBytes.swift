/// The bytes being parsed, read without bounds checks.
///
/// Safe as long as the buffer outlives it and `self[offset]` is asked below ``end`` only; the
/// functions take any offset up to ``end``, at which a line break is read.
struct SourceBytes {
  let base: UnsafePointer<UInt8>
  /// The offset after the last byte.
  let end: Int

  @inline(__always)
  subscript(offset: Int) -> UInt8 { base[offset] }

  /// The byte at an offset, or a line feed at the end.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    offset < end ? base[offset] : .lineFeed
  }

  @inline(__always)
  func isLineEnd(_ offset: Int) -> Bool {
    byte(at: offset).isLineBreak
  }

  /// The place of the first line break at or after an offset, or the end.
  ///
  /// Looks at eight bytes at a time for one below 14: a line feed, a carriage return or, rarely,
  /// something else that is then passed over.
  func lineEnd(from offset: Int) -> Int {
    let raw = UnsafeRawPointer(base)
    var offset = offset
    while offset + 8 <= end {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      var low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
      while low != 0 {
        let found = offset + low.trailingZeroBitCount / 8
        if base[found].isLineBreak { return found }
        low &= low &- 1
      }
      offset += 8
    }
    while offset < end, !base[offset].isLineBreak { offset += 1 }
    return offset
  }

  /// The start of the line after the one that ends at an offset.
  @inline(__always)
  func nextLine(afterLineEnd lineEnd: Int) -> Int {
    guard lineEnd < end else { return end }
    let isPair = base[lineEnd] == .carriageReturn && byte(at: lineEnd + 1) == .lineFeed
    return min(lineEnd + (isPair ? 2 : 1), end)
  }

  /// The first offset from a place on that holds no space or tab.
  @inline(__always)
  func skippingBlanks(from offset: Int) -> Int {
    var offset = offset
    while offset < end, base[offset].isBlank { offset += 1 }
    return offset
  }

  /// The end of a span without the spaces and tabs it ends with.
  @inline(__always)
  func trimmedEnd(from start: Int, to end: Int) -> Int {
    var end = end
    while end > start, base[end - 1].isBlank { end -= 1 }
    return end
  }
}

extension UInt8 {
  static var tab: UInt8 { 0x09 }
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var space: UInt8 { 0x20 }

  @inline(__always) var isBlank: Bool { self == .space || self == .tab }
  @inline(__always) var isLineBreak: Bool { self == .lineFeed || self == .carriageReturn }
  @inline(__always) var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  @inline(__always) var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

  /// Whether a backslash before it takes away its meaning.
  var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
