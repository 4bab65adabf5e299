/// Hashes the words of a text: runs of letters and digits, in lower case where they are ASCII.
///
/// `SpreadSheet` is two words, as `spread_sheet` is.
enum WordScanner {
  /// Puts the hashes of the words of a text behind others.
  static func append(_ text: String, to words: inout [UInt64]) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { scan($0, &words) }
    if isDone == nil { Array(text.utf8).withUnsafeBufferPointer { scan($0, &words) } }
  }

  /// The hashes of the words of a text in their order.
  static func words(_ text: String) -> [UInt64] {
    var found: [UInt64] = []
    append(text, to: &found)
    return found
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ words: inout [UInt64]) {
    var hash = seed
    var wasLowercase = false
    for byte in bytes {
      let isUppercase = byte &- 0x41 < 26
      let isLowercase = byte &- 0x61 < 26
      let isWord = isUppercase || isLowercase || byte &- 0x30 < 10 || byte >= 0x80
      if hash != seed, !isWord || isUppercase && wasLowercase {
        words.append(hash)
        hash = seed
      }
      wasLowercase = isLowercase
      if isWord { hash = (hash ^ UInt64(isUppercase ? byte | 0x20 : byte)) &* 0x100_0000_01b3 }
    }
    if hash != seed { words.append(hash) }
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
}
