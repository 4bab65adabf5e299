extension String {
  /// The text with a blank for each run of blanks, tabs and line ends, and none around it.
  var oneLine: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var isBlank = false
    for byte in utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isBlank = true
      } else {
        if isBlank, !result.isEmpty { result.append(0x20) }
        isBlank = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The words of a line of Markdown on one line, without its marks for bold words and code.
  var plainWords: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    let bytes = Array(oneLine.utf8)
    for (position, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "`"): break
      case UInt8(ascii: "*")
      where (position > 0 && bytes[position - 1] == byte)
        || (position + 1 < bytes.count && bytes[position + 1] == byte):
        break
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text cut to a number of characters, with an ellipsis where something is left out.
  func shortened(to count: Int) -> String {
    guard utf8.count > count, let end = index(startIndex, offsetBy: count, limitedBy: endIndex),
      end < endIndex
    else { return self }
    return self[..<index(before: end)] + "…"
  }
}
