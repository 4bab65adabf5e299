package import Diagnostics

/// The YAML between two `---` lines at the top of a file.
package struct FrontMatter: Sendable, Hashable {
  /// The bytes between the two lines.
  package var content: Range<Offset>
  /// Where the rest of the file begins.
  package var end: Int

  /// The front matter of a file, if it has one.
  ///
  /// The first line must be `---` (after a byte order mark), a later one `---` or `...`, and the
  /// first line between them that is not blank must look like `key:`; else the `---` is a rule of
  /// Markdown. Linear in the length of the front matter.
  package static func find(in bytes: [UInt8]) -> FrontMatter? {
    find(in: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  /// Front matter that starts at the given line start instead of the top.
  package static func find(in bytes: [UInt8], from start: Int) -> FrontMatter? {
    guard bytes.count >= start + 4, bytes[start] == UInt8(ascii: "-"),
      let first = line(bytes, at: start), isFence(bytes, first.text, closing: false)
    else { return nil }
    var position = first.next
    var sawKey = false
    while position < bytes.count, let current = line(bytes, at: position) {
      if isFence(bytes, current.text, closing: true) {
        guard sawKey else { return nil }
        return FrontMatter(content: Range(first.next, position), end: current.next)
      }
      if !sawKey, !current.text.isEmpty, bytes[current.text.lowerBound] != UInt8(ascii: "#") {
        guard looksLikeKey(bytes, current.text) else { return nil }
        sawKey = true
      }
      position = current.next
    }
    return nil
  }

  private static func line(_ bytes: [UInt8], at start: Int) -> (text: Range<Int>, next: Int)? {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    var next = end
    if next < bytes.count {
      next +=
        bytes[next] == UInt8(ascii: "\r") && next + 1 < bytes.count
          && bytes[next + 1] == UInt8(ascii: "\n") ? 2 : 1
    }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return (start..<end, next)
  }

  private static func isFence(_ bytes: [UInt8], _ text: Range<Int>, closing: Bool) -> Bool {
    guard text.count == 3 else { return false }
    return bytes[text].allSatisfy { $0 == UInt8(ascii: "-") }
      || closing && bytes[text].allSatisfy { $0 == UInt8(ascii: ".") }
  }

  private static func looksLikeKey(_ bytes: [UInt8], _ text: Range<Int>) -> Bool {
    guard let colon = bytes[text].firstIndex(of: UInt8(ascii: ":")), colon > text.lowerBound else {
      return false
    }
    return bytes[text.lowerBound..<colon].allSatisfy {
      $0.isLetter || $0.isDigit || $0 >= 0x80 || "-_.\"' ".utf8.contains($0)
    }
  }
}
