/// What stands between two nodes of a mermaid flowchart, by the grammar of mermaid 11.
///
/// `-->`, `==>`, `-.->`, `-- text -->`, `-->|text|` and longer ones are arrows. `---`, `===`, `-.-`, `~~~` and
/// links that end with `x` or `o` tie nodes together and tell no order.
enum MermaidLink {
  case arrow
  case line

  /// Reads a link and the text behind it; `nil` where there is none.
  init?(_ cursor: inout Cursor) {
    _ = cursor.skip(UInt8(ascii: "<"))
    switch cursor.current {
    case UInt8(ascii: "~"):
      guard Self.run(of: UInt8(ascii: "~"), &cursor) > 2 else { return nil }
      self = .line
    case UInt8(ascii: "-") where cursor.peek(1) == UInt8(ascii: "."):
      cursor.position += 1
      _ = Self.run(of: UInt8(ascii: "."), &cursor)
      if cursor.current != UInt8(ascii: "-") {
        // `-. text .->`
        guard Self.skipText(to: UInt8(ascii: "."), UInt8(ascii: "-"), &cursor) else { return nil }
        _ = Self.run(of: UInt8(ascii: "."), &cursor)
      }
      _ = Self.run(of: UInt8(ascii: "-"), &cursor)
      self = Self.head(&cursor) ?? .line
    case let stroke where stroke == UInt8(ascii: "-") || stroke == UInt8(ascii: "="):
      let length = Self.run(of: stroke, &cursor)
      guard length > 1 else { return nil }
      if let head = Self.head(&cursor) {
        self = head
      } else if length > 2 {
        self = .line
      } else {
        // `-- text -->`
        guard Self.skipText(to: stroke, stroke, &cursor) else { return nil }
        _ = Self.run(of: stroke, &cursor)
        self = Self.head(&cursor) ?? .line
      }
    default: return nil
    }
    cursor.skipBlanks()
    if cursor.skip(UInt8(ascii: "|")) {
      while !cursor.isAtEnd, !cursor.skip(UInt8(ascii: "|")) { cursor.position += 1 }
    }
  }

  /// How many of one byte stand here, which are skipped.
  private static func run(of byte: UInt8, _ cursor: inout Cursor) -> Int {
    let start = cursor.position
    while !cursor.isAtEnd, cursor.current == byte { cursor.position += 1 }
    return cursor.position - start
  }

  /// `>`, or `x` and `o` where no word begins with them.
  private static func head(_ cursor: inout Cursor) -> MermaidLink? {
    if cursor.skip(UInt8(ascii: ">")) { return .arrow }
    let isMark = cursor.current == UInt8(ascii: "x") || cursor.current == UInt8(ascii: "o")
    guard !cursor.isAtEnd, isMark, cursor.peek(1) == UInt8(ascii: " ") else { return nil }
    cursor.position += 1
    return .line
  }

  /// Skips at most 80 bytes, up to two bytes that end a text.
  private static func skipText(to first: UInt8, _ second: UInt8, _ cursor: inout Cursor) -> Bool {
    let start = cursor.position
    while !cursor.isAtEnd, cursor.position - start < 80 {
      if cursor.current == first, cursor.peek(1) == second { return true }
      cursor.position += 1
    }
    return false
  }
}
