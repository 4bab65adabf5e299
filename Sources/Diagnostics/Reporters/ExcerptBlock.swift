/// The arrow to a place and, if the file is at hand, the line there.
struct ExcerptBlock {
  private let place: String
  private let content: (file: SourceFile, lines: LineTable, range: Range<Offset>)?
  /// The digits of the line number; 0 when no line is shown.
  let digits: Int

  init(_ range: Range<Offset>?, in path: String, tables: inout LineTables) {
    place = tables.place(range, in: path)
    guard let range, let (file, lines) = tables.source(at: path) else {
      content = nil
      digits = 0
      return
    }
    content = (file, lines, range)
    digits = String(lines.line(of: range.lowerBound) + 1).utf8.count
  }

  /// Writes the block for a terminal of some width, with a mark under each column of the range.
  ///
  /// Line numbers take `gutter` columns.
  func write(
    mark: Character, _ style: TerminalStyle, gutter: Int, width: Int, to text: inout StyledText
  ) {
    text.append(spaces: gutter)
    text.append("-->", .frame)
    text.append(" \(place)")
    text.endLine()
    guard let content else { return }
    let excerpt = Excerpt(
      of: content.range, in: content.file, lines: content.lines, width: width - gutter - 3)

    let bar = String(repeating: " ", count: gutter) + " |"
    text.append(bar, .frame)
    text.endLine()
    text.append(
      "\(String(excerpt.lineNumber).padded(toWidth: gutter, alignment: .right)) |", .frame)
    if !excerpt.line.isEmpty { text.append(" \(excerpt.line)") }
    text.endLine()
    text.append(bar, .frame)
    text.append(spaces: 1 + excerpt.indentation)
    let tail = excerpt.continues ? "…" : ""
    text.append(String(repeating: mark, count: excerpt.markWidth) + tail, style)
    text.endLine()
  }
}
