/// The pieces of one line of code: words, quoted texts and marks.
struct LineTokens {
  enum Token: Equatable {
    /// A name, with the dots in it: `it.only`, `Cart::total`.
    case word(String)
    /// What stands between quotes; between backticks in most languages it is a name.
    case quoted(String, mark: UInt8)
    case mark(UInt8)
  }

  private(set) var tokens: [Token] = []
  private static let limit = 64

  /// Linear in the line.
  init(_ line: ArraySlice<UInt8>) {
    var index = line.startIndex
    while index < line.endIndex, tokens.count < Self.limit {
      let byte = line[index]
      if byte == 0x20 || byte == 0x09 {
        index += 1
      } else if Self.isName(byte) {
        let start = index
        while index < line.endIndex, Self.isName(line[index]) || isJoint(line, index) { index += 1 }
        tokens.append(.word(String(decoding: line[start..<index], as: UTF8.self)))
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: "`")
      {
        tokens.append(.quoted(Self.quoted(line, &index), mark: byte))
      } else {
        tokens.append(.mark(byte))
        index += 1
      }
    }
  }

  /// The text up to the same quote, escapes taken off.
  private static func quoted(_ line: ArraySlice<UInt8>, _ index: inout Int) -> String {
    let mark = line[index]
    var text: [UInt8] = []
    index += 1
    while index < line.endIndex, line[index] != mark {
      if line[index] == UInt8(ascii: "\\"), index + 1 < line.endIndex { index += 1 }
      text.append(line[index])
      index += 1
    }
    index = min(index + 1, line.endIndex)
    return String(decoding: text, as: UTF8.self)
  }

  private func isJoint(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
    let next = index + 1 < line.endIndex ? line[index + 1] : 0
    if line[index] == UInt8(ascii: ".") { return Self.isName(next) }
    guard line[index] == UInt8(ascii: ":") else { return false }
    // Both colons of `A::b`.
    if next == UInt8(ascii: ":") {
      return index + 2 < line.endIndex && Self.isName(line[index + 2])
    }
    return index > line.startIndex && line[index - 1] == UInt8(ascii: ":") && Self.isName(next)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
      true
    default: false
    }
  }

  subscript(index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  var count: Int { tokens.count }

  /// The word at an index.
  func word(_ index: Int) -> String? {
    if case .word(let word)? = self[index] { return word }
    return nil
  }

  /// A name at an index: a word, or what stands between backticks.
  func name(_ index: Int) -> String? {
    switch self[index] {
    case .word(let word)?: word
    case .quoted(let text, UInt8(ascii: "`"))?: text
    default: nil
    }
  }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    self[index] == .mark(UInt8(ascii: mark))
  }
}
