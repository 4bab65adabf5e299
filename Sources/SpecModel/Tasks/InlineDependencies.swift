import Diagnostics

/// Finds `(depends on T001, T002)` in a title.
enum InlineDependencies {
  private static let openings = WordList<Bool>(
    [
      "depends on", "depends:", "dependencies:", "requires task", "after task", "blocked by",
      "依赖", "依存", "depende de",
    ].map { ($0, true) })

  /// The references in brackets behind such words; empty without them.
  static func find(in bytes: ByteView, _ title: Range<Int>) -> [Reference] {
    var cursor = Cursor(bytes, title)
    while !cursor.isAtEnd {
      let isOpening = cursor.skip(UInt8(ascii: "(")) || cursor.skip("（")
      guard isOpening else {
        cursor.position += 1
        continue
      }
      cursor.skipBlanks()
      guard openings.skip(&cursor, where: { _, _ in true }) != nil else { continue }
      cursor.skipBlanks()
      _ = cursor.skipColon()
      let start = cursor.position
      while !cursor.isAtEnd, cursor.current != UInt8(ascii: ")"),
        !(cursor.current == 0xEF && cursor.peek(1) == 0xBC && cursor.peek(2) == 0x89)
      {
        cursor.position += 1
      }
      return ReferenceList.parse(bytes, Range(start, cursor.position))
    }
    return []
  }
}
