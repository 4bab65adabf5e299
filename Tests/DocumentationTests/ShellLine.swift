/// A line of a shell, as far as documents have them.
struct ShellLine {
  /// The words of the first command, quotes removed; empty for a comment or a blank line.
  let words: [String]

  /// Ends the command at `|`, `>`, `<`, `;`, `&` and at a comment.
  init(_ line: some StringProtocol) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    reading: for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
        continue
      }
      switch character {
      case "'", "\"":
        quote = character
        word = word ?? ""
      case "|", ">", "<", ";", "&": break reading
      case "#" where word == nil: break reading
      case " ":
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    self.words = words
  }
}
