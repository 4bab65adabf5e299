package import Diagnostics

/// The words by which a criterion says that something is required.
package enum CriterionModal {
  /// Whether a span says that something is required.
  ///
  /// It does with `SHALL`, `MUST`, `WILL` or `SHOULD` in any case, or a word that says the same in
  /// another language.
  package static func isPresent(in text: SpecText, _ range: Range<Offset>) -> Bool {
    text.bytes.withView { isPresent(in: $0, range.indices) }
  }

  /// With `strictly`, only words that hardly ever stand in other sentences count.
  static func isPresent(
    in bytes: ByteView, _ range: Range<Int>, strictly: Bool = false
  ) -> Bool {
    let end = min(range.upperBound, bytes.count)
    var position = range.lowerBound
    while position < end {
      let byte = bytes[position]
      guard byte >= 0x41 else {
        position += 1
        continue
      }
      if byte < 0x80 {
        let start = position
        while position < end, let length = letterLength(bytes, position) { position += length }
        if isModal(bytes, start..<min(position, end), strictly: strictly) { return true }
        if position == start { position += 1 }
      } else {
        if startsForeignModal(bytes, position, end) { return true }
        position += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return false
  }

  /// The length of a Latin letter, with an accent or not; `nil` for anything else.
  private static func letterLength(_ bytes: ByteView, _ position: Int) -> Int? {
    switch bytes[position] {
    case let byte where byte.isLetter: 1
    case 0xC3...0xC9: 2
    case 0xE1 where position + 1 < bytes.count && (0xB8...0xBB).contains(bytes[position + 1]): 3
    default: nil
    }
  }

  private static func isModal(
    _ bytes: ByteView, _ word: Range<Int>, strictly: Bool
  ) -> Bool {
    guard (3...8).contains(word.count),
      initials & (1 << UInt32(bytes[word.lowerBound] & 0x1F)) != 0
    else { return false }
    var key: UInt64 = 0
    for index in word { key = key << 8 | UInt64(bytes[index] | 0x20) }
    return (strictly ? strictWords : words).contains(key)
  }

  private static let strictWords = packed(["shall", "must", "debe", "deve"])

  private static let words = packed([
    "shall", "must", "will", "should", "debe", "deben", "deberá", "deberán", "debería", "deve",
    "devem", "deverá", "muss", "müssen", "soll", "sollen", "doit", "doivent", "devra",
    "devront", "dovrà", "phải", "zal", "moet",
  ])

  /// The first letters of the words, the bit of its place in the alphabet for each: most words are
  /// none of these and need not be looked up.
  private static let initials: UInt32 = "smwdpz".utf8.reduce(0) { $0 | 1 << UInt32($1 & 0x1F) }

  /// Words of up to eight bytes as numbers; the bit by which cases differ is set in every byte.
  private static func packed(_ words: [String]) -> Set<UInt64> {
    Set(words.map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } })
  }

  private static func startsForeignModal(
    _ bytes: ByteView, _ position: Int, _ end: Int
  ) -> Bool {
    let count = end - position
    for word in foreignWords {
      let found = word.withUTF8Buffer { wanted -> Bool in
        guard wanted.count <= count, bytes[position] == wanted[0] else { return false }
        for index in 1..<wanted.count where bytes[position + index] != wanted[index] {
          return false
        }
        return true
      }
      if found { return true }
    }
    return endsInCommand(bytes, position, end)
  }

  /// Whether こと stands here and ends the sentence, which makes a demand of it.
  private static func endsInCommand(
    _ bytes: ByteView, _ position: Int, _ end: Int
  ) -> Bool {
    guard position + 6 <= end,
      bytes[position..<position + 6].elementsEqual([0xE3, 0x81, 0x93, 0xE3, 0x81, 0xA8])
    else { return false }
    return position + 6 == end || bytes[position + 6].isLineBreak
      || bytes[position + 6] == UInt8(ascii: ")")
  }

  private static let foreignWords: [StaticString] = [
    "应", "應", "须", "須", "必须", "必須", "必要", "すること", "しなければ", "なければならない", "べき",
    "ものとする", "こと。", "должн", "Должн", "ДОЛЖН", "должен", "ДОЛЖЕН", "обязан", "해야",
    "하여야", "能够", "必ず",
  ]
}
