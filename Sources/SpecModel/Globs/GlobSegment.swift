/// One name of a pattern.
package enum GlobSegment: Sendable, Hashable {
  /// `**`.
  case anyFolders
  /// A name without anything special.
  case name([UInt8])
  /// A name with `*`, `?` or `[…]`.
  case wild([Token])

  /// What fits one or more bytes of a name.
  package enum Token: Sendable, Hashable {
    case byte(UInt8)
    /// `?`: one character, however many bytes it has.
    case character
    /// `*`.
    case any
    /// `[a-z]`: one byte of some ranges, or of none of them.
    case oneOf([ClosedRange<UInt8>], isNegated: Bool)
  }

  init(_ text: ArraySlice<UInt8>) {
    if text.elementsEqual("**".utf8) {
      self = .anyFolders
      return
    }
    var tokens: [Token] = []
    var isWild = false
    // Where one bracket is not closed, none behind it is.
    var hasClasses = true
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "*"):
        isWild = true
        if tokens.last != .any { tokens.append(.any) }
      case UInt8(ascii: "?"):
        isWild = true
        tokens.append(.character)
      case UInt8(ascii: "[") where hasClasses:
        if let (token, end) = Self.oneOf(text, index) {
          isWild = true
          tokens.append(token)
          index = end
        } else {
          hasClasses = false
          tokens.append(.byte(text[index]))
        }
      case let byte: tokens.append(.byte(byte))
      }
      index += 1
    }
    self = isWild ? .wild(tokens) : .name(Array(text))
  }

  /// The class that a bracket opens and the index of the bracket that closes it.
  private static func oneOf(_ text: ArraySlice<UInt8>, _ open: Int) -> (Token, Int)? {
    var index = open + 1
    var isNegated = false
    if index < text.endIndex, text[index] == UInt8(ascii: "!") || text[index] == UInt8(ascii: "^") {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt8>] = []
    let first = index
    while index < text.endIndex {
      let low = text[index]
      // A bracket that stands first is one of the characters.
      if low == UInt8(ascii: "]"), index > first {
        return (.oneOf(ranges, isNegated: isNegated), index)
      }
      if index + 2 < text.endIndex, text[index + 1] == UInt8(ascii: "-"),
        text[index + 2] != UInt8(ascii: "]")
      {
        let high = text[index + 2]
        if low <= high { ranges.append(low...high) }
        index += 3
      } else {
        ranges.append(low...low)
        index += 1
      }
    }
    return nil
  }

  /// Whether the segment is written out, or its beginning is, so that hidden names may be meant.
  package var beginsWithDot: Bool {
    switch self {
    case .anyFolders: false
    case .name(let name): name.first == UInt8(ascii: ".")
    case .wild(let tokens): tokens.first == .byte(UInt8(ascii: "."))
    }
  }

  /// Takes time with the product of both lengths at most.
  package func matches(_ name: [UInt8]) -> Bool {
    switch self {
    case .anyFolders: true
    case .name(let own): own == name
    case .wild(let tokens): Self.matches(tokens, name)
    }
  }

  private static func matches(_ tokens: [Token], _ name: [UInt8]) -> Bool {
    var (index, position) = (0, 0)
    var star: (index: Int, position: Int)?
    while position < name.count {
      if index < tokens.count, tokens[index] == .any {
        star = (index, position)
        index += 1
      } else if index < tokens.count, let width = width(of: tokens[index], name, position) {
        index += 1
        position += width
      } else if let last = star {
        // The star takes one byte more.
        star = (last.index, last.position + 1)
        index = last.index + 1
        position = last.position + 1
      } else {
        return false
      }
    }
    while index < tokens.count, tokens[index] == .any { index += 1 }
    return index == tokens.count
  }

  /// How many bytes a token takes at a position; `nil` where it does not fit.
  private static func width(of token: Token, _ name: [UInt8], _ position: Int) -> Int? {
    switch token {
    case .any: return nil
    case .byte(let byte): return name[position] == byte ? 1 : nil
    case .character: return characterWidth(name, position)
    case .oneOf(let ranges, let isNegated):
      let isIn = ranges.contains { $0.contains(name[position]) }
      guard isIn != isNegated else { return nil }
      return isNegated ? characterWidth(name, position) : 1
    }
  }

  private static func characterWidth(_ name: [UInt8], _ position: Int) -> Int {
    var end = position + 1
    while end < name.count, name[end] & 0xC0 == 0x80 { end += 1 }
    return end - position
  }
}
