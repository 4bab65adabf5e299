internal import Diagnostics

/// The block of text or code that the next line may continue.
struct Leaf {
  enum Kind { case none, paragraph, fence, html, table }

  var kind = Kind.none
  var block = 0
  /// Where a paragraph's text begins, or the line after an opening fence.
  var start = 0
  /// The end of the last line that is part of the block.
  var end = 0

  /// Of a paragraph: the start of its last line, and the end of the line before that.
  var lastLineStart = 0
  var endBeforeLastLine = -1
  /// Of a paragraph that may begin with link definitions: all its lines.
  var lines: [Range<Int>] = []

  /// Of a fence: its character, length and indentation.
  var fenceByte: UInt8 = 0
  var fenceLength = 0
  var fenceIndent = 0

  var html = HTMLStart.comment
  var columns = 0
}

extension BlockScanner {
  /// Ends the open leaf, if there is one.
  @inline(__always)
  mutating func closeLeaf() {
    if leaf.kind != .none { finishLeaf() }
  }

  private mutating func finishLeaf() {
    let kind = leaf.kind
    leaf.kind = .none
    extend(to: leaf.end)
    switch kind {
    case .none: break
    case .paragraph: finishParagraph(at: leaf.end)
    case .table: blocks[leaf.block].end(at: leaf.end)
    case .html:
      blocks[leaf.block].end(at: leaf.end)
      blocks[leaf.block].isClosed = leaf.html.endsAtBlankLine
    case .fence:
      blocks[leaf.block].end(at: leaf.end)
      blocks[leaf.block].contentStart(at: min(leaf.start, leaf.end))
      blocks[leaf.block].isClosed = false
    }
  }

  // MARK: Text

  /// Takes the line as a row or as text: of the open paragraph, even if the line leaves its containers, or a new one.
  @inline(__always)
  mutating func scanText() -> Int {
    let lineEnd = source.lineEnd(from: position)
    let end = source.trimmedEnd(from: position, to: lineEnd)
    if leaf.kind == .paragraph, !isOpening {
      leaf.endBeforeLastLine = leaf.end
      leaf.lastLineStart = position
      leaf.end = end
      if !leaf.lines.isEmpty { leaf.lines.append(position..<end) }
    } else if leaf.kind == .table, !isOpening, depth == containers.count {
      appendRow(from: position, to: end, isHeader: false)
      leaf.end = end
    } else {
      closeUnmatched()
      startParagraph(at: position, to: end)
    }
    return source.nextLine(afterLineEnd: lineEnd)
  }

  @inline(__always)
  private mutating func startParagraph(at start: Int, to end: Int) {
    leaf.kind = .paragraph
    leaf.block = append(.paragraph, from: start, to: end)
    leaf.start = start
    leaf.end = end
    leaf.lastLineStart = start
    leaf.endBeforeLastLine = -1
    if !leaf.lines.isEmpty { leaf.lines.removeAll(keepingCapacity: true) }
    if source[start] == UInt8(ascii: "[") { leaf.lines.append(start..<end) }
  }

  /// Ends a paragraph without the link definitions it begins with; false when it was nothing else.
  @discardableResult
  mutating func finishParagraph(at end: Int) -> Bool {
    blocks[leaf.block].end(at: end)
    guard !leaf.lines.isEmpty else { return true }
    var definitions = 0
    while definitions < leaf.lines.count,
      let definition = source.linkDefinition(in: leaf.lines, from: definitions)
    {
      definitions = definition.endLine
      if keepsDefinitions, self.definitions[definition.label.key] == nil {
        self.definitions[definition.label.key] = definition.destination
      }
    }
    guard definitions > 0 else { return true }
    guard definitions < leaf.lines.count, leaf.lines[definitions].lowerBound < end else {
      blocks.removeLast()
      return false
    }
    leaf.start = leaf.lines[definitions].lowerBound
    blocks[leaf.block].start(at: leaf.start)
    return true
  }

  // MARK: Headings and thematic breaks

  /// Makes the open paragraph a heading if the line underlines it.
  mutating func underline() -> Int? {
    let byte = source[position]
    var offset = position
    while source.byte(at: offset) == byte { offset += 1 }
    let end = offset
    offset = source.skippingBlanks(from: offset)
    guard source.isLineEnd(offset) else { return nil }
    let textEnd = leaf.end
    leaf.kind = .none
    extend(to: end)
    if finishParagraph(at: textEnd) {
      let level = byte == UInt8(ascii: "=") ? 1 : 2
      blocks[leaf.block].kind = .heading(level: level)
      blocks[leaf.block].range = .init(leaf.start, end)
    } else {
      // There was nothing but link definitions to underline.
      startParagraph(at: position, to: end)
    }
    return source.nextLine(afterLineEnd: offset)
  }

  /// Takes the line if it is a heading with `#`.
  mutating func heading() -> Int? {
    let start = position
    var textStart = start
    while source.byte(at: textStart) == UInt8(ascii: "#") { textStart += 1 }
    let level = textStart - start
    guard level <= 6, source.byte(at: textStart).isBlankOrLineBreak else { return nil }
    let marksEnd = textStart
    textStart = source.skippingBlanks(from: textStart)
    let lineEnd = source.lineEnd(from: textStart)
    var end = source.trimmedEnd(from: textStart, to: lineEnd)
    var textEnd = end
    while textEnd > textStart, source[textEnd - 1] == UInt8(ascii: "#") { textEnd -= 1 }
    if textEnd == textStart || source[textEnd - 1].isBlank {
      textEnd = source.trimmedEnd(from: textStart, to: textEnd)
    } else {
      textEnd = end
    }
    if end == textStart {
      textStart = marksEnd
      textEnd = marksEnd
      end = marksEnd
    }
    closeUnmatched()
    let block = append(.heading(level: level), from: start, to: end)
    blocks[block].content = .init(textStart, textEnd)
    extend(to: end)
    return source.nextLine(afterLineEnd: lineEnd)
  }

  /// Takes the line if it is a thematic break, else moves the floor to what keeps it from being one.
  @inline(__always)
  mutating func thematicBreak(floor: inout Int) -> Int? {
    let byte = source[position]
    var offset = position
    var end = position
    var count = 0
    while offset < source.end {
      let next = source[offset]
      if next == byte {
        count += 1
        end = offset + 1
      } else if !next.isBlank {
        break
      }
      offset += 1
    }
    guard count >= 3, source.isLineEnd(offset) else {
      floor = offset
      return nil
    }
    closeUnmatched()
    _ = append(.thematicBreak, from: position, to: end)
    extend(to: end)
    return source.nextLine(afterLineEnd: offset)
  }
}
