/// A fixed set of words with what each means, looked up by bytes without making a string.
///
/// The words are given in lower case. ASCII letters are compared without regard to case, and words
/// in other alphabets are found with a capital first letter too. A look-up is linear in the length
/// of the word.
struct KeywordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var word: [UInt8]
    var value: Value
  }

  private var slots: [Entry?]
  private let mask: Int
  /// The length of the longest word in bytes; longer spans are never found.
  let longest: Int

  /// A table of words; of equal words the first one counts.
  init(_ words: [(String, Value)]) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    mask = size - 1
    longest = words.map(\.0.utf8.count).max() ?? 0
    let capitalized = words.compactMap { text, value -> (String, Value)? in
      guard let first = text.first, !first.isASCII, first.isLowercase else { return nil }
      return (first.uppercased() + text.dropFirst(), value)
    }
    for (text, value) in words + capitalized {
      let word = Array(text.utf8)
      var slot = Self.hash(word, 0..<word.count) & mask
      while let entry = slots[slot], entry.word != word { slot = (slot + 1) & mask }
      if slots[slot] == nil { slots[slot] = Entry(word: word, value: value) }
    }
  }

  /// What the word in a span of bytes means.
  func value(_ bytes: [UInt8], _ span: Range<Int>) -> Value? {
    guard !span.isEmpty, span.count <= longest else { return nil }
    var slot = Self.hash(bytes, span) & mask
    while let entry = slots[slot] {
      if entry.word.count == span.count, Self.matches(entry.word, bytes, span.lowerBound) {
        return entry.value
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func matches(_ word: [UInt8], _ bytes: [UInt8], _ start: Int) -> Bool {
    for index in word.indices where word[index] != bytes[start + index].lowercased { return false }
    return true
  }

  /// FNV-1a, 32 bits, of the bytes with ASCII letters in lower case.
  @inline(__always)
  private static func hash(_ bytes: [UInt8], _ span: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in span { hash = (hash ^ UInt32(bytes[index].lowercased)) &* 16_777_619 }
    return Int(hash)
  }
}

/// Words that may start at a position, sorted by their first byte.
struct WordList<Value: Sendable>: Sendable {
  private struct Word: Sendable {
    var bytes: [UInt8]
    var value: Value
  }

  private let byFirstByte: [[Word]]

  /// Words in lower case; where one begins with another, the longer is tried first.
  init(_ words: [(String, Value)]) {
    var lists: [[Word]] = Array(repeating: [], count: 256)
    for (text, value) in words {
      let bytes = Array(text.utf8)
      guard let first = bytes.first else { continue }
      lists[Int(first)].append(Word(bytes: bytes, value: value))
    }
    byFirstByte = lists.map { list in
      list.enumerated()
        .sorted { ($1.element.bytes.count, $0.offset) < ($0.element.bytes.count, $1.offset) }
        .map(\.element)
    }
  }

  /// Skips the first word that starts at the cursor and after which the condition holds.
  func skip(
    _ cursor: inout Cursor, where isWhole: (_ after: Cursor, _ isASCII: Bool) -> Bool
  ) -> Value? {
    let list = byFirstByte[Int(cursor.current.lowercased)]
    guard !list.isEmpty else { return nil }
    for word in list where cursor.starts(with: word.bytes) {
      var after = cursor
      after.position += word.bytes.count
      if isWhole(after, word.bytes[word.bytes.count - 1] < 0x80) {
        cursor = after
        return word.value
      }
    }
    return nil
  }
}

extension UInt8 {
  /// The byte of the same ASCII letter in lower case; other bytes as they are.
  @inline(__always) var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

extension Cursor {
  /// Whether a word given in lower case starts at the position, whatever the case of its ASCII letters.
  @inline(__always) func starts(with word: [UInt8]) -> Bool {
    guard position + word.count <= end else { return false }
    for index in word.indices where bytes[position + index].lowercased != word[index] {
      return false
    }
    return true
  }
}
