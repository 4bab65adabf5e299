/// The terms that a document defines below a heading such as `## Glossary`.
package struct Glossary: Sendable {
  /// By ``key(_:)``.
  private var terms: Set<String> = []

  /// Reads all glossaries of a document; `nil` when it has none or they are empty.
  ///
  /// Linear in the bytes of the document.
  package init?(of text: SpecText) {
    var level: UInt8?
    var isFound = false
    text.bytes.withView { bytes in
      for line in text.lines {
        switch line.kind {
        case .heading(let own):
          if let outer = level, own > outer {
            add(bytes, Cursor(bytes, line).behindHashes)
          } else {
            level = Self.isGlossary(bytes, line) ? own : nil
            if level != nil { isFound = true }
          }
        case .text, .tableRow:
          if level != nil { add(bytes, Cursor(bytes, line)) }
        case .blank, .code, .comment: continue
        }
      }
    }
    if !isFound || terms.isEmpty { return nil }
  }

  /// Whether a name is one of the terms, whatever its case, blanks, dashes and underscores.
  package func defines(_ name: String) -> Bool {
    let key = Self.key(name.utf8)
    if terms.contains(key) { return true }
    return key.hasSuffix("s") ? terms.contains(String(key.dropLast())) : terms.contains(key + "s")
  }

  private static let words = WordList(
    ["glossary", "术语", "術語", "用語", "词汇", "glosario", "glossário", "glossar", "глоссарий"]
      .map { ($0, true) })

  private static func isGlossary(_ bytes: ByteView, _ line: TextLine) -> Bool {
    var cursor = Cursor(bytes, line).behindHashes
    let limit = min(cursor.end, cursor.position + 40)
    while cursor.position < limit {
      if words.skip(&cursor) != nil { return true }
      cursor.position += 1
    }
    return false
  }

  /// Adds the term that a line defines, and the name in brackets behind it.
  private mutating func add(_ bytes: ByteView, _ cursor: Cursor) {
    var cursor = cursor
    _ = cursor.skipBullet()
    while cursor.current == UInt8(ascii: "|") || cursor.current.isBlank { cursor.position += 1 }
    let start = cursor.position
    let limit = min(cursor.end, start + 80)
    var opening: Int?
    while cursor.position < limit {
      let here = cursor.position
      if cursor.skipColon() || cursor.skip(UInt8(ascii: "|")) || cursor.skip("—")
        || cursor.skip("–") || cursor.skip(" - ")
      {
        insert(bytes, start..<(opening ?? here))
        return
      }
      if cursor.skip(UInt8(ascii: "(")) || cursor.skip("（") {
        if opening == nil { opening = here }
        let inner = cursor.position
        while cursor.position < limit, cursor.current != UInt8(ascii: ")"), cursor.current < 0xEF {
          cursor.position += 1
        }
        insert(bytes, inner..<cursor.position)
        continue
      }
      cursor.position += 1
    }
    // A line without a mark behind the term holds it alone, in bold or as a heading.
    if cursor.isAtEnd { insert(bytes, start..<(opening ?? cursor.position)) }
  }

  private mutating func insert(_ bytes: ByteView, _ span: Range<Int>) {
    let key = Self.key(bytes[span])
    if !key.isEmpty { terms.insert(key) }
  }

  private static func key(_ name: some Collection<UInt8>) -> String {
    String(
      decoding: name.lazy.filter {
        $0 >= 0x80 || $0.isLetter || $0.isDigit
      }.map(\.lowercased), as: UTF8.self)
  }
}

extension Cursor {
  /// The cursor behind the `#` of a heading.
  fileprivate var behindHashes: Cursor {
    var cursor = self
    while cursor.skip(UInt8(ascii: "#")) {}
    cursor.skipBlanks()
    return cursor
  }
}
