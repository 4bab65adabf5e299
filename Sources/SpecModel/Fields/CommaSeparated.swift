import Diagnostics
import YAMLSyntax

/// Names written in one text with commas between them, such as `Read, Bash(git log:*), Write`.
enum CommaSeparated {
  /// The names of a scalar with their places, in order; commas in parentheses part nothing.
  ///
  /// Where the text stands in the document other than it reads (escapes, folded lines), each name
  /// gets the place of the whole scalar. Linear in the text.
  static func names(in node: YAMLNode, of file: SourceFile) -> [Located<String>] {
    guard let text = node.string else { return [] }
    let bytes = Array(text.utf8)
    let start = verbatimStart(of: bytes, in: node, of: file)
    return pieces(of: bytes).map { piece in
      let place = start.map { Range($0 + piece.lowerBound, $0 + piece.upperBound) } ?? node.range
      return Located(String(decoding: bytes[piece], as: UTF8.self), at: place)
    }
  }

  /// The ranges between commas without the blanks around them, empty ones left out.
  private static func pieces(of bytes: [UInt8]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var depth = 0
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : UInt8(ascii: ",")
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
      guard byte == UInt8(ascii: ","), depth == 0 || index == bytes.count else { continue }
      var piece = start..<index
      while let first = piece.first, bytes[first].isBlank || bytes[first].isLineBreak {
        piece = (first + 1)..<piece.upperBound
      }
      while let last = piece.last, bytes[last].isBlank || bytes[last].isLineBreak {
        piece = piece.lowerBound..<last
      }
      if !piece.isEmpty { pieces.append(piece) }
      start = index + 1
    }
    return pieces
  }

  /// Where in the file the text of a scalar begins, if it stands there byte for byte.
  private static func verbatimStart(
    of text: [UInt8], in node: YAMLNode, of file: SourceFile
  ) -> Int? {
    let range = node.range.indices.clamped(to: file.bytes.indices)
    for quote in [0, 1] where range.count >= text.count + 2 * quote {
      let start = range.lowerBound + quote
      if file.bytes[start..<(start + text.count)].elementsEqual(text) { return start }
    }
    return nil
  }
}
