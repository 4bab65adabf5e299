/// What the words at the start of a title say about the task.
enum TitleWords {
  private static let creating: [String] = [
    "implementar y exportar", "create", "implement", "define", "build", "introduce", "develop",
    "extract", "创建", "实现", "crear", "definir", "implementar",
  ]

  /// Words behind which a title says where or for what something is made.
  private static let prepositions: Set<String> = [
    "in", "into", "for", "with", "to", "from", "using", "via", "of", "that", "by", "on", "as",
    "con",
    "para", "en", "de",
  ]

  /// The bytes of a title that name what the task makes; empty when it makes nothing.
  static func made(_ bytes: [UInt8], _ title: Range<Int>) -> Range<Int> {
    var start = title.lowerBound
    while start < title.upperBound, !isWord(bytes[start]) { start += 1 }
    guard let verb = creating.first(where: { startsWord($0, bytes, start..<title.upperBound) })
    else {
      return start..<start
    }
    start += verb.utf8.count
    var position = start
    while position < title.upperBound {
      guard isWord(bytes[position]) else {
        position += 1
        continue
      }
      let begin = position
      while position < title.upperBound, isWord(bytes[position]) { position += 1 }
      if position - begin <= 5,
        prepositions.contains(String(decoding: bytes[begin..<position], as: UTF8.self).lowercased())
      {
        return start..<begin
      }
    }
    return start..<title.upperBound
  }

  /// Whether a title begins with the word, with `final` before it or without.
  static func isCheckpoint(_ title: String) -> Bool {
    var words = title.prefix(80).split { !$0.isLetter }
    if words.first?.lowercased() == "final" { words.removeFirst() }
    guard let first = words.first?.lowercased() else { return false }
    return ["checkpoint", "检查点", "チェックポイント"].contains(first)
  }

  private static func startsWord(_ word: String, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count > word.utf8.count else { return false }
    for (offset, expected) in word.utf8.enumerated() {
      let byte = bytes[range.lowerBound + offset]
      guard byte == expected || byte | 0x20 == expected && byte < 0x80 else { return false }
    }
    // Scripts without blanks go on directly.
    return (word.utf8.first ?? 0) >= 0x80 || !isWord(bytes[range.lowerBound + word.utf8.count])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
