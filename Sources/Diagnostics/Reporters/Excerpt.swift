/// One line of a document with a mark under a range in it.
///
/// The line is cut around the range to fit some columns; tabs are shown as four spaces and other
/// control characters by their visible forms. Linear in the columns, not in the line.
struct Excerpt {
  /// From 1.
  let lineNumber: Int
  let line: String
  /// The columns before the mark.
  let indentation: Int
  /// The columns of the mark, at least 1.
  let markWidth: Int
  /// Whether the range goes on after this line.
  let continues: Bool

  /// Takes at least 20 columns, however few are offered for the line.
  init(of range: Range<Offset>, in file: SourceFile, lines: LineTable, width: Int) {
    let number = lines.line(of: range.lowerBound)
    let whole = lines.range(ofLine: number).indices
    let start = min(max(range.lowerBound.utf8, whole.lowerBound), whole.upperBound)
    let end = min(max(range.upperBound.utf8, start), whole.upperBound)
    continues = range.length > 0 && lines.line(of: range.upperBound + -1) > number
    lineNumber = number + 1
    let width = max(width, 20)
    let before = Piece(in: file, from: whole.lowerBound, to: start, near: .end, width: width)
    let marked = Piece(in: file, from: start, to: end, near: .start, width: width)
    let after = Piece(in: file, from: end, to: whole.upperBound, near: .start, width: width)

    let room = width - (continues ? 1 : 0)
    let mark = max(marked.columns, 1)
    guard before.columns + mark + after.columns > room else {
      line = before.text + marked.text + after.text
      indentation = before.columns
      markWidth = mark
      return
    }
    // The range comes first, but for a few columns of what leads to it and a hint at what follows.
    let lead = min(before.columns, 12)
    let isMarkCut = lead + mark + min(after.columns, 1) > room
    let rest = isMarkCut ? lead : room - mark
    let afterWidth = isMarkCut ? 0 : min(after.columns, max(rest / 2, rest - before.columns))
    let shownBefore = before.text.truncatedAtStart(
      toWidth: rest - afterWidth, isIncomplete: before.isCut)
    let shownMark = marked.text.truncated(toWidth: room - rest, isIncomplete: isMarkCut)
    let shownAfter = after.text.truncated(toWidth: afterWidth, isIncomplete: after.isCut)
    line = shownBefore + shownMark + shownAfter
    indentation = shownBefore.displayWidth
    markWidth = max(shownMark.displayWidth, 1)
  }
}

/// A part of a line, no longer than can be of use.
private struct Piece {
  enum Side { case start, end }

  let text: String
  let isCut: Bool
  /// The columns of the text; more than fit if the part was cut.
  let columns: Int

  /// Takes the bytes from `start` to `end`, or those near one side if they are too many.
  init(in file: SourceFile, from start: Int, to end: Int, near side: Side, width: Int) {
    // Most characters have at most two bytes a column; the rest is for combining marks.
    let limit = width * 4
    var start = start
    var end = end
    isCut = end - start > limit
    if isCut {
      let isContinuation = { (index: Int) in file.bytes[index] & 0xC0 == 0x80 }
      switch side {
      case .start:
        end = start + limit
        while end > start, isContinuation(end) { end -= 1 }
      case .end:
        start = end - limit
        while start < end, isContinuation(start) { start += 1 }
      }
    }
    let bytes = file.bytes[start..<end]
    if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      text = String(decoding: bytes, as: UTF8.self)
      columns = isCut ? max(bytes.count, width + 1) : bytes.count
      return
    }
    var text = ""
    for (index, part) in bytes.split(
      separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
    )
    .enumerated() {
      if index > 0 { text += "    " }
      String(decoding: part, as: UTF8.self).appendVisible(to: &text)
    }
    self.text = text
    columns = isCut ? max(text.displayWidth, width + 1) : text.displayWidth
  }
}
