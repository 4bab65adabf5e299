/// Hashes the words of a text: runs of letters and digits, in lower case where they are ASCII.
enum WordScanner {
  /// Calls back with each word's hash; `SpreadSheet` is two words, as `spread_sheet` is.
  static func forEachWord(_ text: String, _ body: (UInt64) -> Void) {
    var hash = seed
    var length = 0
    var wasLowercase = false
    for byte in text.utf8 {
      let isUppercase = byte &- 0x41 < 26
      let isLowercase = byte &- 0x61 < 26
      let isWord = isUppercase || isLowercase || byte &- 0x30 < 10 || byte >= 0x80
      if length > 0, !isWord || isUppercase && wasLowercase {
        body(hash)
        (hash, length) = (seed, 0)
      }
      wasLowercase = isLowercase
      guard isWord else { continue }
      hash = (hash ^ UInt64(isUppercase ? byte | 0x20 : byte)) &* 0x100_0000_01b3
      length += 1
    }
    if length > 0 { body(hash) }
  }

  /// The hashes of the words of a text in their order.
  static func words(_ text: String) -> [UInt64] {
    var found: [UInt64] = []
    forEachWord(text) { found.append($0) }
    return found
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
}
