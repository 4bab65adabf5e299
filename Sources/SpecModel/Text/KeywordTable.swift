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
      var slot = word.withView { Self.hash($0, 0..<word.count) } & mask
      while let entry = slots[slot], entry.word != word { slot = (slot + 1) & mask }
      if slots[slot] == nil { slots[slot] = Entry(word: word, value: value) }
    }
  }

  /// What the word in a span of bytes means.
  func value(_ bytes: ByteView, _ span: Range<Int>) -> Value? {
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
  private static func matches(_ word: [UInt8], _ bytes: ByteView, _ start: Int) -> Bool {
    for index in word.indices where word[index] != bytes[start + index].lowercased { return false }
    return true
  }

  /// FNV-1a, 32 bits, of the bytes with ASCII letters in lower case.
  @inline(__always)
  private static func hash(_ bytes: ByteView, _ span: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in span { hash = (hash ^ UInt32(bytes[index].lowercased)) &* 16_777_619 }
    return Int(hash)
  }
}

/// Words that may start at a position, sorted by their first byte.
///
/// All words stand in one array of bytes, so that trying them counts no references.
struct WordList<Value: Sendable>: Sendable {
  /// Which of the words that start at a position is tried first.
  enum Order: Sendable {
    case longestFirst, asGiven
  }

  private struct Word: Sendable {
    var start: Int
    var count: Int
    var isASCIIAtEnd: Bool
    var value: Value
  }

  private var text: [UInt8] = []
  private var words: [Word] = []
  /// Where the words of each first byte begin in ``words``, and behind the last where they end.
  private var starts: [Int] = []

  /// Words in lower case; where one begins with another, the longer is tried first unless the order
  /// given is to count.
  init(_ words: [(String, Value)], order: Order = .longestFirst) {
    var lists: [[(bytes: [UInt8], value: Value)]] = Array(repeating: [], count: 256)
    for (text, value) in words {
      let bytes = Array(text.utf8)
      guard let first = bytes.first else { continue }
      lists[Int(first)].append((bytes, value))
    }
    for list in lists {
      starts.append(self.words.count)
      let sorted = list.enumerated().sorted {
        order == .asGiven || $0.element.bytes.count == $1.element.bytes.count
          ? $0.offset < $1.offset : $0.element.bytes.count > $1.element.bytes.count
      }
      for (_, word) in sorted {
        self.words.append(
          Word(
            start: text.count, count: word.bytes.count,
            isASCIIAtEnd: word.bytes[word.bytes.count - 1] < 0x80, value: word.value))
        text += word.bytes
      }
    }
    starts.append(self.words.count)
  }

  /// Skips the first word that starts at the cursor and after which the condition holds.
  func skip(
    _ cursor: inout Cursor, where isWhole: (_ after: Cursor, _ isASCII: Bool) -> Bool
  ) -> Value? {
    let first = Int(cursor.current.lowercased)
    for index in starts[first]..<starts[first + 1] where standsAt(cursor, index) {
      var after = cursor
      after.position += words[index].count
      if isWhole(after, words[index].isASCIIAtEnd) {
        cursor = after
        return words[index].value
      }
    }
    return nil
  }

  /// Skips the first word that starts at the cursor, whatever follows it.
  func skip(_ cursor: inout Cursor) -> Value? {
    let first = Int(cursor.current.lowercased)
    for index in starts[first]..<starts[first + 1] where standsAt(cursor, index) {
      cursor.position += words[index].count
      return words[index].value
    }
    return nil
  }

  /// Whether a word starts at the cursor, whatever the case of its ASCII letters there.
  @inline(__always)
  private func standsAt(_ cursor: Cursor, _ index: Int) -> Bool {
    let (start, count) = (words[index].start, words[index].count)
    guard cursor.position + count <= cursor.end else { return false }
    for offset in 0..<count
    where cursor.bytes[cursor.position + offset].lowercased != text[start + offset] {
      return false
    }
    return true
  }
}

extension UInt8 {
  /// The byte of the same ASCII letter in lower case; other bytes as they are.
  @inline(__always) var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}
