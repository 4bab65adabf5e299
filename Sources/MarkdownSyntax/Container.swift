/// An open quote, or an open list together with its open item.
struct Container {
  /// `>`, a bullet, or the delimiter after a number.
  var marker: UInt8
  /// The item has nothing but its marker yet.
  var isBare = false
  /// Nothing more can be in the item, though the list may have a further one.
  var isEnded = false
  /// The columns a line must be indented by to be in the item.
  var contentIndent = 0
  /// The block of the list, or -1.
  var list = -1
  /// The block of the item or quote.
  var block: Int
  /// The end of what is in it so far.
  var end: Int
}

extension BlockScanner {
  /// Ends what cannot go on when a block begins on the current line.
  @inline(__always)
  mutating func closeUnmatched() {
    closeLeaf()
    if depth < containers.count { closeContainers(downTo: depth) }
  }

  /// Ends containers from the innermost on until a number of them is left.
  mutating func closeContainers(downTo count: Int) {
    while containers.count > count {
      let container = containers.removeLast()
      blocks[container.block].end(at: container.end)
      if container.list >= 0 {
        blocks[container.list].end(at: container.end)
      } else {
        quotes.removeLast()
      }
      extend(to: container.end)
    }
    parent = containers.last?.block ?? -1
  }

  /// Notes that the innermost container reaches to an offset.
  @inline(__always)
  mutating func extend(to end: Int) {
    let last = containers.count - 1
    if last >= 0, containers[last].end < end { containers[last].end = end }
  }

  mutating func openQuote() {
    closeUnmatched()
    let start = position
    passQuoteMarker()
    let block = append(.quote, from: start, to: start + 1)
    setContentStart(of: block, afterMarker: start + 1)
    quotes.append(containers.count)
    containers.append(Container(marker: UInt8(ascii: ">"), block: block, end: start + 1))
    parent = block
    depth += 1
    isOpening = true
  }

  /// The ordered list marker at the position.
  func orderedMarker() -> (delimiter: UInt8, width: Int, number: Int)? {
    var offset = position
    var number = 0
    while offset < source.end, source[offset].isDigit, offset - position < 9 {
      number = number * 10 + Int(source[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    let delimiter = source.byte(at: offset)
    guard delimiter == UInt8(ascii: ".") || delimiter == UInt8(ascii: ")"),
      source.byte(at: offset + 1).isBlankOrLineBreak
    else { return nil }
    return (delimiter, offset + 1 - position, number)
  }

  /// Opens an item, as the next of its list where there is one; false when it may not end a paragraph.
  mutating func openItem(
    _ marker: UInt8, width: Int, number: Int, interruptsParagraph: Bool
  ) -> Bool {
    let start = position
    let markerEnd = start + width
    if interruptsParagraph,
      number != 1 || source.isLineEnd(source.skippingBlanks(from: markerEnd))
    {
      return false
    }
    let markerIndent = indent
    position = markerEnd
    column += width
    skipBlanks()
    let isBare = source.isLineEnd(position)
    let contentIndent = markerIndent + width + (isBare ? 1 : indent)
    indent = 0

    if !isOpening, depth < containers.count, containers[depth].marker == marker {
      closeLeaf()
      closeContainers(downTo: depth + 1)
      let finished = containers[depth]
      blocks[finished.block].end(at: finished.end)
      parent = finished.list
      let block = append(.item, from: start, to: markerEnd)
      containers[depth].block = block
      containers[depth].isBare = isBare
      containers[depth].isEnded = false
      containers[depth].contentIndent = contentIndent
      containers[depth].end = markerEnd
      parent = block
    } else {
      closeUnmatched()
      let isOrdered = marker == UInt8(ascii: ".") || marker == UInt8(ascii: ")")
      let list = append(
        isOrdered
          ? .orderedList(start: number, delimiter: marker) : .bulletList(marker: marker),
        from: start, to: markerEnd)
      parent = list
      let block = append(.item, from: start, to: markerEnd)
      containers.append(
        Container(
          marker: marker, isBare: isBare, contentIndent: contentIndent, list: list, block: block,
          end: markerEnd))
      parent = block
    }
    setContentStart(of: parent, afterMarker: markerEnd)
    depth += 1
    isOpening = true
    return true
  }

  /// Adds a block within the innermost container and returns its index.
  @inline(__always)
  mutating func append(_ kind: MarkdownBlock.Kind, from start: Int, to end: Int) -> Int {
    blocks.append(MarkdownBlock(kind, from: start, to: end, parent: parent))
    return blocks.count - 1
  }

  /// The content begins at the first text after the marker, or at the marker's end when its line has none.
  @inline(__always)
  private mutating func setContentStart(of block: Int, afterMarker markerEnd: Int) {
    blocks[block].contentStart(at: source.isLineEnd(position) ? markerEnd : position)
  }
}
