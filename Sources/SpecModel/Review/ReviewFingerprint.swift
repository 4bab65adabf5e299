import Diagnostics

/// A short name for a text that stays when only its layout changes.
///
/// The first 16 hexadecimal digits of the SHA-256 of the words, one blank between them; emphasis marks
/// at the ends of words do not count.
package struct ReviewFingerprint: Sendable, Hashable, CustomStringConvertible {
  /// 16 hexadecimal digits in lower case.
  package let description: String

  /// Takes a written fingerprint; `nil` for anything else.
  init?(written: String) {
    guard written.utf8.count == 16,
      written.utf8.allSatisfy({ $0.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
      )
    else { return nil }
    description = written
  }

  init(_ texts: [ArraySlice<UInt8>]) {
    var words: [UInt8] = []
    for text in texts {
      for word in text.split(whereSeparator: { $0.isBlank || $0.isLineBreak }) {
        var word = word
        while let first = word.first, first.isEmphasis { word.removeFirst() }
        while let last = word.last, last.isEmphasis { word.removeLast() }
        guard !word.isEmpty else { continue }
        if !words.isEmpty { words.append(UInt8(ascii: " ")) }
        words += word
      }
      words.append(0)
    }
    description = String(SHA256(words).hexadecimal.prefix(16))
  }
}
