/// A text for a terminal, under construction.
///
/// Whatever is appended is made visible first (`visible`), so the text holds
/// no control character but its own line breaks and, where colours are on, its own sequences.
package struct StyledText: Sendable {
  package let showsColor: Bool
  /// What has been appended since the start or the last ``flush(to:)``.
  package private(set) var text = ""

  package init(showsColor: Bool) {
    self.showsColor = showsColor
  }

  package mutating func append(_ piece: some StringProtocol, _ style: TerminalStyle = .plain) {
    guard showsColor, let parameters = style.parameters, !piece.isEmpty else {
      piece.appendVisible(to: &text)
      return
    }
    text += "\u{1B}["
    text += parameters
    text += "m"
    piece.appendVisible(to: &text)
    text += "\u{1B}[0m"
  }

  /// None for a number below 0.
  package mutating func append(spaces count: Int) {
    for _ in 0..<max(count, 0) { text += " " }
  }

  package mutating func endLine() {
    text += "\n"
  }

  /// Moves the text to a stream and starts anew.
  package mutating func flush(to output: inout some TextOutputStream) {
    output.write(text)
    text.removeAll(keepingCapacity: true)
  }
}
