/// An id taken apart at its last number: `W1-E` and `07` of `W1-E07`, `5` and `2` and `a` of `52a`.
struct NumberedID {
  /// What stands before the last number.
  var front: Substring
  var value: Int
  /// How many digits the number is written with at least.
  var width: Int
  /// A letter behind the number; empty for nearly all ids.
  var tail: Substring

  /// `nil` for an id without a number that fits.
  init?(_ id: String) {
    let bytes = id.utf8
    let isDigit = { (byte: UInt8) in byte &- 0x30 < 10 }
    guard let last = bytes.lastIndex(where: isDigit) else { return nil }
    let end = bytes.index(after: last)
    let start = bytes[..<last].lastIndex { !isDigit($0) }.map { bytes.index(after: $0) }
    let digits = id[(start ?? id.startIndex)..<end]
    guard digits.utf8.count <= 9, let value = Int(digits) else { return nil }
    front = id[..<(start ?? id.startIndex)]
    tail = id[end...]
    width = digits.utf8.first == UInt8(ascii: "0") ? digits.utf8.count : 1
    self.value = value
  }

  /// A number with as many digits at least as the one that it replaces.
  func written(_ value: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
