extension String {
  /// The text in lines of at most so many characters, each behind an indent of spaces.
  ///
  /// Line breaks are kept, and what a line begins with indents its continuations too. A word longer
  /// than a line stands on a line of its own.
  func wrapped(to columns: Int, indent: Int = 0) -> String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.wrappedLine(to: columns, indent: indent) }
      .joined(separator: "\n")
  }

  /// The text filled up with spaces to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension Substring {
  fileprivate func wrappedLine(to columns: Int, indent: Int) -> String {
    let own = prefix { $0 == " " }.count
    return split(separator: " ").map(String.init).wrapped(to: columns, indent: indent + own)
  }
}

extension [String] {
  /// The pieces in lines of at most so many characters, broken between pieces only.
  func wrapped(to columns: Int, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var width = 0
    for piece in self {
      let length = piece.count
      if width > 0, indent + width + 1 + length > columns {
        lines.append(margin + line)
        line = piece
        width = length
      } else {
        line += width > 0 ? " \(piece)" : piece
        width += (width > 0 ? 1 : 0) + length
      }
    }
    if width > 0 { lines.append(margin + line) }
    return lines.joined(separator: "\n")
  }
}
