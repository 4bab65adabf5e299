extension String {
  /// The text with a blank for each run of blanks, tabs and line ends, and none around it; linear.
  ///
  /// Blanks of other kinds, such as one that allows no break, stay: they are no line ends.
  package var oneLine: String { oneLine { _, _ in false } }

  /// The text on one line as a sentence reads: without the marks around bold words.
  package var oneLineWithoutBold: String {
    oneLine { byte, isPaired in byte == UInt8(ascii: "*") && isPaired }
  }

  /// The text on one line without the marks of Markdown around bold words and code.
  package var plainWords: String {
    oneLine { byte, isPaired in
      byte == UInt8(ascii: "`") || (byte == UInt8(ascii: "*") && isPaired)
    }
  }

  /// What is left of the line without some bytes, of which it is asked whether one beside is the same.
  private func oneLine(_ isMark: (_ byte: UInt8, _ isPaired: Bool) -> Bool) -> String {
    var text = self
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        var count = 0
        var isBlank = false
        for (position, byte) in bytes.enumerated() {
          if byte == 0x20 || (0x09...0x0D).contains(byte) {
            isBlank = count > 0
            continue
          }
          let isPaired =
            (position > 0 && bytes[position - 1] == byte)
            || (position + 1 < bytes.count && bytes[position + 1] == byte)
          if isMark(byte, isPaired) { continue }
          if isBlank {
            result[count] = 0x20
            count += 1
            isBlank = false
          }
          // Within the capacity: each byte, and the blank before it, stands for one that was read.
          result[count] = byte
          count += 1
        }
        return count
      }
    }
  }
}
