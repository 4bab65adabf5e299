import Diagnostics

/// Something that can be written at a place.
struct CompletionItem: Sendable, Hashable {
  /// The kinds of the language server protocol that come nearest.
  enum Kind: Int, Sendable {
    case classKind = 7
    case module = 9
    case property = 10
    case value = 12
    case reference = 18
    case event = 23
  }

  var label: String
  var kind: Kind
  var detail = ""
  /// What is written, where it is not the label.
  var text: String?

  init(_ label: String, _ kind: Kind, _ detail: String = "", text: String? = nil) {
    self.label = label
    self.kind = kind
    // Editors show the detail on one line beside the label.
    self.detail = String(detail.onOneLine.prefix(100))
    self.text = text
  }
}

/// The line up to the place at which something is written.
struct LineBefore: Sendable {
  /// From the beginning of the line to the place.
  let text: String
  /// The word that is begun at the place.
  let word: Range<Offset>
  let line: Int

  init(_ map: PositionMap, _ offset: Offset) {
    line = map.lines.line(of: offset)
    let start = map.lines.range(ofLine: line).lowerBound
    let end = min(offset, map.lines.range(ofLine: line).upperBound)
    var wordStart = end.utf8
    while wordStart > start.utf8, Self.belongsToWord(map.bytes[wordStart - 1]) { wordStart -= 1 }
    // The underscore of `_Requirements` is emphasis and no part of the word.
    while wordStart < end.utf8, map.bytes[wordStart] == UInt8(ascii: "_") { wordStart += 1 }
    // A line of megabytes has nothing to complete.
    let shown = max(start.utf8, end.utf8 - 4096)
    text = String(decoding: map.bytes[shown..<end.utf8], as: UTF8.self)
    word = Range(wordStart, end.utf8)
  }

  private static func belongsToWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-_.".utf8.contains(byte)
  }
}
