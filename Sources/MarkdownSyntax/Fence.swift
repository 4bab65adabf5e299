internal import Diagnostics

extension BlockScanner {
  /// Opens a fenced code block if the line is an opening fence.
  mutating func openFence() -> Int? {
    let byte = source[position]
    var offset = position
    while source.byte(at: offset) == byte { offset += 1 }
    let length = offset - position
    guard length >= 3 else { return nil }
    let infoStart = source.skippingBlanks(from: offset)
    let lineEnd = source.lineEnd(from: infoStart)
    if byte == UInt8(ascii: "`") {
      for offset in infoStart..<lineEnd where source[offset] == byte { return nil }
    }
    let infoEnd = source.trimmedEnd(from: infoStart, to: lineEnd)
    closeUnmatched()
    let hasInfo = infoEnd > infoStart
    let next = source.nextLine(afterLineEnd: lineEnd)
    leaf.kind = .fence
    leaf.end = hasInfo ? infoEnd : offset
    leaf.block = append(.fencedCode, from: position, to: leaf.end)
    if hasInfo { blocks[leaf.block].info = Range(infoStart, infoEnd) }
    leaf.start = next
    leaf.fenceByte = byte
    leaf.fenceLength = length
    leaf.fenceIndent = indent
    return next
  }

  /// Takes the line as code, or as the fence that closes it.
  ///
  /// A closing fence may be indented by three columns more than the margin, or than an opening
  /// fence that is itself indented by more than three.
  mutating func continueFence() -> Int {
    let byte = leaf.fenceByte
    if source[position] == byte, indent <= 3 + (leaf.fenceIndent > 3 ? leaf.fenceIndent : 0) {
      var offset = position
      while source.byte(at: offset) == byte { offset += 1 }
      let end = offset
      offset = source.skippingBlanks(from: offset)
      if end - position >= leaf.fenceLength, source.isLineEnd(offset) {
        // Nothing between the fences: an empty content at the start of the closing fence.
        let isEmpty = leaf.end < leaf.start
        let content = isEmpty ? Range(position, position) : Range(leaf.start, leaf.end)
        blocks[leaf.block].end(at: end)
        blocks[leaf.block].content = content
        leaf.kind = .none
        extend(to: end)
        return source.nextLine(afterLineEnd: offset)
      }
    }
    leaf.end = source.lineEnd(from: position)
    return source.nextLine(afterLineEnd: leaf.end)
  }
}
