/// A tag in a label that only says how text looks.
struct MarkupTag {
  private static let names: Set<String> = [
    "br", "b", "i", "u", "s", "em", "strong", "small", "big", "sub", "sup", "code", "span", "font",
    "center", "p", "div", "hr",
  ]
  /// Longer tags are text.
  private static let longest = 200

  /// The offset behind it.
  var end: Int
  /// Whether a line ends at it.
  var isBreak: Bool

  /// The tag that starts at an offset, at which there is a `<`.
  init?(_ bytes: [UInt8], at start: Int) {
    var place = start + 1
    if place < bytes.count, bytes[place] == UInt8(ascii: "/") { place += 1 }
    let nameStart = place
    while place < bytes.count, place - nameStart < 8, bytes[place].isWord { place += 1 }
    let name = String(decoding: bytes[nameStart..<place], as: UTF8.self).lowercased()
    guard Self.names.contains(name) else { return nil }
    let last = min(bytes.count, start + Self.longest)
    while place < last, bytes[place] != .greater { place += 1 }
    guard place < last else { return nil }
    end = place + 1
    isBreak = name == "br" || name == "hr"
  }
}
