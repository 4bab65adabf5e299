/// The bytes of one document and the path by which people know it.
///
/// The bytes are kept exactly as they were read, so that an edit can leave all but its span alone.
package struct SourceFile: Sendable {
  /// The path relative to the workspace, with `/` between its parts.
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file with the UTF-8 bytes of a text.
  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text in a range; bytes that are not UTF-8 become U+FFFD.
  ///
  /// A range that reaches past the end is cut at the end.
  package func text(_ range: Range<Offset>) -> String {
    let lower = min(max(range.lowerBound.utf8, 0), bytes.count)
    let upper = min(max(range.upperBound.utf8, lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// The range of the whole file.
  package var range: Range<Offset> {
    Range(0, bytes.count)
  }
}
