/// A title with places for values, as tables of tests and outlines of scenarios have it: `sums %i and %i`,
/// `sums $a`, `sums <a>`.
struct TitleTemplate {
  /// What stands between the places, from the start to the end; two at least.
  private let pieces: [[UInt8]]

  /// Fewer letters than these fit too much.
  private static let least = 4
  private static let formats = Set("sdifjoOpc#".utf8)

  /// `nil` for a title without a place.
  init?(_ title: String) {
    var pieces: [[UInt8]] = [[]]
    let bytes = Array(title.utf8)
    var place = 0
    while place < bytes.count {
      if let end = Self.endOfPlace(bytes, place) {
        pieces.append([])
        place = end
      } else {
        pieces[pieces.count - 1].append(bytes[place])
        place += 1
      }
    }
    let letters = pieces.joined().count { $0 != 0x20 }
    guard pieces.count > 1, letters >= Self.least else { return nil }
    self.pieces = pieces
  }

  /// Titles of other beginnings do not fit.
  var beginning: [UInt8] { Array(pieces[0].prefix(Self.beginningLength)) }
  static let beginningLength = 4

  /// Whether a title can be made of this one; linear in both.
  func fits(_ title: String) -> Bool {
    var title = title
    return title.withUTF8 { bytes in
      guard bytes.starts(with: pieces[0]) else { return false }
      var place = pieces[0].count
      for piece in pieces[1..<(pieces.count - 1)] {
        guard let found = Self.first(piece, in: bytes, from: place) else { return false }
        place = found + piece.count
      }
      let last = pieces[pieces.count - 1]
      return bytes.count - place >= last.count && bytes.suffix(last.count).elementsEqual(last)
    }
  }

  private static func first(
    _ piece: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    var place = start
    while place + piece.count <= bytes.count {
      if bytes[place...].starts(with: piece) { return place }
      place += 1
    }
    return nil
  }

  /// The end of the place that begins at an index.
  private static func endOfPlace(_ bytes: [UInt8], _ start: Int) -> Int? {
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch bytes[start] {
    case UInt8(ascii: "%"): return formats.contains(next) ? start + 2 : nil
    case UInt8(ascii: "$"):
      let end = bytes[(start + 1)...].firstIndex { !isName($0) } ?? bytes.count
      return isName(next) && !(0x30...0x39).contains(next) ? end : nil
    case UInt8(ascii: "<"), UInt8(ascii: "{"):
      let closing = bytes[start] == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "}")
      guard let end = bytes[(start + 1)...].firstIndex(of: closing), end > start + 1 else {
        return nil
      }
      return end + 1
    default: return nil
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
