/// The lines of a diagram that are not blank, without the blanks around them.
struct DiagramLines: Sequence, IteratorProtocol {
  struct Line {
    var text: Substring
    /// From 1.
    var number: Int
  }

  private let bytes: [UInt8]
  private var place = 0
  private var number = 0

  init(_ source: DiagramSource) {
    bytes = source.bytes
  }

  /// The first line that is left.
  var first: Line? {
    var copy = self
    return copy.next()
  }

  mutating func next() -> Line? {
    while place < bytes.count {
      let end = bytes[place...].firstIndex(of: .lineFeed) ?? bytes.count
      var range = place..<end
      place = end + 1
      number += 1
      while let first = range.first, bytes[first].isBlank { range.removeFirst() }
      while let last = range.last, bytes[last].isBlank || isSeparator(last, from: range.lowerBound)
      {
        range.removeLast()
      }
      if !range.isEmpty {
        return Line(text: Substring(decoding: bytes[range], as: UTF8.self), number: number)
      }
    }
    return nil
  }

  /// Whether there is a semicolon that is not the end of `#35;`.
  private func isSeparator(_ place: Int, from start: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: ";") else { return false }
    for mark in stride(from: place - 1, to: Swift.max(start, place - 12) - 1, by: -1)
    where bytes[mark] == UInt8(ascii: "#") || bytes[mark] == UInt8(ascii: "&") {
      return TextEntity(bytes, at: mark)?.end != place + 1
    }
    return true
  }
}

extension Substring {
  /// The text without blanks at either end.
  var trimmed: Substring {
    var text = self
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text.drop { $0.isWhitespace }
  }

  /// The text behind a word and the blank that must follow it, or `nil`.
  func after(_ word: String, inAnyCase: Bool = false) -> Substring? {
    guard inAnyCase ? prefix(word.count).lowercased() == word : hasPrefix(word) else { return nil }
    let rest = dropFirst(word.count)
    guard let next = rest.first else { return rest }
    return next.isWhitespace ? rest.trimmed : nil
  }
}
