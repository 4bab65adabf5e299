extension ByteView {
  /// The cell with the words, in the rest of a table's row.
  ///
  /// It is the first of three words or more, else the first of all. Linear.
  func cellOfWords(in row: Range<Int>) -> Range<Int> {
    var first: Range<Int>?
    var start = row.lowerBound
    for position in row.lowerBound...row.upperBound {
      let isEnd =
        position == row.upperBound
        || (self[position] == UInt8(ascii: "|") && self[position - 1] != UInt8(ascii: "\\"))
      guard isEnd else { continue }
      var cell = start..<position
      while let last = cell.last, self[last].isBlank { cell.removeLast() }
      while let next = cell.first, self[next].isBlank { cell.removeFirst() }
      var words = cell.isEmpty ? 0 : 1
      for place in cell where self[place].isBlank && !self[place + 1].isBlank { words += 1 }
      if words > 2 { return cell }
      if first == nil { first = cell }
      start = position + 1
    }
    return first ?? row
  }
}
