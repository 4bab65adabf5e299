/// A line of a shell, as far as documents have them.
struct ShellLine {
  /// The words of the first command, quotes removed; empty for a comment or a blank line.
  let words: [String]
  /// Where the comment behind the line begins, without the blanks before it; else its end.
  let end: String.Index

  /// The words end at `|`, `>`, `<`, `;` and `&`, the line at a comment.
  init(_ line: String) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isFirst = true
    var end = line.endIndex
    func close() {
      if isFirst, let word { words.append(word) }
      word = nil
    }
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
        continue
      }
      if character == "#", word == nil {
        end = index
        break
      }
      switch character {
      case "'", "\"":
        quote = character
        word = word ?? ""
      case "|", ">", "<", ";", "&":
        close()
        isFirst = false
      case " ": close()
      default: word = (word ?? "") + String(character)
      }
    }
    close()
    self.words = words
    while end > line.startIndex, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    self.end = end
  }
}
