/// A place in the source of a diagram.
struct DiagramCursor {
  let bytes: [UInt8]
  var place = 0
  /// Reading stops here.
  var end: Int

  init(_ source: DiagramSource) {
    bytes = source.bytes
    end = bytes.count
  }

  var isAtEnd: Bool { place >= end }
  /// 0 at the end.
  var current: UInt8 { place < end ? bytes[place] : 0 }
  /// The number of the line, from 1; linear, so only for faults.
  var line: Int { bytes[..<min(place, end)].reduce(1) { $0 + ($1 == .lineFeed ? 1 : 0) } }

  func peek(_ distance: Int) -> UInt8 {
    let index = place + distance
    return index >= 0 && index < end ? bytes[index] : 0
  }

  mutating func skipBlanks() {
    while place < end, bytes[place].isBlank { place += 1 }
  }

  /// Passes a byte if it is there.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard place < end, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Passes a text of ASCII if it is there.
  mutating func skip(_ text: StaticString) -> Bool {
    guard has(text) else { return false }
    place += text.utf8CodeUnitCount
    return true
  }

  func has(_ text: StaticString) -> Bool { has(text, at: place) }

  func has(_ text: StaticString, at start: Int) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start + count <= end else { return false }
    return text.withUTF8Buffer { wanted in
      for index in 0..<count where bytes[start + index] != wanted[index] { return false }
      return true
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The end of the line at which the cursor stands.
  var lineEnd: Int {
    var index = place
    while index < end, bytes[index] != .lineFeed { index += 1 }
    return index
  }

  /// Passes the rest of the line and returns it without blanks around it.
  mutating func restOfLine() -> Substring {
    let last = lineEnd
    defer { place = last }
    return Substring(decoding: bytes[place..<last], as: UTF8.self).trimmed
  }
}
