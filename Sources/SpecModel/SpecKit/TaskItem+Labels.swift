package import Diagnostics

extension TaskItem {
  /// The user stories that the title's labels name: `[US1]`, with the place of each number.
  ///
  /// Linear in the title.
  package func storyLabels(in text: SpecText) -> [(number: Int, range: Range<Offset>)] {
    text.bytes.withView { bytes in
      var found: [(number: Int, range: Range<Offset>)] = []
      var cursor = Cursor(bytes, titleRange.indices)
      while !cursor.isAtEnd {
        guard cursor.skip("[US") else {
          cursor.position += 1
          continue
        }
        let start = cursor.position
        while cursor.current.isDigit { cursor.position += 1 }
        let count = cursor.position - start
        guard (1...6).contains(count), cursor.current == UInt8(ascii: "]") else { continue }
        let number = bytes[start..<start + count].reduce(0) {
          $0 * 10 + Int($1 - UInt8(ascii: "0"))
        }
        found.append((number, Range(start - 2, start + count)))
      }
      return found
    }
  }
}
