import Diagnostics
import SpecModel

/// Markdown texts one after another, each read as if it stood alone.
struct JoinedText {
  private(set) var bytes: [UInt8] = []

  /// Adds a text with an empty line in front of it, and closes what it leaves open.
  mutating func append(_ text: [UInt8]) {
    var text = text[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    let lineBreak = (bytes.isEmpty ? text : bytes[...]).lineBreak
    if !bytes.isEmpty {
      while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
      bytes += lineBreak.utf8
      bytes += lineBreak.utf8
    }
    bytes += text
    if let last = bytes.last, last != 0x0A, last != 0x0D { bytes += lineBreak.utf8 }
    if let end = Self.end(of: Array(text)) {
      bytes += end.utf8
      bytes += lineBreak.utf8
    }
  }

  /// What closes a fence, a comment or raw HTML that goes on to the end of a text.
  private static func end(of text: [UInt8]) -> String? {
    guard isOpen(text) else { return nil }
    let marks = longestMarks(in: text)
    let candidates = [
      String(repeating: "`", count: marks.backticks), String(repeating: "~", count: marks.tildes),
      "-->", "</script>", "</style>", "</pre>", "</textarea>",
    ]
    return candidates.first { !isOpen(text + Array("\n\($0)".utf8)) }
  }

  /// Whether a line behind the text would be no text.
  private static func isOpen(_ text: [UInt8]) -> Bool {
    SpecText(SourceFile(path: "", bytes: text + Array("\n\nx\n".utf8))).lines.last?.kind != .text
  }

  /// The longest runs of backticks and tildes, but at least three: a fence is closed by as many.
  private static func longestMarks(in text: [UInt8]) -> (backticks: Int, tildes: Int) {
    var (backticks, tildes, run) = (3, 3, 0)
    var before: UInt8 = 0
    for byte in text {
      run = byte == before ? run + 1 : 1
      before = byte
      if byte == UInt8(ascii: "`") { backticks = max(backticks, run) }
      if byte == UInt8(ascii: "~") { tildes = max(tildes, run) }
    }
    return (backticks, tildes)
  }
}
