/// A relation of entities in words: `SHOP one to zero or more ORDER`.
struct CardinalityWords {
  private(set) var from: Substring
  private(set) var to: Substring
  private(set) var start: LineTip
  private(set) var end: LineTip
  private(set) var isIdentifying: Bool

  private static let tips: [String: LineTip] = [
    "one or zero": .zeroOrOne, "zero or one": .zeroOrOne, "one or more": .many,
    "one or many": .many, "many(1)": .many, "1+": .many, "zero or more": .zeroOrMany,
    "zero or many": .zeroOrMany, "many(0)": .zeroOrMany, "0+": .zeroOrMany, "many": .zeroOrMany,
    "only one": .one, "one": .one, "1": .one,
  ]

  init?(_ head: Substring) {
    let words = Self.words(head)
    guard let middle = words.firstIndex(of: "to"), middle > 0 else { return nil }
    isIdentifying = words[middle - 1] != "optionally"
    let left = words[..<(isIdentifying ? middle : middle - 1)]
    let right = words[(middle + 1)...]
    guard left.count > 1, right.count > 1, let from = left.first, let to = right.last,
      let start = Self.tips[left.dropFirst().joined(separator: " ").lowercased()],
      let end = Self.tips[right.dropLast().joined(separator: " ").lowercased()]
    else { return nil }
    (self.from, self.to, self.start, self.end) = (from, to, start, end)
  }

  /// The words, of which one may be a name in quotes or with a label in brackets.
  private static func words(_ head: Substring) -> [Substring] {
    var words: [Substring] = []
    var rest = head.trimmed
    while let first = rest.first {
      var word = rest.prefix { !$0.isWhitespace }
      if first == "\"", let end = rest.dropFirst().firstIndex(of: "\"") { word = rest[...end] }
      words.append(word)
      rest = rest[word.endIndex...].trimmed
    }
    return words
  }
}
