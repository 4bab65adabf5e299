/// Finds the tags in the bytes of a source file of whatever language.
///
/// A tag is `@spec`, blanks, and a list of `feature/id` with commas between; from the second on the
/// feature may be left out. The mark may have a colon behind it, or the list may stand in
/// parentheses and quotes, as where a decorator carries it. What follows another `@spec` (Elixir's
/// types have that name) is no tag. Linear in the bytes.
enum TagScanner {
  struct Found: Hashable {
    /// From the `@` to the end of the list.
    var range: Range<Int>
    var targets: [SpecTag.Target]
  }

  /// The tags in the order written.
  static func tags(in bytes: UnsafeRawBufferPointer) -> [Found] {
    var found: [Found] = []
    var position = 0
    while let at = ByteSearch.first(UInt8(ascii: "@"), in: bytes, from: position) {
      position = at + 1
      var cursor = TagCursor(bytes, at: at)
      guard cursor.skipMark(), let targets = cursor.list() else { continue }
      found.append(Found(range: at..<cursor.position, targets: targets))
      position = cursor.position
    }
    return found
  }

  /// The tags in a text, such as the name of a test.
  static func targets(in text: String) -> [SpecTag.Target] {
    guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
    var text = text
    // Go writes the blanks of a name as underscores.
    if text.contains("@spec_"), !text.utf8.contains(0x20) {
      text = text.replacing("_@spec_", with: " @spec ").replacing("@spec_", with: "@spec ")
        .replacing(",_", with: ", ")
    }
    return Array(text.utf8).withUnsafeBytes { tags(in: $0).flatMap(\.targets) }
  }

  /// The items of a list that stands alone, such as the value of a property.
  static func list(_ text: String) -> [SpecTag.Target] {
    Array(text.utf8).withUnsafeBytes { bytes in
      var cursor = TagCursor(bytes, at: 0)
      return cursor.list() ?? []
    }
  }
}

/// Reads one tag.
struct TagCursor {
  private let bytes: UnsafeRawBufferPointer
  private(set) var position: Int

  init(_ bytes: UnsafeRawBufferPointer, at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private static let mark = Array("@spec".utf8)
  /// More items than anybody writes behind one tag.
  private static let targetLimit = 200

  /// Skips `@spec` and what may stand between it and the list.
  mutating func skipMark() -> Bool {
    guard
      position == 0 || !Self.isWord(bytes[position - 1]) && bytes[position - 1] != bytes[position],
      bytes[position...].starts(with: Self.mark)
    else { return false }
    position += Self.mark.count
    let start = position
    if current == UInt8(ascii: ":") { position += 1 }
    if current == UInt8(ascii: "(") { position += 1 }
    skipBlanks()
    return position > start
  }

  /// The list, or `nil` where no item of one begins here.
  ///
  /// It is empty where ids stand without a feature.
  mutating func list() -> [SpecTag.Target]? {
    var targets: [SpecTag.Target] = []
    skipQuotes()
    guard let first = item() else { return nil }
    switch first {
    case .named(let target): targets.append(target)
    case .bare(let id):
      // A number can only have been meant as an id; a word may be anything.
      guard let digit = id.utf8.first, (0x30...0x39).contains(digit) else { return nil }
      return []
    }
    while targets.count < Self.targetLimit {
      let end = position
      skipQuotes()
      skipBlanks()
      guard skipComma() else {
        position = end
        break
      }
      skipBlanks()
      skipQuotes()
      let next = item()
      switch next {
      case .named(let target)?: targets.append(target)
      case .bare(let id)? where Self.isID(id):
        targets.append(SpecTag.Target(feature: targets[targets.count - 1].feature, id: id))
      default:
        // A comma of the sentence around.
        position = end
        return targets
      }
    }
    return targets
  }

  private enum Item {
    case named(SpecTag.Target)
    case bare(String)
  }

  private mutating func item() -> Item? {
    let start = position
    var slash: Int?
    while position < bytes.count, let width = tokenWidth(at: position) {
      if bytes[position] == UInt8(ascii: "/") { slash = position }
      position += width
    }
    // What ends a sentence or a comment is no part of an id.
    while position > start, Self.isTrailing(bytes[position - 1]) { position -= 1 }
    guard position > start, bytes[start] != UInt8(ascii: "/"), bytes[start] != UInt8(ascii: "."),
      bytes[start] != UInt8(ascii: "-")
    else {
      position = start
      return nil
    }
    guard let slash, slash < position - 1, slash > start else {
      return .bare(text(start..<position))
    }
    return .named(
      SpecTag.Target(feature: text(start..<slash), id: text(slash + 1..<position)))
  }

  /// Whether what stands without a feature behind a comma looks like an id: it has a digit.
  private static func isID(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// How many bytes the next character of a name has; `nil` for what is in no name.
  private func tokenWidth(at index: Int) -> Int? {
    let byte = bytes[index]
    if byte < 0x80 {
      return Self.isWord(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") ? 1 : nil
    }
    // The commas and stops of full width end a name as those of ASCII do.
    let next = index + 2 < bytes.count ? (bytes[index + 1], bytes[index + 2]) : (0, 0)
    switch (byte, next.0, next.1) {
    case (0xE3, 0x80, 0x80...0x82), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x89): return nil
    default: return 1
    }
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipBlanks() {
    while current == 0x20 || current == 0x09 { position += 1 }
  }

  private mutating func skipQuotes() {
    while current == UInt8(ascii: "\"") || current == UInt8(ascii: "'")
      || current == UInt8(ascii: "`")
    {
      position += 1
    }
  }

  /// Skips a comma of any script.
  private mutating func skipComma() -> Bool {
    if current == UInt8(ascii: ",") {
      position += 1
      return true
    }
    guard position + 3 <= bytes.count else { return false }
    switch (bytes[position], bytes[position + 1], bytes[position + 2]) {
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C):
      position += 3
      return true
    default: return false
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
