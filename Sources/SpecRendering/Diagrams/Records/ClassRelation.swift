/// A line of a class diagram that joins two classes: `A "1" *-- "0..*" B : holds`.
struct ClassRelation {
  private(set) var from: Substring = ""
  private(set) var to: Substring = ""
  private(set) var start = LineTip.none
  private(set) var end = LineTip.none
  private(set) var isDotted = false
  private(set) var startNote = ""
  private(set) var endNote = ""
  private(set) var label: [String] = []

  init?(_ text: Substring) {
    var head = text
    if let colon = Self.colon(text) {
      head = text[..<colon]
      let words = DiagramText.lines(String(text[text.index(after: colon)...].trimmed))
      label = words.allSatisfy(\.isEmpty) ? [] : words
    }
    guard let line = Self.line(head) else { return nil }
    isDotted = head[line].contains("..")
    var left = head[..<line.lowerBound]
    var right = head[line.upperBound...]
    start = Self.tip(takenFrom: &left, isStart: true)
    end = Self.tip(takenFrom: &right, isStart: false)
    left = left.trimmed
    right = right.trimmed
    if left.last == "\"", let quote = left.dropLast().lastIndex(of: "\"") {
      startNote = DiagramText.plain(String(left[quote...]))
      left = left[..<quote].trimmed
    }
    if right.first == "\"", let quote = right.dropFirst().firstIndex(of: "\"") {
      endNote = DiagramText.plain(String(right[...quote]))
      right = right[right.index(after: quote)...].trimmed
    }
    guard Self.isName(left), Self.isName(right) else { return nil }
    from = left
    to = right
  }

  /// Whether a text is one name: a word, or words between backticks.
  private static func isName(_ text: Substring) -> Bool {
    if text.first == "`", let end = text.dropFirst().firstIndex(of: "`") {
      return !text[end...].contains(" ")
    }
    return !text.isEmpty && !text.contains(" ")
  }

  /// Where `--` or `..` stands outside of quotes.
  private static func line(_ head: Substring) -> Range<Substring.Index>? {
    var isQuoted = false
    var index = head.startIndex
    while index < head.endIndex {
      if head[index] == "\"" || head[index] == "`" { isQuoted.toggle() }
      if !isQuoted, head[index...].hasPrefix("--") || head[index...].hasPrefix("..") {
        return index..<head.index(index, offsetBy: 2)
      }
      index = head.index(after: index)
    }
    return nil
  }

  /// The first colon outside of quotes that is not part of `:::`.
  private static func colon(_ text: Substring) -> Substring.Index? {
    var isQuoted = false
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == ":", !isQuoted {
        guard text[index...].hasPrefix(":::") else { return index }
        index = text.index(index, offsetBy: 3)
      } else {
        index = text.index(after: index)
      }
    }
    return nil
  }

  private static func tip(takenFrom text: inout Substring, isStart: Bool) -> LineTip {
    let tips: [(String, String, LineTip)] = [
      ("<|", "|>", .triangle), ("()", "()", .circle), ("*", "*", .filledDiamond),
      ("o", "o", .diamond), ("<", ">", .arrow),
    ]
    for (left, right, tip) in tips {
      if isStart, text.hasSuffix(left) {
        // `Foo--Bar`: the letter is part of a name.
        let before = text.dropLast(left.count).last
        if left == "o", let before, before.isLetter || before.isNumber { continue }
        text = text.dropLast(left.count)
        return tip
      }
      if !isStart, text.hasPrefix(right) {
        let after = text.dropFirst(right.count).first
        if right == "o", let after, after.isLetter || after.isNumber { continue }
        text = text.dropFirst(right.count)
        return tip
      }
    }
    return .none
  }
}
