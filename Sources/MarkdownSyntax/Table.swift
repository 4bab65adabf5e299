extension BlockScanner {
  /// Makes the last line of the open paragraph a table's header if the line is a delimiter row for it.
  mutating func openTable() -> Int? {
    guard let delimiter = source.delimiterRow(from: position),
      source.cells(from: leaf.lastLineStart, to: leaf.end, { _, _ in }) == delimiter.columns
    else { return nil }
    let start = leaf.lastLineStart
    let headerEnd = leaf.end
    if leaf.endBeforeLastLine < 0 {
      blocks[leaf.block].kind = .table
    } else {
      if !leaf.lines.isEmpty { leaf.lines.removeLast() }
      finishParagraph(at: leaf.endBeforeLastLine)
      leaf.block = append(.table, from: start, to: headerEnd)
    }
    leaf.kind = .table
    leaf.columns = delimiter.columns
    appendRow(from: start, to: headerEnd, isHeader: true)
    leaf.end = delimiter.end
    return source.nextLine(afterLineEnd: delimiter.lineEnd)
  }

  /// Adds a row of the open table with its cells, of which those beyond the header's do not count.
  mutating func appendRow(from start: Int, to end: Int, isHeader: Bool) {
    let outer = parent
    parent = leaf.block
    let row = append(.tableRow(isHeader: isHeader), from: start, to: end)
    var left = leaf.columns
    source.cells(from: start, to: end) { cellStart, cellEnd in
      guard left > 0 else { return }
      left -= 1
      blocks.append(MarkdownBlock(.tableCell, from: cellStart, to: cellEnd, parent: row))
    }
    parent = outer
  }
}

extension SourceBytes {
  /// The number of columns and the end of a line such as `| --- | :-: |`, which needs a pipe.
  func delimiterRow(from start: Int) -> (columns: Int, end: Int, lineEnd: Int)? {
    var offset = start
    var columns = 0
    var hasPipe = false
    if byte(at: offset) == UInt8(ascii: "|") {
      hasPipe = true
      offset = skippingBlanks(from: offset + 1)
    }
    var end = offset
    while !isLineEnd(offset) {
      if byte(at: offset) == UInt8(ascii: ":") { offset += 1 }
      let dashes = offset
      while byte(at: offset) == UInt8(ascii: "-") { offset += 1 }
      guard offset > dashes else { return nil }
      if byte(at: offset) == UInt8(ascii: ":") { offset += 1 }
      columns += 1
      end = offset
      offset = skippingBlanks(from: offset)
      if byte(at: offset) == UInt8(ascii: "|") {
        hasPipe = true
        end = offset + 1
        offset = skippingBlanks(from: offset + 1)
      } else if !isLineEnd(offset) {
        return nil
      }
    }
    return hasPipe && columns > 0 ? (columns, end, offset) : nil
  }

  /// Visits the cells of a row without the blanks around them and returns their number.
  ///
  /// Pipes after a backslash separate nothing; pipes in code do, as on GitHub. A blank cell is the
  /// empty range after its pipe.
  @discardableResult
  func cells(from start: Int, to end: Int, _ visit: (Int, Int) -> Void) -> Int {
    var count = 0
    var cellStart = self[start] == UInt8(ascii: "|") ? start + 1 : start
    var offset = cellStart
    while true {
      while offset < end, self[offset] != UInt8(ascii: "|") {
        offset += self[offset] == UInt8(ascii: "\\") && offset + 1 < end ? 2 : 1
      }
      let textEnd = trimmedEnd(from: cellStart, to: offset)
      if offset >= end, textEnd == cellStart { return count }
      let textStart = textEnd == cellStart ? cellStart : skippingBlanks(from: cellStart)
      visit(textStart, textEnd)
      count += 1
      guard offset < end else { return count }
      offset += 1
      cellStart = offset
    }
  }
}
