/// Finds the blocks of a document in one pass over its lines.
///
/// CommonMark with GitHub's tables and without indented code, so that a block may be indented by any
/// number of columns. A line costs its length: open containers that it does not reach are not looked
/// at, and each container is closed once.
struct BlockScanner {
  let source: SourceBytes
  let keepsDefinitions: Bool
  /// The destinations of link definitions by the keys of their labels, if they are kept.
  var definitions: [String: Range<Int>] = [:]
  var blocks: [MarkdownBlock] = []
  var containers: [Container] = []
  /// The places of the quotes among the containers.
  var quotes: [Int] = []
  /// The innermost open item or quote, or -1.
  var parent = -1
  var leaf = Leaf()

  /// The first byte of the current line that is not read yet; never a blank.
  var position = 0
  /// The column of the position, with tab stops every four.
  var column = 0
  /// The columns of blanks before the position that belong to no container.
  var indent = 0
  /// The number of containers that the current line continues or opens.
  var depth = 0
  /// Whether a container begins on the current line.
  var isOpening = false

  init(_ source: SourceBytes, keepsDefinitions: Bool) {
    self.source = source
    self.keepsDefinitions = keepsDefinitions
  }

  /// Scans from an offset to the end of the source.
  mutating func scan(from start: Int) {
    blocks.reserveCapacity((source.end - start) / 24 + 16)
    var line = start
    while line < source.end { line = scanLine(at: line) }
    closeLeaf()
    closeContainers(downTo: 0)
  }

  /// Scans one line and returns the start of the next.
  private mutating func scanLine(at start: Int) -> Int {
    position = start
    column = 0
    isOpening = false
    skipBlanks()
    let matchedQuotes = matchContainers()
    if source.isLineEnd(position) { return scanBlankLine(matchedQuotes: matchedQuotes) }
    let isWithinAll = depth == containers.count
    if isWithinAll {
      switch leaf.kind {
      case .fence: return continueFence()
      case .html: return continueHTML()
      case .none, .paragraph, .table: break
      }
      if depth > 0, containers[depth - 1].isBare { containers[depth - 1].isBare = false }
    } else if leaf.kind != .paragraph {
      closeLeaf()
    }
    return scanStarts(isWithinAll: isWithinAll)
  }

  /// Reads the markers and indentation of open containers; returns how many of them are quotes.
  @inline(__always)
  private mutating func matchContainers() -> Int {
    depth = 0
    var matchedQuotes = 0
    while depth < containers.count {
      let container = containers[depth]
      if container.marker == UInt8(ascii: ">") {
        guard source.byte(at: position) == UInt8(ascii: ">") else { break }
        containers[depth].end = position + 1
        passQuoteMarker()
        matchedQuotes += 1
      } else {
        guard !container.isEnded, indent >= container.contentIndent else { break }
        indent -= container.contentIndent
      }
      depth += 1
    }
    return matchedQuotes
  }

  /// A blank line needs no indentation to be within items, but does need its quote marks.
  private mutating func scanBlankLine(matchedQuotes: Int) -> Int {
    depth = matchedQuotes < quotes.count ? quotes[matchedQuotes] : containers.count
    let isWithinAll = depth == containers.count
    if isWithinAll, leaf.kind == .fence {
      leaf.end = position
    } else if !(isWithinAll && leaf.kind == .html && leaf.html.passesBlankLines) {
      closeLeaf()
      closeContainers(downTo: depth)
      // An item that begins with two blank lines is over; its list may go on.
      if depth > 0, containers[depth - 1].isBare { containers[depth - 1].isEnded = true }
    }
    return source.nextLine(afterLineEnd: position)
  }

  /// Opens the containers and the leaf that begin on the current line, or continues a paragraph or table.
  private mutating func scanStarts(isWithinAll: Bool) -> Int {
    // Offsets before it cannot begin a thematic break, which keeps `- - - …` linear.
    var thematicBreakFloor = 0
    while true {
      let byte = source[position]
      let mayEndParagraph = leaf.kind == .paragraph && isWithinAll && !isOpening
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        if mayEndParagraph, byte == UInt8(ascii: "-"), let next = underline() { return next }
        if byte != UInt8(ascii: "+"), position >= thematicBreakFloor,
          let next = thematicBreak(floor: &thematicBreakFloor)
        {
          return next
        }
        if byte != UInt8(ascii: "_"), source.byte(at: position + 1).isBlankOrLineBreak,
          openItem(byte, width: 1, number: 1, interruptsParagraph: mayEndParagraph)
        {
          if source.isLineEnd(position) { return source.nextLine(afterLineEnd: position) }
          continue
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if let marker = orderedMarker(),
          openItem(
            marker.delimiter, width: marker.width, number: marker.number,
            interruptsParagraph: mayEndParagraph)
        {
          if source.isLineEnd(position) { return source.nextLine(afterLineEnd: position) }
          continue
        }
      case UInt8(ascii: ">"):
        openQuote()
        if source.isLineEnd(position) { return source.nextLine(afterLineEnd: position) }
        continue
      case UInt8(ascii: "#"):
        if let next = heading() { return next }
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        if let next = openFence() { return next }
      case UInt8(ascii: "<"):
        if let next = openHTML(interruptsParagraph: leaf.kind == .paragraph && !isOpening) {
          return next
        }
      case UInt8(ascii: "="):
        if mayEndParagraph, let next = underline() { return next }
      default: break
      }
      if mayEndParagraph,
        byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":"),
        let next = openTable()
      {
        return next
      }
      return scanText()
    }
  }

  /// Passes the spaces and tabs at the position and makes their columns the indentation.
  @inline(__always)
  mutating func skipBlanks() {
    let start = column
    while position < source.end {
      let byte = source[position]
      if byte == .space {
        column += 1
      } else if byte == .tab {
        column = (column + 4) & ~3
      } else {
        break
      }
      position += 1
    }
    indent = column - start
  }

  /// Passes a quote mark and the one space that belongs to it.
  @inline(__always)
  mutating func passQuoteMarker() {
    position += 1
    column += 1
    skipBlanks()
    if indent > 0 { indent -= 1 }
  }
}

extension UInt8 {
  @inline(__always) var isBlankOrLineBreak: Bool { isBlank || isLineBreak }
}
