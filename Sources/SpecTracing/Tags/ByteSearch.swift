/// Finds a byte eight at a time.
enum ByteSearch {
  /// The first place of a byte at or behind an index; `nil` where it does not occur.
  static func first(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let pattern = ones &* UInt64(byte)
    var index = start
    while index + 32 <= bytes.count {
      var found: UInt64 = 0
      for part in 0..<4 {
        let word =
          bytes.loadUnaligned(fromByteOffset: index + 8 * part, as: UInt64.self) ^ pattern
        // The highest bit of a byte stays where the byte was zero.
        found |= (word &- ones) & ~word & (ones &* 0x80)
      }
      if found != 0 { break }
      index += 32
    }
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }
}
