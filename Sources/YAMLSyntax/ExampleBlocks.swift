/// The `<example>` blocks of an agent's description, in which `user:` at the start of a line is text.
struct ExampleBlocks {
  private let text: ArraySlice<UInt8>
  /// The start of the last end tag; a block that none follows is not one.
  private let lastEnd: Int
  private var isOpen = false

  init(in text: ArraySlice<UInt8>) {
    self.text = text
    lastEnd = text.indices.last { text[$0...].starts(with: Self.end) } ?? text.startIndex
  }

  private static let start = Array("<example>".utf8)
  private static let end = Array("</example>".utf8)

  /// Whether a line starts inside a block; lines must be asked for in order.
  mutating func contains(_ line: Range<Int>) -> Bool {
    let result = isOpen && line.lowerBound <= lastEnd
    for index in line where text[index] == UInt8(ascii: "<") {
      let rest = text[index..<line.upperBound]
      if rest.starts(with: Self.start) { isOpen = true }
      if rest.starts(with: Self.end) { isOpen = false }
    }
    return result
  }
}
