/// The part of a file that is the document.
enum DocumentBody {
  /// The bytes after the front matter; those inside the fence where one ```` ```markdown ```` fence
  /// wraps the whole document, as models like to answer.
  static func range(of bytes: [UInt8], after start: Int) -> Range<Int> {
    var first = start
    while first < bytes.count, bytes[first].isBlank || bytes[first].isLineBreak { first += 1 }
    guard bytes[first...].starts(with: "```".utf8) else { return start..<bytes.count }
    var opening = first
    while opening < bytes.count, !bytes[opening].isLineBreak { opening += 1 }
    let info = String(decoding: bytes[(first + 3)..<opening], as: UTF8.self).lowercased()
    guard ["markdown", "md"].contains(info.trimmingBlanks) else { return start..<bytes.count }
    var last = bytes.count
    while last > opening, bytes[last - 1].isBlank || bytes[last - 1].isLineBreak { last -= 1 }
    if last - opening >= 4, bytes[(last - 3)..<last].elementsEqual("```".utf8),
      bytes[last - 4].isLineBreak
    {
      return opening..<(last - 3)
    }
    // A fence that is opened in the first line and never closed was meant to wrap everything too.
    return isClosed(bytes, after: opening) ? start..<bytes.count : opening..<bytes.count
  }

  /// Whether a line that closes a fence of three backticks stands behind a position.
  private static func isClosed(_ bytes: [UInt8], after position: Int) -> Bool {
    bytes[position...].split(whereSeparator: \.isLineBreak).contains { line in
      let text = line.drop(while: \.isBlank)
      return text.starts(with: "```".utf8)
        && text.dropFirst(3).allSatisfy { $0.isBlank || $0 == UInt8(ascii: "`") }
    }
  }
}
