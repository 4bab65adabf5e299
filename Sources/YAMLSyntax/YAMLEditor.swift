import Diagnostics

/// Plans changes of a YAML text that leave all other bytes alone.
///
/// New text follows the indentation, line ends, quotes and blank lines of what is there. Every
/// function gives the edits for one change of the text as it was read, or `nil` where the change
/// cannot be made in place: inside an alias, for a key that is there already, for a node that is
/// no part of the text or of the wrong kind. An empty list is never given.
package struct YAMLEditor: Sendable {
  /// The text as it was read; edits do not change it.
  package let bytes: [UInt8]
  package let stream: YAMLStream
  /// How new values are laid out.
  package var style: YAMLStyle
  /// The part of the bytes that is YAML, after any byte order mark.
  let range: Range<Int>

  /// An editor for a text that was read strictly, from the same range.
  package init(_ bytes: [UInt8], stream: YAMLStream, in range: Range<Int>? = nil) {
    self.bytes = bytes
    self.stream = stream
    let range = (range ?? bytes.indices).clamped(to: bytes.indices)
    let hasMark = bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
    self.range = hasMark ? (range.lowerBound + 3)..<range.upperBound : range
    style = .default
    style = detectedStyle()
  }

  /// Reads a text strictly for editing.
  package init(parsing bytes: [UInt8], in range: Range<Int>? = nil) throws(YAMLError) {
    self.init(bytes, stream: try YAMLStream(parsing: bytes, in: range), in: range)
  }
}

// MARK: - Lines and columns

extension YAMLEditor {
  /// Where the line around a place ends, before its line break.
  func lineEnd(_ position: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      (position..<range.upperBound).first { bytes.isLineBreak(at: $0, before: range.upperBound) }
        ?? range.upperBound
    }
  }

  /// Where the line around a place starts.
  func lineStart(_ position: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var start = position
      while start > range.lowerBound {
        let length = min(3, start - range.lowerBound)
        // A break of several bytes is told from its first one.
        for size in 1...length where bytes[start - size] & 0xC0 != 0x80 {
          if bytes.isLineBreak(at: start - size, before: start) { return start }
          break
        }
        start -= 1
      }
      return start
    }
  }

  /// The number of characters before a place on its line.
  func column(_ position: Int) -> Int {
    bytes[lineStart(position)..<position].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether only blanks, or also a comment, come before the end of a line.
  func restOfLineIsBlank(_ position: Int, orComment: Bool) -> Bool {
    guard let next = bytes[position..<lineEnd(position)].first(where: { !$0.isBlank }) else {
      return true
    }
    return orComment && next == UInt8(ascii: "#")
  }

  /// Where a node's content starts after its anchor and tag.
  func contentStart(_ node: YAMLNode) -> Int {
    bytes.withUnsafeBufferPointer { $0.contentStart(of: node.range.indices) }
  }

  /// Whether a collection is written in brackets.
  func isFlow(_ node: YAMLNode) -> Bool {
    let start = contentStart(node)
    guard start < node.range.upperBound.utf8 else { return false }
    switch node.content {
    case .sequence: return bytes[start] == UInt8(ascii: "[")
    case .mapping(let entries):
      // A block mapping may start with a bracket too, that of its first key.
      return bytes[start] == UInt8(ascii: "{")
        && entries.first?.key.range.lowerBound.utf8 != start
    case .scalar: return false
    }
  }

  /// The column of the keys of a block mapping or the dashes of a block list.
  func childColumn(_ node: YAMLNode) -> Int {
    guard case .mapping(let entries) = node.content, let key = entries.first?.key else {
      return column(contentStart(node))
    }
    let start = key.range.lowerBound.utf8
    let before = bytes[lineStart(start)..<start].lastIndex { !$0.isBlank }
    if let before, bytes[before] == UInt8(ascii: "?") { return column(before) }
    return column(start)
  }

  /// The place after the `:` of an entry.
  func colonEnd(_ entry: YAMLEntry) -> Int {
    var position = entry.key.range.upperBound.utf8
    let end = max(position, entry.value.range.upperBound.utf8)
    while position < end, bytes[position] != UInt8(ascii: ":") {
      position = bytes[position] == UInt8(ascii: "#") ? lineEnd(position) : position + 1
    }
    return min(position + 1, max(end, entry.key.range.upperBound.utf8))
  }

  func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// A replacement that keeps a comment right behind it a comment.
  func replacement(of range: Range<Int>, with text: String) -> TextEdit {
    let isBeforeComment =
      range.upperBound < self.range.upperBound && bytes[range.upperBound] == UInt8(ascii: "#")
    return TextEdit(
      replacing: Range(range.lowerBound, range.upperBound),
      with: isBeforeComment ? text + " " : text)
  }

  func insertion(_ text: String, at position: Int) -> TextEdit {
    TextEdit(inserting: text, at: Offset(position))
  }
}
