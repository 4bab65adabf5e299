/// A label in lines that are not wider than it may be, with its measures in pixels.
struct WrappedLabel: Hashable {
  static let empty = WrappedLabel([], size: 13, width: 0)
  /// From one line to the next, at the usual sizes.
  static let lineHeight = 17

  private(set) var lines: [String] = []
  /// Of the widest line.
  private(set) var width = 0

  var height: Int { lines.count * Self.lineHeight }
  var isEmpty: Bool { lines.isEmpty }

  /// Breaks lines between words, and words that are too long alone.
  init(_ given: [String], size: Int, width limit: Int) {
    for line in given {
      let own = TextMeasure.width(line, size: size)
      if own <= limit {
        append(line, own)
      } else {
        wrap(line, size: size, limit: limit)
      }
    }
    if lines.allSatisfy(\.isEmpty) { lines = [] }
  }

  private mutating func append(_ line: String, _ own: Int) {
    lines.append(line)
    width = max(width, own)
  }

  private mutating func wrap(_ line: String, size: Int, limit: Int) {
    let space = TextMeasure.width(" ", size: size)
    var current = ""
    var taken = 0
    for word in line.split(separator: " ") {
      for (index, piece) in Self.pieces(of: word, size: size, limit: limit).enumerated() {
        let own = TextMeasure.width(piece, size: size)
        let lead = current.isEmpty || index > 0 ? 0 : space
        if !current.isEmpty, taken + lead + own > limit {
          append(current, taken)
          current = ""
          taken = 0
        }
        if !current.isEmpty, lead > 0 { current += " " }
        taken += (current.isEmpty ? 0 : lead) + own
        current += piece
      }
    }
    if !current.isEmpty { append(current, taken) }
  }

  /// A word, cut behind marks such as `/`, or anywhere where there is none.
  private static func pieces(of word: Substring, size: Int, limit: Int) -> [String] {
    let word = String(word)
    guard TextMeasure.width(word, size: size) > limit else { return [word] }
    var pieces: [String] = []
    var current = ""
    var taken = 0
    let characters = Array(word)
    for (index, character) in characters.enumerated() {
      let own = TextMeasure.width(String(character), size: size)
      if taken + own > limit, !current.isEmpty {
        pieces.append(current)
        current = ""
        taken = 0
      }
      current.append(character)
      taken += own
      if taken * 3 > limit, isBreak(characters, index) {
        pieces.append(current)
        current = ""
        taken = 0
      }
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }

  /// Whether a word can be parted behind a character: at a mark, or where `camelCase` does.
  private static func isBreak(_ characters: [Character], _ index: Int) -> Bool {
    guard index + 1 < characters.count else { return false }
    if "/_.-:,;|&?=".contains(characters[index]) {
      return characters[index + 1] != characters[index]
    }
    guard characters[index + 1].isUppercase else { return false }
    return characters[index].isLowercase
      || (index + 2 < characters.count && characters[index + 2].isLowercase)
  }
}
