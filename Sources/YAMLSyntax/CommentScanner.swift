import Diagnostics

/// Finds the comments between the nodes of a document, of which libyaml says nothing.
///
/// It walks only the gaps that the parser's events leave, so a `#` inside a scalar is never one.
struct CommentScanner {
  private let source: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let isNeeded: Bool
  private(set) var comments: [Range<Offset>] = []

  /// A scanner for a range of a text, which does nothing unless that has a `#`.
  init(_ source: UnsafeBufferPointer<UInt8>, in range: Range<Int>, hasHash: Bool) {
    self.source = source
    position = range.lowerBound
    isNeeded = hasHash
  }

  /// Collects the comments up to a place where a node or a bracket starts or ends.
  mutating func scanGap(to end: Int) {
    guard isNeeded else { return }
    while position < end {
      switch source[position] {
      case UInt8(ascii: "#"): takeComment(to: end)
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"),
        UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        position += 1
      default:
        // An anchor, a tag, a directive: a `#` in it starts no comment.
        while position < end, !source[position].isBlankOrBreak { position += 1 }
      }
    }
  }

  /// Passes over a scalar or an alias, collecting the comments among its properties and after the
  /// `|` or `>` of a block scalar.
  mutating func skipNode(_ range: Range<Int>, hasProperties: Bool, isBlock: Bool) {
    guard isNeeded else { return }
    if hasProperties { scanGap(to: source.contentStart(of: range)) }
    if isBlock {
      var header = max(position, source.contentStart(of: range))
      while header < range.upperBound, !source[header].isBlankOrBreak { header += 1 }
      while header < range.upperBound, source[header].isBlank { header += 1 }
      if header < range.upperBound, source[header] == UInt8(ascii: "#") {
        position = header
        takeComment(to: range.upperBound)
      }
    }
    position = max(position, range.upperBound)
  }

  private mutating func takeComment(to end: Int) {
    let start = position
    while position < end, !source.isLineBreak(at: position, before: end) { position += 1 }
    comments.append(Range(start, position))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a node's content starts after its anchor and tag and any comments among them.
  func contentStart(of range: Range<Int>) -> Int {
    var position = range.lowerBound
    while position < range.upperBound {
      switch self[position] {
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        while position < range.upperBound, !self[position].isBlankOrBreak { position += 1 }
      case UInt8(ascii: "#"):
        while position < range.upperBound, !isLineBreak(at: position, before: range.upperBound) {
          position += 1
        }
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return position
      }
    }
    return position
  }

  /// Whether a line ends at a position for libyaml, which also breaks at U+0085, U+2028, U+2029.
  func isLineBreak(at position: Int, before end: Int) -> Bool {
    switch self[position] {
    case 0x0A, 0x0D: true
    case 0xC2: position + 1 < end && self[position + 1] == 0x85
    case 0xE2:
      position + 2 < end && self[position + 1] == 0x80 && self[position + 2] & 0xFE == 0xA8
    default: false
    }
  }
}
