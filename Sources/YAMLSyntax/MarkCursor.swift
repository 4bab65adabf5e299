/// Turns libyaml's positions, which count Unicode scalars, into byte positions.
///
/// A step costs its distance from the one before; libyaml's events come nearly in order, so that
/// all steps of a document together are linear in its bytes. In ASCII a step is free.
struct MarkCursor {
  private let text: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var scalar = 0
  private var byte = 0

  init(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.text = text
    self.isASCII = isASCII
  }

  /// The byte position of the scalar with a number; the end of the text for numbers too large.
  mutating func position(ofScalar number: Int) -> Int {
    if isASCII { return min(number, text.count) }
    while scalar < number, byte < text.count {
      byte += 1
      while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
      scalar += 1
    }
    while scalar > number, byte > 0 {
      byte -= 1
      while byte > 0, text[byte] & 0xC0 == 0x80 { byte -= 1 }
      scalar -= 1
    }
    return byte
  }
}
