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
    guard last - opening >= 4, bytes[(last - 3)..<last].elementsEqual("```".utf8),
      bytes[last - 4].isLineBreak
    else { return start..<bytes.count }
    return opening..<(last - 3)
  }
}
