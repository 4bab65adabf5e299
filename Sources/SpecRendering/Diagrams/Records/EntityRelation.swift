/// A line of an entity relationship diagram that joins two entities: `A ||--o{ B : has`.
struct EntityRelation {
  var from: Substring
  var to: Substring
  var start: LineTip
  var end: LineTip
  /// Whether the line is drawn through.
  var isIdentifying: Bool
  var label: [String] = []

  init?(_ text: Substring) {
    let head = Self.head(text)
    if let (from, relation, to) = Self.split(head) {
      guard let line = relation.firstRange(of: "--") ?? relation.firstRange(of: ".."),
        let start = Self.tip(relation[..<line.lowerBound]),
        let end = Self.tip(relation[line.upperBound...])
      else { return nil }
      self.from = from
      self.to = to
      self.start = start
      self.end = end
      isIdentifying = relation.contains("--")
    } else if let words = CardinalityWords(head) {
      (from, to) = (words.from, words.to)
      (start, end) = (words.start, words.end)
      isIdentifying = words.isIdentifying
    } else {
      return nil
    }
    if head.endIndex < text.endIndex {
      let words = DiagramText.plain(String(text[text.index(after: head.endIndex)...]))
      label = words.isEmpty ? [] : [words]
    }
  }

  /// What stands before the label; a colon in quotes or in `:::` is none.
  private static func head(_ text: Substring) -> Substring {
    var isQuoted = false
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ":", !isQuoted {
        guard text[index...].hasPrefix(":::") else { return text[..<index] }
        index = text.index(index, offsetBy: 3)
      } else {
        index = text.index(after: index)
      }
    }
    return text
  }

  /// The names and what stands between them, with or without blanks.
  private static func split(
    _ head: Substring
  ) -> (from: Substring, relation: Substring, to: Substring)? {
    let marks = "|o}{"
    for line in ["--", ".."] {
      var search = head
      while let found = search.firstRange(of: line) {
        var start = found.lowerBound
        var taken = 0
        while start > head.startIndex, taken < 2, marks.contains(head[head.index(before: start)]) {
          start = head.index(before: start)
          taken += 1
        }
        var end = found.upperBound
        taken = 0
        while end < head.endIndex, taken < 2, marks.contains(head[end]) {
          end = head.index(after: end)
          taken += 1
        }
        let relation = head[start..<end]
        let from = head[..<start].trimmed
        let to = head[end...].trimmed
        if relation.count == 6, !from.isEmpty, !to.isEmpty { return (from, relation, to) }
        search = head[found.upperBound...]
      }
    }
    return nil
  }

  private static func tip(_ marks: Substring) -> LineTip? {
    switch marks {
    case "||": .one
    case "|o", "o|": .zeroOrOne
    case "}|", "|{": .many
    case "}o", "o{": .zeroOrMany
    default: nil
    }
  }
}
