import Diagnostics

/// Front matter that does not stand at the top of its file, where no tool looks for it.
enum LateFrontMatter {
  /// The first such front matter with a name, outside of fenced code.
  ///
  /// One fence around the whole file does not count as code. Linear in the bytes.
  static func find(in bytes: [UInt8]) -> FrontMatter? {
    var fence: UInt8?
    var position = DocumentBody.range(of: bytes, after: 0).lowerBound
    while position < bytes.count {
      let line = bytes[position...]
      if let mark = fenceMark(line) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      } else if fence == nil, line.starts(with: "---".utf8),
        let found = FrontMatter.find(in: bytes, from: position),
        names(bytes[found.content.indices])
      {
        return found
      }
      position = (line.firstIndex(where: \.isLineBreak) ?? bytes.count - 1) + 1
    }
    return nil
  }

  /// Whether a line is a `name:`, without which two rules of Markdown and a colon would do.
  private static func names(_ content: ArraySlice<UInt8>) -> Bool {
    content.split(whereSeparator: \.isLineBreak).contains { $0.starts(with: "name:".utf8) }
  }

  private static func fenceMark(_ line: ArraySlice<UInt8>) -> UInt8? {
    let start = line.prefix(4).drop(while: \.isBlank).startIndex
    let text = line[start...]
    if text.starts(with: "```".utf8) { return UInt8(ascii: "`") }
    if text.starts(with: "~~~".utf8) { return UInt8(ascii: "~") }
    return nil
  }
}

/// Front matter that begins at the top of its file and never ends.
enum UnclosedFrontMatter {
  /// The `---` at the top when the next line that is not blank is a `name:` or a `description:`.
  static func find(in bytes: [UInt8]) -> Range<Offset>? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "---".utf8) else { return nil }
    let rest = bytes[(start + 3)...].drop { $0.isBlank || $0.isLineBreak }
    guard rest.startIndex > start + 3,
      rest.starts(with: "name:".utf8) || rest.starts(with: "description:".utf8)
    else { return nil }
    return Range(start, start + 3)
  }
}
