/// The arrow of a message: `->>`, `-->`, `-x`, `--)`, `<<->>`.
struct SequenceArrow {
  private(set) var range: Range<Substring.Index>
  private(set) var isDotted = false
  private(set) var start = LineTip.none
  private(set) var end = LineTip.none

  /// The first arrow before the colon, one with a point before one that ends in a letter.
  init?(in text: Substring) {
    let head = text.prefix { $0 != ":" }
    guard let range = Self.range(head, ends: [">"]) ?? Self.range(head, ends: ["x", "X", ")"])
    else { return nil }
    self.range = range
    var body = head[range]
    isDotted = body.contains("--")
    if body.hasPrefix("<<") { start = .arrow }
    switch body.popLast() {
    case ">": end = body.last == ">" ? .arrow : .none
    case ")": end = .open
    default: end = .cross
    }
  }

  private static func range(
    _ head: Substring, ends: Set<Character>
  ) -> Range<Substring.Index>? {
    var index = head.startIndex
    while let dash = head[index...].firstIndex(of: "-") {
      var last = head.index(after: dash)
      if last < head.endIndex, head[last] == "-" { last = head.index(after: last) }
      guard last < head.endIndex, ends.contains(head[last]) else {
        index = head.index(after: dash)
        continue
      }
      var start = dash
      while start > head.startIndex, head[head.index(before: start)] == "<" {
        start = head.index(before: start)
      }
      last = head.index(after: last)
      if last < head.endIndex, head[last] == ">", ends.contains(">") {
        last = head.index(after: last)
      }
      return start..<last
    }
    return nil
  }
}
