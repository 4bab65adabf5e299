/// The lines of a document that are not blank, each with all that is indented more deeply below it: a task with
/// its metadata, an entry of a mapping with its fields.
struct IndentedBlocks {
  /// Where each line begins, in order.
  private var starts: [Int] = []
  /// Where the last line of the block of each ends.
  private var ends: [Int] = []

  /// Linear in the bytes.
  init(_ bytes: [UInt8]) {
    var open: [(line: Int, indent: Int)] = []
    var lastEnd = 0
    var start = 0
    while start < bytes.count {
      while start < bytes.count, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
      var text = start
      while text < bytes.count, bytes[text] == 0x20 || bytes[text] == 0x09 { text += 1 }
      var end = text
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      if text < end {
        while let last = open.last, last.indent >= text - start {
          ends[last.line] = lastEnd
          open.removeLast()
        }
        open.append((starts.count, text - start))
        starts.append(start)
        ends.append(end)
        lastEnd = end
      }
      start = end
    }
    for line in open { ends[line.line] = lastEnd }
  }

  /// The end of the block of the first line behind a position; the position where there is none.
  func end(after position: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < ends.count ? ends[low] : position
  }
}
