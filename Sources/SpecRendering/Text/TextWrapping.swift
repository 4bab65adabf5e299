import Diagnostics

extension String {
  /// The words of the text in lines of at most so many columns, but at least 20; a word that is
  /// longer stands alone.
  func wrapped(toWidth width: Int) -> [String] {
    let width = max(width, 20)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      let columns = String(word).displayWidth
      if used > 0, used + 1 + columns > width {
        lines.append(line)
        line = ""
        used = 0
      }
      line += (used > 0 ? " " : "") + word
      used += (used > 0 ? 1 : 0) + columns
    }
    return lines + [line]
  }
}
