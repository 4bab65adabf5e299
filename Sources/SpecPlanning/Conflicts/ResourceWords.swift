import Diagnostics
import SpecModel

/// Finds words in titles that say that a task uses a resource.
///
/// Letter case does not count. A word stands alone: `database` is in `reset the Database` and in
/// `resetDatabase`, not in `databases`. Words of writing without blanks between words, such as `数据库`,
/// may stand anywhere.
struct ResourceWords {
  struct Use {
    var resource: Int
    var range: Range<Offset>
  }

  private struct Phrase {
    var resource: Int
    var words: [[UInt8]]
  }

  /// By their first word.
  private var phrases: [[UInt8]: [Phrase]] = [:]
  /// By the first three bytes, which are one letter.
  private var unspaced: [ArraySlice<UInt8>: [(resource: Int, bytes: [UInt8])]] = [:]

  init(_ resources: [ExclusiveResource]) {
    for (resource, configured) in resources.enumerated() {
      for word in configured.words {
        let folded = Array(CaseFolding.folded(word.value).utf8)
        if Self.isUnspaced(folded, 0) {
          unspaced[folded.prefix(3), default: []].append((resource, folded))
          continue
        }
        let words = Self.words(Array(word.value.utf8), 0..<word.value.utf8.count).map(\.folded)
        guard let first = words.first else { continue }
        phrases[first, default: []].append(Phrase(resource: resource, words: words))
      }
    }
  }

  var isEmpty: Bool { phrases.isEmpty && unspaced.isEmpty }

  /// What a title in the bytes of its document uses, in the order written; linear in the title but for
  /// words of several resources that begin alike.
  func uses(_ bytes: [UInt8], _ title: Range<Offset>) -> [Use] {
    let span = title.indices.clamped(to: 0..<bytes.count)
    var found: [Use] = []
    if !phrases.isEmpty {
      let words = Self.words(bytes, span)
      for index in words.indices {
        for phrase in phrases[words[index].folded] ?? [] {
          let last = index + phrase.words.count - 1
          guard last < words.count,
            zip(words[index...last], phrase.words).allSatisfy({ $0.folded == $1 })
          else { continue }
          found.append(
            Use(
              resource: phrase.resource,
              range: Range(words[index].span.lowerBound, words[last].span.upperBound)))
        }
      }
    }
    if !unspaced.isEmpty {
      for index in span where index + 3 <= span.upperBound && Self.isUnspaced(bytes, index) {
        for word in unspaced[bytes[index..<index + 3]] ?? []
        where bytes[index..<span.upperBound].starts(with: word.bytes) {
          found.append(
            Use(resource: word.resource, range: Range(index, index + word.bytes.count)))
        }
      }
    }
    return found
  }

  /// Whether a letter begins there that is written without blanks between words: from the signs of
  /// Chinese to the end of its letters, Japanese syllables included.
  private static func isUnspaced(_ bytes: [UInt8], _ index: Int) -> Bool {
    index < bytes.count && (0xE3...0xE9).contains(bytes[index])
  }

  private struct Word {
    var folded: [UInt8]
    var span: Range<Int>
  }

  /// Runs of letters and digits; a capital behind a small letter begins a word.
  private static func words(_ bytes: [UInt8], _ span: Range<Int>) -> [Word] {
    var found: [Word] = []
    var start: Int?
    var wasLowercase = false
    func end(at position: Int) {
      guard let first = start else { return }
      let text = String(decoding: bytes[first..<position], as: UTF8.self)
      found.append(Word(folded: Array(CaseFolding.folded(text).utf8), span: first..<position))
      start = nil
    }
    for index in span {
      let byte = bytes[index]
      let isUppercase = byte &- 0x41 < 26
      let isLowercase = byte &- 0x61 < 26
      let isWord = isUppercase || isLowercase || byte &- 0x30 < 10 || byte >= 0x80
      if !isWord || isUppercase && wasLowercase { end(at: index) }
      if isWord, start == nil { start = index }
      wasLowercase = isLowercase
    }
    end(at: span.upperBound)
    return found
  }
}
