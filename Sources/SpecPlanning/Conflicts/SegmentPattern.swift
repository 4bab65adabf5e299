/// One part of a path between slashes, in which `*`, `?` and `[a-z]` may stand for others.
///
/// A class is one only with a range or a `!` in it, or beside another wildcard: `[id]` is a folder.
struct SegmentPattern {
  private enum Token: Equatable {
    case byte(UInt8)
    /// Any bytes, or none.
    case any
    /// The first byte of a letter, or none.
    case lead
    /// A byte within a letter that has several, or none.
    case continuation

    var mayBeNothing: Bool {
      if case .byte = self { false } else { true }
    }

    func canBeSame(_ other: Token) -> Bool {
      switch (self, other) {
      case (.byte(let left), .byte(let right)): left == right
      case (.byte(let byte), .lead), (.lead, .byte(let byte)): byte & 0xC0 != 0x80
      case (.byte(let byte), .continuation), (.continuation, .byte(let byte)): byte & 0xC0 == 0x80
      case (.lead, .continuation), (.continuation, .lead): false
      default: true
      }
    }
  }

  let bytes: ArraySlice<UInt8>
  /// Whether it is `**`, which stands for any number of parts.
  let isDeep: Bool
  /// Empty where the part stands for itself.
  private let tokens: [Token]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    isDeep = bytes.count == 2 && bytes.allSatisfy { $0 == UInt8(ascii: "*") }
    tokens = Self.isWild(bytes) ? Self.tokens(bytes) : []
  }

  var isWild: Bool { !tokens.isEmpty }

  /// Whether two parts can be the same name.
  ///
  /// Takes time with the product of the two lengths where both are wild, else mostly less.
  func canBeSame(_ other: SegmentPattern) -> Bool {
    if !isWild, !other.isWild { return bytes == other.bytes }
    if !isWild { return other.canBeSame(self) }
    let others = other.isWild ? other.tokens : other.bytes.map(Token.byte)
    guard tokens.first != .any, others.first != .any else { return meets(others) }
    // Most names differ in the first letter already.
    if let first = tokens.first, let second = others.first, !first.mayBeNothing,
      !second.mayBeNothing, !first.canBeSame(second)
    {
      return false
    }
    return meets(others)
  }

  private func meets(_ others: [Token]) -> Bool {
    var row = [Bool](repeating: false, count: others.count + 1)
    row[0] = true
    for index in 0...tokens.count {
      var next = [Bool](repeating: false, count: row.count)
      for position in row.indices where row[position] {
        let own = index < tokens.count ? tokens[index] : nil
        let other = position < others.count ? others[position] : nil
        if let own, own.mayBeNothing { next[position] = true }
        if let other, other.mayBeNothing { row[position + 1] = true }
        guard let own, let other, own.canBeSame(other) else { continue }
        switch (own == .any, other == .any) {
        case (true, true): break
        case (true, false): row[position + 1] = true
        case (false, true): next[position] = true
        case (false, false): next[position + 1] = true
        }
      }
      if index == tokens.count { return row[others.count] }
      row = next
    }
    return false
  }

  private static func tokens(_ bytes: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "*"):
        if tokens.last != .any { tokens.append(.any) }
      case UInt8(ascii: "?"):
        // None too: in `a.ts?` somebody is in doubt about a file.
        tokens += [.lead, .continuation, .continuation, .continuation]
      case UInt8(ascii: "["):
        // A class, or a folder called `[id]`: whatever it is, nothing is missed.
        if tokens.last != .any { tokens.append(.any) }
        index = bytes[index...].firstIndex(of: UInt8(ascii: "]")) ?? index
      case let byte: tokens.append(.byte(byte))
      }
      index += 1
    }
    return tokens
  }

  /// Whether a part stands for others than itself; linear in it.
  static func isWild(_ bytes: some Collection<UInt8>) -> Bool {
    var content: [UInt8]?
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "["): content = []
      case UInt8(ascii: "]"):
        if let content, isClass(content) { return true }
        content = nil
      default: content?.append(byte)
      }
    }
    return false
  }

  /// Whether what stands between brackets is `!…`, `^…` or nothing but ranges such as `a-z`.
  private static func isClass(_ content: [UInt8]) -> Bool {
    guard let first = content.first, content.count > 1 else { return false }
    if first == UInt8(ascii: "!") || first == UInt8(ascii: "^") { return true }
    return content.count % 3 == 0
      && stride(from: 0, to: content.count, by: 3).allSatisfy {
        content[$0 + 1] == UInt8(ascii: "-") && content[$0] < content[$0 + 2]
      }
  }
}
