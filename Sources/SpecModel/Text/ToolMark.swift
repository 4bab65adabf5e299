/// The word by which comments in documents speak to the tool.
enum ToolMark {
  /// `specctl:`, as the eight bytes of one number.
  private static let word = "specctl:".utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }

  /// Whether the word stands anywhere in the bytes, which it does in hardly any document.
  ///
  /// Looks at eight places at a time for its first and its last letter at once.
  static func stands(in bytes: [UInt8]) -> Bool {
    let word = word
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (first, last) = (ones &* (word & 0xFF), ones &* (word >> 56))
    return bytes.withUnsafeBytes { raw in
      var index = 0
      while index + 15 <= raw.count {
        let start = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ first
        let end = raw.loadUnaligned(fromByteOffset: index + 7, as: UInt64.self) ^ last
        let difference = start | end
        if (difference &- ones) & ~difference & (ones << 7) != 0,
          (index..<index + 8).contains(where: { matches(raw, $0, word) })
        {
          return true
        }
        index += 8
      }
      return (index..<max(index, raw.count - 7)).contains { matches(raw, $0, word) }
    }
  }

  @inline(__always)
  private static func matches(_ raw: UnsafeRawBufferPointer, _ index: Int, _ word: UInt64) -> Bool {
    UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) == word
  }
}
