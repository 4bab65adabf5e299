/// The lines of a part of a text, each with its line break; a break is LF, CRLF or CR.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var rest: Range<Int>

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    rest = range
  }

  mutating func next() -> Range<Int>? {
    guard !rest.isEmpty else { return nil }
    var end = rest.lowerBound
    while end < rest.upperBound, !bytes[end].isBreak { end += 1 }
    if end < rest.upperBound {
      let isPair = bytes[end] == 0x0D && end + 1 < rest.upperBound && bytes[end + 1] == 0x0A
      end += isPair ? 2 : 1
    }
    defer { rest = end..<rest.upperBound }
    return rest.lowerBound..<end
  }
}
